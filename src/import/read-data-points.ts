/**
 * Takes: the text of a Platform API answer. Gives: data points. `GET /apps/{id}/datapoints` lists them,
 * `GET /apps/{id}/{ServiceName}/datapoints` says which are enabled for an output, and `GET /apps/{id}/{ServiceName}`
 * whether new ones are (mParticle's Platform API, "DataPoint Filters").
 */
import { identityTypes } from "../compiler/check/vocabulary.ts";
import type { JsonObject } from "../compiler/plan/json-schema.ts";
import { dataPointRows } from "./data-point-rows.ts";
import { wrongKind } from "./export-kind.ts";
import type { DataFilter, DataPoint, DataPointKind, ReadExport } from "./exports.ts";
import { readJson } from "./read-json.ts";

/** Reads a list of data points; a Data Filter is one too. */
export function readDataPoints(text: string): ReadExport<readonly DataPoint[]> {
  const value = readJson(text);
  const points = dataPointRows(value)?.flatMap(dataPoint);
  if (points !== undefined && points.length > 0) return { kind: "read", value: points };
  return { kind: "problem", problem: wrongKind(value, "list of data points") };
}

/** Reads a Data Filter. */
export function readDataFilter(text: string): ReadExport<DataFilter> {
  const value = readJson(text);
  const rows = dataPointRows(value);
  const sendsNew = rows?.map((row) => row["sendNewDataPointsByDefault"]).find((one) => one !== undefined);
  const points = rows?.flatMap(dataPoint) ?? [];
  if (points.some(({ enabled }) => enabled !== undefined) || typeof sendsNew === "boolean") {
    return {
      kind: "read",
      value: { points, sendsNew: typeof sendsNew === "boolean" ? sendsNew : undefined },
    };
  }
  return { kind: "problem", problem: wrongKind(value, "Data Filter export") };
}

function dataPoint(row: JsonObject, index: number): readonly DataPoint[] {
  const { type, name, attribute_name: attribute, event_type: eventType, enabled } = row;
  if (typeof type !== "string" || typeof name !== "string") return [];
  const kind = kinds.get(type) ?? "other";
  return [
    {
      row: index + 1,
      kind,
      type,
      name: kind === "identity" ? identityType(name) : name,
      attribute: typeof attribute === "string" && attribute !== "" ? attribute : undefined,
      eventType: typeof eventType === "string" ? customEventType(eventType) : undefined,
      enabled: typeof enabled === "boolean" ? enabled : undefined,
    },
  ];
}

const kinds: ReadonlyMap<string, DataPointKind> = new Map([
  ["Event", "event"],
  ["EventAttribute", "event_attribute"],
  ["EventType", "event_type"],
  ["Identity", "identity"],
  ["ScreenView", "screen"],
  ["ScreenViewAttribute", "screen_attribute"],
  ["UserAttribute", "user_attribute"],
  ["UserIdentity", "identity"],
]);

/** Returns an identity by the batch's own name: the Platform API writes `CustomerId`, others `other2`. */
function identityType(name: string): string {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replaceAll("_", "")
      .replace(/^otherid/, "other");
  return identityTypes.find((type) => fold(type) === fold(name)) ?? name;
}

/** Returns a type by the batch's own name; older exports write `UserContent`. */
function customEventType(type: string): string | undefined {
  const name = type.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
  return name === "unknown" || name === "" ? undefined : name;
}
