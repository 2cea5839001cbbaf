/**
 * Takes: the trees of a waybill's files, included ones first. Gives: a Program and what is wrong with it.
 * Guarantees: where there is no error, every name is resolved and every output key distinct; cascades are silent.
 * Does not read files and does not change the trees.
 */
import { createCollector, type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Parsed } from "../frontend/parse.ts";
import type { DataPlan } from "../plan/data-plan.ts";
import { bind } from "./bind.ts";
import { silence } from "./ignores.ts";
import { mergeFiles } from "./merge.ts";
import type { Program } from "./program.ts";
import { rules } from "./rules/index.ts";
import type { Target } from "./target.ts";

export interface Checked {
  readonly program: Program;
  readonly diagnostics: readonly Diagnostic[];
}

/** The data plan of a waybill, and what is wrong with the file that it is in. */
export interface LoadedPlan {
  readonly plan: DataPlan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks a waybill; `earlier` are the diagnostics of loading. Where a part of it could not be read, nothing else is
 * said, and information only where there is no error: both would guess from what is missing.
 */
export function check(
  parsed: readonly Parsed[],
  earlier: readonly Diagnostic[] = [],
  loaded: LoadedPlan = { plan: undefined, diagnostics: [] },
  target: Target = "module",
): Checked {
  const { diagnostics, report } = createCollector();
  const tree = mergeFiles(
    parsed.map((file) => file.tree),
    report,
  );
  const program = bind(
    parsed.map(({ file }) => file),
    tree,
    loaded.plan,
    report,
  );
  for (const rule of rules) rule({ program, tree, report, target });
  const found = [...earlier, ...parsed.flatMap((file) => file.diagnostics)];
  if (earlier.length > 0 || parsed.some((file) => !file.isWhole)) return { program, diagnostics: found };
  const all = silence(parsed, [...found, ...loaded.diagnostics, ...diagnostics]);
  return { program, diagnostics: hasErrors(all) ? all.filter(({ severity }) => severity !== "info") : all };
}
