import type { Span } from "../compiler/source/source-file.ts";

/** The exports that a waybill is compared with. */
export type ComparedExport = "attributes" | "filter" | "mappings";

/** Where something is that is not in both, or whether it is in both and not the same. */
export type DifferenceKind = "different" | "not_compared" | "only_in_export" | "only_in_waybill";

/** A difference between an export and a waybill. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly export: ComparedExport;
  readonly text: string;
  /** The place in the waybill, for what is there. */
  readonly span: Span | undefined;
}

/** Returns a difference. */
export function difference(
  kind: DifferenceKind,
  from: ComparedExport,
  text: string,
  span?: Span,
): Difference {
  return { kind, export: from, text, span };
}
