import type { Comparison } from "./change.ts";

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
}

/** Says whether anything changes for members. */
export function changesSomething({ comparison }: WaybillDiff): boolean {
  return comparison.changes.some((change) => change.class !== "cosmetic") || comparison.unlisted > 0;
}

/** Returns what is to be said where nothing changes, or where batches may not have shown all. */
export function remarkOf({ isSameForwarder, comparison, before, after }: WaybillDiff): string | undefined {
  if (before === undefined) return "This waybill is new.";
  if (after === undefined) return "This waybill is gone: nothing that it sent is sent any more.";
  if (comparison.changes.length > 0) return undefined;
  return isSameForwarder
    ? "Nothing changes: both make the same forwarder."
    : "No batch shows a difference, but the two are not the same forwarder. Add a sample with `--in`, or ask with `--prove`.";
}
