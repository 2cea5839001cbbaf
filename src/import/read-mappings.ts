/**
 * Takes: the text of a file with mapping settings. Gives: their rows.
 * A setting is a JSON array of `{jsmap, map, maptype, value}`: by itself, or as JSON text in a string, HTML-escaped or
 * not, among other settings (as web kits get them, or as the Platform API takes them).
 */
import { wrongKind } from "./export-kind.ts";
import type { MappingRow, ReadExport } from "./exports.ts";
import { mappingRows } from "./mapping-rows.ts";
import { readJson } from "./read-json.ts";

/** Reads the mapping settings of a file; with a name, only those of that name. */
export function readMappings(text: string, setting?: string): ReadExport<readonly MappingRow[]> {
  const value = readJson(text);
  const rows = mappingRows(value);
  const wanted = rows.filter((row) => setting === undefined || row.setting === setting);
  if (wanted.length > 0) return { kind: "read", value: wanted };
  if (rows.length > 0) {
    const names = [...new Set(rows.map((row) => `\`${row.setting ?? ""}\``))].join(", ");
    return { kind: "problem", problem: `has no mapping setting \`${setting}\`; it has ${names}.` };
  }
  if (Array.isArray(value) && value.length === 0) return { kind: "read", value: [] };
  return { kind: "problem", problem: wrongKind(value, "event-mapping setting") };
}
