import { isObject } from "../compiler/plan/json-schema.ts";
import { dataPointRows } from "./data-point-rows.ts";
import { mappingRows } from "./mapping-rows.ts";

/** Returns what a value of JSON is, in words, and the option that reads it: for someone who took the wrong one. */
export function kindOfExport(value: unknown): { readonly is: string; readonly option: string } | undefined {
  if (
    isObject(value) &&
    (isObject(value["version_document"]) || Array.isArray(value["data_plan_versions"]))
  ) {
    return { is: "a data plan", option: "--plan" };
  }
  const rows = dataPointRows(value);
  if (rows !== undefined) {
    return rows.some((row) => "enabled" in row || "sendNewDataPointsByDefault" in row)
      ? { is: "a Data Filter export", option: "--filter" }
      : { is: "a list of data points", option: "--data-points" };
  }
  if (mappingRows(value).length > 0) return { is: "a mapping setting", option: "--mappings" };
  return undefined;
}

/** Returns the sentence that says why a file is not what its option reads. */
export function wrongKind(value: unknown, wanted: string): string {
  if (value === undefined) return `is not JSON, so it is no ${wanted}.`;
  const kind = kindOfExport(value);
  if (kind === undefined) return `is no ${wanted}.`;
  return `is ${kind.is}, not ${articleOf(wanted)} ${wanted}: name it with \`${kind.option}\`.`;
}

function articleOf(noun: string): string {
  return /^[aeiou]/i.test(noun) ? "an" : "a";
}
