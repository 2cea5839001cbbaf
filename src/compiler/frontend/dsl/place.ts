import type { CstNode } from "chevrotain";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";

/** Where parsed text stands: how its offsets become spans of a file, and where its mistakes go. */
export interface Place {
  readonly spanOf: (start: number, end: number) => Span;
  readonly report: Report;
}

/** Returns the span of a node of the concrete tree; the library's end offset is that of the last character. */
export function spanOfNode({ location }: CstNode, { spanOf }: Place): Span {
  const start = location?.startOffset ?? 0;
  const end = (location?.endOffset ?? start - 1) + 1;
  return Number.isNaN(start) || Number.isNaN(end) ? spanOf(0, 0) : spanOf(start, Math.max(start, end));
}
