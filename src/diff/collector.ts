/**
 * Takes: what was seen to change, batch by batch. Gives: each change once, with counts and one example. Holds as many
 * changes as there are names, however many batches come; beyond a bound they are counted only.
 */
import {
  type Change,
  type Comparison,
  changeClasses,
  type Example,
  noCounts,
  type Origin,
  total,
} from "./change.ts";
import { mergeRenames } from "./merge-renames.ts";

/** A batch, as changes name it. */
export interface BatchInfo {
  readonly origin: Origin;
  readonly title: string;
}

/** A change that one batch shows. */
export interface Sighting extends Pick<Change, "class" | "kind" | "event" | "name" | "renamed"> {
  readonly from?: string | undefined;
  readonly why?: { readonly reason: Change["why"][number]["reason"]; readonly at: string } | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Which of the two waybills made a request. */
export type Side = "before" | "after";

/** Collects what changes. */
export interface Collector {
  countBatch(origin: Origin): void;
  /** Counts a request that a waybill made: of an event, or of the profile where that is undefined. */
  countRequest(side: Side, event: string | undefined, origin: Origin): void;
  add(sighting: Sighting, batch: BatchInfo): void;
  /** Notes that in one request a value left one key and stands under another. */
  addMoved(event: string | undefined, from: string, to: string): void;
  result(): Comparison;
}

/** The parts of a change that grow. */
export type Growing = Omit<Change, "counts" | "of" | "why" | "from"> & {
  readonly counts: ReturnType<typeof noCounts>;
  readonly why: Map<string, { readonly reason: Change["why"][number]["reason"]; at: string; count: number }>;
  readonly from: Set<string>;
};

const mostChanges = 10_000;
const mostReasons = 20;
const mostSources = 5;

/** Examples of tests and of made batches hold nobody's data, so they are taken first. */
const exampleRank: Readonly<Record<Origin, number>> = { tests: 0, generated: 1, sample: 2 };

/** Returns a collector of nothing yet. */
export function createCollector(): Collector {
  const batches = noCounts();
  const requests = {
    before: new Map<string, Growing["counts"]>(),
    after: new Map<string, Growing["counts"]>(),
  };
  const changes = new Map<string, Growing>();
  const moved = new Map<string, number>();
  let unlisted = 0;
  return {
    countBatch: (origin) => {
      batches[origin]++;
    },
    countRequest: (side, event, origin) => countIn(requests[side], scopeKey(event), origin),
    add(sighting, batch) {
      const key = changeKey(sighting);
      const known = changes.get(key) ?? (changes.size < mostChanges ? begin(sighting) : undefined);
      if (known === undefined) {
        unlisted++;
        return;
      }
      changes.set(key, grow(known, sighting, batch));
    },
    addMoved(event, from, to) {
      const key = JSON.stringify([event ?? null, from, to]);
      if (moved.has(key) || moved.size < mostChanges) moved.set(key, (moved.get(key) ?? 0) + 1);
    },
    result: () => ({
      batches,
      changes: sortChanges(mergeRenames([...changes.values()], moved).map((one) => finish(one, requests))),
      unlisted,
    }),
  };
}

function scopeKey(event: string | undefined): string {
  return event === undefined ? "profile" : `event ${event}`;
}

function changeKey({ class: of, kind, event, name, renamed }: Sighting): string {
  return JSON.stringify([of, kind, event ?? null, name, renamed ?? null]);
}

function countIn(map: Map<string, Growing["counts"]>, key: string, origin: Origin): void {
  const counts = map.get(key) ?? (map.size < mostChanges ? noCounts() : undefined);
  if (counts === undefined) return;
  counts[origin]++;
  map.set(key, counts);
}

function begin({ class: of, kind, event, name, renamed }: Sighting): Growing {
  return {
    ...{ class: of, kind, event, name, renamed, example: undefined },
    ...{ counts: noCounts(), why: new Map(), from: new Set() },
  };
}

function grow(known: Growing, sighting: Sighting, batch: BatchInfo): Growing {
  const { why, from, before, after } = sighting;
  known.counts[batch.origin]++;
  if (from !== undefined && known.from.size < mostSources) known.from.add(from);
  if (why !== undefined) {
    const key = JSON.stringify([why.reason, why.at]);
    const seen = known.why.get(key);
    if (seen !== undefined) seen.count++;
    else if (known.why.size < mostReasons) known.why.set(key, { ...why, count: 1 });
  }
  const example: Example = { origin: batch.origin, batch: batch.title, before, after };
  const isBetter =
    known.example === undefined || exampleRank[batch.origin] < exampleRank[known.example.origin];
  return isBetter ? { ...known, example } : known;
}

function finish(
  change: Growing,
  requests: Readonly<Record<Side, ReadonlyMap<string, Growing["counts"]>>>,
): Change {
  const { class: of, kind, event, why, from } = change;
  const side = of === "adds" ? "after" : "before";
  const scope = kind === "event" || kind === "event_renamed" ? change.name : event;
  const isCounted = kind !== "setting" && kind !== "reason" && kind !== "batch";
  return {
    ...change,
    from: [...from].sort(),
    of: isCounted ? (requests[side].get(scopeKey(scope)) ?? noCounts()) : noCounts(),
    why: [...why.values()].sort((a, b) => b.count - a.count),
  };
}

const kindOrder: readonly Change["kind"][] = [
  ...([
    "member",
    "setting",
    "batch",
    "profile",
    "event",
    "event_renamed",
    "attribute",
    "attribute_renamed",
  ] as const),
  ...(["order", "reason"] as const),
];

/** Losses first; in each class what concerns more comes first, then by how often, then by name. */
function sortChanges(changes: readonly Change[]): readonly Change[] {
  const rank = (change: Change) =>
    changeClasses.indexOf(change.class) * kindOrder.length + kindOrder.indexOf(change.kind);
  const name = ({ event, name }: Change) => `${event ?? ""}\n${name}`;
  return [...changes].sort((a, b) => {
    const [one, other] = [name(a), name(b)];
    return (
      rank(a) - rank(b) ||
      b.counts.sample - a.counts.sample ||
      total(b.counts) - total(a.counts) ||
      (one < other ? -1 : one > other ? 1 : 0)
    );
  });
}
