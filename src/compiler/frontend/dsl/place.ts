import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";

/** Where parsed text stands: how its offsets become spans of a file, and where its mistakes go. */
export interface Place {
  readonly spanOf: (start: number, end: number) => Span;
  readonly report: Report;
}
