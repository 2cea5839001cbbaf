import type { Comparison } from "./change.ts";

/** What is known of every batch there can be, not only of those that were run. */
export type ShownProof =
  | { readonly kind: "equivalent" }
  | { readonly kind: "different"; readonly batch: string }
  | { readonly kind: "undecided"; readonly doubts: readonly ShownDoubt[] };

/** A part that is not decided, with its places in both versions. */
export interface ShownDoubt {
  readonly what: string;
  readonly why: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What changes between two versions of one waybill. */
export interface WaybillDiff {
  /** The waybill as people know it: its path. */
  readonly title: string;
  /** Both versions in words; undefined where there is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly comparison: Comparison;
  /** Whether both make the same forwarder, places apart: then no batch at all shows a difference. */
  readonly isSameForwarder: boolean;
  /** Undefined where it was not asked for, or there are not two versions. */
  readonly proof: ShownProof | undefined;
}

/** Says whether anything changes for members, or may where it was asked for every batch. */
export function changesSomething({ comparison, proof }: WaybillDiff): boolean {
  if (proof?.kind === "undecided") return true;
  return comparison.changes.some((change) => change.class !== "cosmetic") || comparison.unlisted > 0;
}

/** Returns what is to be said where nothing changes, or where batches may not have shown all. */
export function remarkOf({
  isSameForwarder,
  comparison,
  before,
  after,
  proof,
}: WaybillDiff): string | undefined {
  if (before === undefined) return "This waybill is new.";
  if (after === undefined) return "This waybill is gone: nothing that it sent is sent any more.";
  if (comparison.changes.length > 0 || proof !== undefined) return undefined;
  return isSameForwarder
    ? "Nothing changes: both make the same forwarder."
    : "No batch shows a difference, but the two are not the same forwarder. Add a sample with `--in`, or ask with `--prove`.";
}

/** Returns what is known of every batch, in lines: the verdict first, then what it rests on. */
export function proofLines(proof: ShownProof): readonly [verdict: string, ...rest: string[]] {
  switch (proof.kind) {
    case "equivalent":
      return ["Proven: every batch gives the same requests, byte by byte."];
    case "different":
      return ["Not the same: this batch tells the two apart.", proof.batch];
    case "undecided":
      return [
        "Not decided: no batch was found that tells the two apart, and these parts may differ.",
        ...proof.doubts.map(({ what, why, before, after }) => {
          return `${what} (${before ?? "nothing"} → ${after ?? "nothing"}): ${why}`;
        }),
      ];
  }
}
