/** The options that name exports, which `import` and `drift` share. */

import { readFileSync, statSync } from "node:fs";
import { parse, resolve } from "node:path";
import { readDataPlan } from "../../compiler/plan/read-plan.ts";
import { wrongKind } from "../../import/export-kind.ts";
import type { DataPoint, Exports, ReadExport } from "../../import/exports.ts";
import { readAttributeList } from "../../import/read-attribute-list.ts";
import { readDataFilter, readDataPoints } from "../../import/read-data-points.ts";
import { readJson } from "../../import/read-json.ts";
import { readMappings } from "../../import/read-mappings.ts";
import { UsageError } from "../exit.ts";
import { FileError } from "../file-error.ts";
import { InputProblem } from "../input-problem.ts";

/** The options, as `parseArguments` takes them. */
export const exportFlags = {
  mappings: { type: "string" },
  setting: { type: "string" },
  filter: { type: "string", multiple: true },
  "data-points": { type: "string", multiple: true },
  plan: { type: "string" },
  attributes: { type: "string" },
  column: { type: "string" },
} as const;

/** The lines of a usage text about them. */
export const exportUsage = `
  --mappings <file>     the event-mapping setting: a JSON array of jsmap, map, maptype and value, HTML-escaped or
                        not, by itself or among other settings
  --setting <name>      only the setting of this name, where a file has several
  --filter <file>       the Data Filter of the output: the Platform API's answer with \`enabled\` in its rows
  --plan <file>         a data plan version, as downloaded
  --data-points <file>  the Platform API's list of data points, for the names of mapped events
  --attributes <file>   SessionM's Custom User Profile Attributes: one name a line, or CSV
  --column <name>       the column of the CSV that has the names`.slice(1);

/** What the options say. */
export interface ExportFlags {
  readonly mappings?: string | undefined;
  readonly setting?: string | undefined;
  readonly filter?: readonly string[] | undefined;
  readonly "data-points"?: readonly string[] | undefined;
  readonly plan?: string | undefined;
  readonly attributes?: string | undefined;
  readonly column?: string | undefined;
}

/** Exports that were read, with the plan's text and the names of the files. */
export interface GivenExports {
  readonly exports: Exports;
  readonly planText: string | undefined;
  readonly sources: readonly string[];
}

/** Reads the exports that options name. Throws InputProblem where a file cannot be read or is another one. */
export function readExports(flags: ExportFlags, cwd: string): GivenExports {
  const { mappings, filter, plan, attributes, setting, column } = flags;
  if (setting !== undefined && mappings === undefined) {
    throw new UsageError("`--setting` is for `--mappings`.");
  }
  if (column !== undefined && attributes === undefined)
    throw new UsageError("`--column` is for `--attributes`.");
  const read = <T>(path: string, reader: (text: string) => ReadExport<T>): T => {
    const result = reader(readText(path, cwd));
    if (result.kind === "problem") throw new InputProblem(`\`${path}\` ${result.problem}`);
    return result.value;
  };
  const planText = plan === undefined ? undefined : readText(plan, cwd);
  const filters = filter?.map((path) => read(path, readDataFilter));
  const sendsNew = filters?.map((one) => one.sendsNew).find((one) => one !== undefined);
  return {
    exports: {
      mappings: mappings === undefined ? undefined : read(mappings, (text) => readMappings(text, setting)),
      filter: filters && { points: numbered(filters.flatMap(({ points }) => points)), sendsNew },
      dataPoints: (flags["data-points"] ?? []).flatMap((path) => read(path, readDataPoints)),
      plan: planText === undefined ? undefined : read(plan ?? "", () => planOf(planText)),
      attributes:
        attributes === undefined ? undefined : read(attributes, (text) => readAttributeList(text, column)),
    },
    planText,
    sources: [mappings, ...(filter ?? []), plan, ...(flags["data-points"] ?? []), attributes].flatMap(
      (path) => {
        return path === undefined ? [] : parse(path).base;
      },
    ),
  };
}

/** Rows of several files are told apart by their number. */
function numbered(points: readonly DataPoint[]): readonly DataPoint[] {
  return points.map((point, index) => ({ ...point, row: index + 1 }));
}

function planOf(text: string): ReadExport<NonNullable<Exports["plan"]>> {
  const result = readDataPlan(text);
  if (result.kind === "plan") return { kind: "read", value: result.plan };
  const wrong = wrongKind(readJson(text), "data plan");
  const isOther = wrong.includes("`--");
  return { kind: "problem", problem: isOther ? wrong : `is no data plan: ${result.problem}.` };
}

/** More than any export has: a workspace has at most 1,000 event names of 100 attributes. */
const mostBytes = 64 * 1024 * 1024;

function readText(path: string, cwd: string): string {
  try {
    const full = resolve(cwd, path);
    const { size } = statSync(full);
    if (size > mostBytes) {
      throw new InputProblem(`\`${path}\` is too large: ${size.toLocaleString("en-US")} bytes.`);
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(full));
  } catch (error) {
    if (error instanceof InputProblem) throw error;
    if (error instanceof TypeError) throw new InputProblem(`\`${path}\` is not UTF-8 text.`);
    throw new FileError("read", path, error);
  }
}
