import { type Counts, origins, total } from "./change.ts";
import type { Growing } from "./collector.ts";

/**
 * Makes one change of a key that is gone and one that is new, where the value moved from one to the other every time
 * that either happened. Otherwise they stay what they are: a loss and an addition.
 */
export function mergeRenames(
  changes: readonly Growing[],
  moved: ReadonlyMap<string, number>,
): readonly Growing[] {
  const find = (wanted: "drops" | "adds", event: string | null, name: string) =>
    changes.find((one) => {
      return (
        one.class === wanted &&
        one.kind === "attribute" &&
        one.event === (event ?? undefined) &&
        one.name === name
      );
    });
  const merged = new Set<Growing>();
  const renames: Growing[] = [];
  for (const [key, count] of moved) {
    // The collector wrote the key in this form.
    const [event, from, to] = JSON.parse(key) as readonly [string | null, string, string];
    const [lost, gained] = [find("drops", event, from), find("adds", event, to)];
    if (lost === undefined || gained === undefined || merged.has(lost) || merged.has(gained)) continue;
    if (count !== total(lost.counts) || !isSame(lost.counts, gained.counts)) continue;
    merged.add(lost).add(gained);
    const after = gained.example?.after;
    const example = lost.example && { ...lost.example, after };
    renames.push({
      ...lost,
      class: "changes",
      kind: "attribute_renamed",
      renamed: to,
      why: new Map(),
      example,
    });
  }
  return [...changes.filter((change) => !merged.has(change)), ...renames];
}

function isSame(one: Counts, other: Counts): boolean {
  return origins.every((origin) => one[origin] === other[origin]);
}
