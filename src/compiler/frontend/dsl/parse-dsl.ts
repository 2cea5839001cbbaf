import type { IToken } from "chevrotain";
import type { ExpressionTree } from "../../ast/expression.ts";
import type { WaybillNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { positionAt, type SourceFile } from "../../source/source-file.ts";
import { emptyWaybill, lowerDocument, type ParsedDocument } from "../document/lower-document.ts";
import type { DocumentScalar } from "../document/tree.ts";
import { isTooLarge } from "../file-size.ts";
import type { FileCstNode } from "./cst-types.generated.ts";
import { documentOf } from "./document.ts";
import { lexFile } from "./lex.ts";
import { sharedParser } from "./parser.ts";
import type { Place } from "./place.ts";
import { reportFileMistakes } from "./report-file-mistakes.ts";

/** Parses a waybill in the DSL: tokens, concrete tree, document, tree. */
export function parseDsl(file: SourceFile, report: Report): ParsedDocument {
  const brokenLines = new Set<number>();
  const lineOf = (offset: number) => positionAt(file, offset).line;
  const place: Place = {
    spanOf: (start, end) => ({ file, start, end: Math.min(end, file.text.length) }),
    report(code, span, ...rest) {
      const line = lineOf(span.start);
      // Of several mistakes in one line the later ones follow from the first.
      if (brokenLines.size === mostProblems || brokenLines.has(line)) return;
      brokenLines.add(line);
      report(code, span, ...rest);
    },
  };
  if (isTooLarge(file, place.report)) return { tree: emptyWaybill(file), isWhole: false };
  const lexed = lexFile(file.text, place);
  if (lexed === undefined) return { tree: emptyWaybill(file), isWhole: false };
  const parser = sharedParser();
  parser.input = [...lexed.tokens];
  // The rule's own type is that of any rule.
  const node = parser.file() as FileCstNode;
  if (parser.errors.length > 0 || brokenLines.size > 0) {
    const isBroken = ({ startOffset }: IToken) => brokenLines.has(lineOf(startOffset));
    reportFileMistakes(lexed.tokens, parser.errors, file, isBroken, place);
  }
  const root = documentOf(node, place, { file, start: 0, end: file.text.length });
  const isWhole = brokenLines.size === 0;
  const judge = isWhole ? report : ignore;
  const tree: WaybillNode = lowerDocument(root, judge, (scalar) => expressionIn(scalar, judge));
  const comments = lexed.comments.map(({ startOffset, image }) => ({
    kind: "Comment" as const,
    span: place.spanOf(startOffset, startOffset + image.length),
    text: image.slice(1),
  }));
  // The name stands in the line that the version stands in: where that is missing, it is no second mistake.
  const name = node.children.header === undefined ? { kind: "Error" as const, span: tree.span } : tree.name;
  return { tree: { ...tree, name, comments }, isWhole };
}

/** After so many syntax errors the rest say nothing new. */
const mostProblems = 20;

const ignore: Report = () => {};

/** An expression of the DSL was parsed with the file; only `otherwise`, which events and screens alone have, is none. */
function expressionIn({ expression, span, text }: DocumentScalar, report: Report): ExpressionTree {
  if (expression !== undefined) return expression;
  report("unexpected-start", span, { expected: "a value", found: text });
  return { kind: "Error", span };
}
