import { isObject, type JsonObject } from "../compiler/plan/json-schema.ts";

/** Returns the rows of an answer of the Platform API; undefined where it is none. */
export function dataPointRows(value: unknown): readonly JsonObject[] | undefined {
  const rows: unknown = isObject(value) ? value["data"] : value;
  if (!Array.isArray(rows) || rows.length === 0) return undefined;
  const objects = rows.filter(isObject);
  const isAnswer = objects.every((row) => {
    return typeof row["type"] === "string" || "sendNewDataPointsByDefault" in row;
  });
  return objects.length === rows.length && isAnswer ? objects : undefined;
}
