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

/** What each option reads, and how that is told from other JSON. */
const forms = {
  "data plan": "an object with `version_document`",
  "list of data points": "an object with `data`, a list of objects with `name` and `type`",
  "Data Filter export": "an object with `data`, a list of objects with `name`, `type` and `enabled`",
  "event-mapping setting": "an array of objects with `jsmap`, `map`, `maptype` and `value`",
} as const;

/** Returns the sentence that says why a file is not what its option reads. */
export function wrongKind(value: unknown, wanted: keyof typeof forms): string {
  if (value === undefined) return `is not JSON, so it is no ${wanted}: that is ${forms[wanted]}.`;
  const kind = kindOfExport(value);
  if (kind === undefined) return `is no ${wanted}: that is ${forms[wanted]}.`;
  return `is ${kind.is}, not ${articleOf(wanted)} ${wanted}: name it with \`${kind.option}\`.`;
}

function articleOf(noun: string): string {
  return /^[aeiou]/i.test(noun) ? "an" : "a";
}
