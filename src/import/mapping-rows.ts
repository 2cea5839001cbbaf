import { isObject, type JsonObject } from "../compiler/plan/json-schema.ts";
import type { MappingRow } from "./exports.ts";
import { readJson } from "./read-json.ts";

/** Returns the rows of every mapping setting in a value of JSON. */
export function mappingRows(value: unknown, setting?: string, depth = 0): readonly MappingRow[] {
  if (depth > deepest) return [];
  if (typeof value === "string") {
    return value.trimStart().startsWith("[") ? mappingRows(readJson(value), setting, depth + 1) : [];
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const isSetting = items.length > 0 && items.every((item) => isObject(item) && "maptype" in item);
    if (!isSetting) return items.flatMap((item) => mappingRows(item, setting, depth + 1));
    return items.filter(isObject).map((item, index) => mappingRow(item, setting, index + 1));
  }
  if (!isObject(value)) return [];
  // The Platform API writes `{"name": …, "value": …}`.
  const { name } = value;
  if (typeof name === "string" && "value" in value) return mappingRows(value["value"], name, depth + 1);
  // Settings may be there twice, as they are served and decoded: the same rows count once.
  const rows = Object.entries(value).flatMap(([key, inner]) => mappingRows(inner, key, depth + 1));
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Settings stand no deeper than this in any known export. */
const deepest = 8;

function mappingRow(item: JsonObject, setting: string | undefined, row: number): MappingRow {
  const { conditions } = item;
  return {
    setting,
    row,
    maptype: String(item["maptype"]),
    map: textOf(item["map"]),
    jsmap: textOf(item["jsmap"]),
    value: textOf(item["value"]),
    hasConditions: Array.isArray(conditions) && conditions.length > 0,
  };
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return text.trim() === "" ? undefined : text;
}
