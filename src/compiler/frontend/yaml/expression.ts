/**
 * Takes: a YAML scalar that is an expression. Gives: its tree, with spans in the file.
 * Guarantees: a mistake that comes from YAML's own reading of the line is named as such.
 */
import type { ExpressionTree } from "../../ast/expression.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { mapScalar, type OffsetMap } from "../../source/offset-map.ts";
import type { DocumentScalar } from "../document/tree.ts";
import { parseExpression } from "../dsl/parse-expression.ts";

/** Parses the expression that a scalar holds. */
export function parseScalar(scalar: DocumentScalar, report: Report): ExpressionTree {
  const { span, text } = scalar;
  const map = offsetMapOf(scalar);
  return parseExpression(text, {
    spanOf: (start, end) => ({
      file: span.file,
      start: Math.min(map(start), span.end),
      end: Math.min(Math.max(map(start), endIn(map, end)), span.end),
    }),
    report(...mistake) {
      const comment = commentBehind(scalar);
      if (comment === undefined) report(...mistake);
      else report("expression-cut-short", { file: span.file, start: comment, end: comment + 1 }, {});
    },
  });
}

/** The end of a span is behind its last character, whatever YAML folded after it. */
function endIn(map: OffsetMap, end: number): number {
  return end === 0 ? map(0) : map(end - 1) + 1;
}

/** Returns where a comment begins behind a plain scalar, on its line: YAML ended the scalar there. */
function commentBehind({ span, form }: DocumentScalar): number | undefined {
  if (form !== "plain") return undefined;
  const { file, end } = span;
  const space = /^[ \t]+(?=#)/.exec(file.text.slice(end, end + 200));
  return space === null ? undefined : end + space[0].length;
}

function offsetMapOf({ span, text, form }: DocumentScalar): OffsetMap {
  const { file, start, end } = span;
  const source = file.text;
  if (form === "single") {
    return mapScalar(text, { source, start: start + 1, end: end - 1, escapes: "single quotes" });
  }
  if (form === "double") {
    return mapScalar(text, { source, start: start + 1, end: end - 1, escapes: "backslash" });
  }
  if (form !== "block") return mapScalar(text, { source, start, end, escapes: "none" });
  const header = source.indexOf("\n", start) + 1;
  return mapScalar(text, { source, start: header === 0 ? end : header, end, escapes: "none" });
}
