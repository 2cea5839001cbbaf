import { changesSomething, type WaybillDiff } from "./waybill-diff.ts";
import { exampleValues } from "./words.ts";

/** Returns diffs as JSON. Values of a sample are hidden unless they are asked for. */
export function renderDiffJson(diffs: readonly WaybillDiff[], showsValues: boolean): string {
  const waybills = diffs.map((diff) => ({
    waybill: diff.title,
    before: diff.before ?? null,
    after: diff.after ?? null,
    changes_something: changesSomething(diff),
    same_forwarder: diff.isSameForwarder,
    batches: diff.comparison.batches,
    changes: diff.comparison.changes.map(({ event, renamed, example, ...change }) => ({
      ...change,
      event: event ?? null,
      renamed: renamed ?? null,
      example: example === undefined ? null : { ...example, ...exampleValues(example, showsValues) },
    })),
    unlisted: diff.comparison.unlisted,
    proof: diff.proof ?? null,
  }));
  return `${JSON.stringify({ waybills }, null, 2)}\n`;
}
