import type { IToken } from "chevrotain";
import type { WaybillNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { positionAt, type SourceFile, type Span } from "../../source/source-file.ts";
import { emptyWaybill, lowerDocument, type ParsedDocument } from "../document/lower-document.ts";
import { isTooLarge } from "../file-size.ts";
import type { FileCstNode } from "./cst-types.generated.ts";
import { documentOf } from "./document.ts";
import { lexFile } from "./lex.ts";
import { reportMistakes } from "./mistakes.ts";
import { sharedParser } from "./parser.ts";
import type { Place } from "./place.ts";
import { sign } from "./tokens.ts";

/** Parses a waybill in the DSL: tokens, concrete tree, document, tree. */
export function parseDsl(file: SourceFile, report: Report): ParsedDocument {
  const brokenLines = new Set<number>();
  let tokens: readonly IToken[] = [];
  const place: Place = {
    spanOf: (start, end) => ({ file, start, end: Math.min(end, file.text.length) }),
    report(code, span, ...rest) {
      if (brokenLines.size === mostProblems) return;
      const lineOf = (offset: number) => positionAt(file, offset).line;
      const line = lineOf(span.start);
      // Of several mistakes in one line the later ones follow from the first.
      if (brokenLines.has(line) || isLeftOver(span, brokenLines)) return;
      const block = code === "unknown-statement" ? blockAround(span.start, tokens) : undefined;
      // Statements of a block whose first line could not be read seem to stand where they may not.
      if (block !== undefined && brokenLines.has(lineOf(block))) return;
      brokenLines.add(line);
      report(code, span, ...rest);
    },
  };
  if (isTooLarge(file, place.report)) return { tree: emptyWaybill(file), isWhole: false };
  const lexed = lexFile(file.text, place);
  tokens = lexed?.tokens ?? [];
  if (lexed === undefined) return { tree: emptyWaybill(file), isWhole: false };
  const parser = sharedParser();
  parser.input = [...lexed.tokens];
  // The rule's own type is that of any rule.
  const node = parser.file() as FileCstNode;
  reportMistakes(parser.errors, lexed.tokens, "file", place);
  const root = documentOf(node, place, { file, start: 0, end: file.text.length });
  const isWhole = brokenLines.size === 0;
  const tree: WaybillNode = lowerDocument(root, isWhole ? report : ignore, expressionIn);
  const comments = lexed.comments.map(({ startOffset, image }) => ({
    kind: "Comment" as const,
    span: place.spanOf(startOffset, startOffset + image.length),
    text: image.slice(1),
  }));
  return { tree: { ...tree, comments }, isWhole };
}

/** After so many syntax errors the rest say nothing new. */
const mostProblems = 20;

const ignore: Report = () => {};

/** Returns where the innermost block around an offset opens. */
function blockAround(offset: number, tokens: readonly IToken[]): number | undefined {
  const open: number[] = [];
  for (const { tokenType, startOffset } of tokens) {
    if (startOffset >= offset) break;
    if (tokenType === sign.OpenBrace) open.push(startOffset);
    else if (tokenType === sign.CloseBrace) open.pop();
  }
  return open.at(-1);
}

/** Says whether a place is a brace whose partner an earlier mistake took. */
function isLeftOver({ file, start }: Span, brokenLines: ReadonlySet<number>): boolean {
  return brokenLines.size > 0 && file.text[start] === "}";
}

/** An expression of the DSL was parsed with the file. */
const expressionIn: Parameters<typeof lowerDocument>[2] = ({ expression, span }) =>
  expression ?? { kind: "Error", span };
