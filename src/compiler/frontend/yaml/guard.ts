/**
 * Takes: the text of a file. Gives: the tokens of `yaml`'s concrete parser, ready to be composed, and the comments.
 * Guarantees: the library's recursive composer never meets nesting that could abort the process, nor a file so
 * large that it takes long; beyond a limit there is a diagnostic and nothing else. The lexer and the concrete
 * parser are iterative; only they see unchecked input. Does not judge anything that a later phase can.
 */
import { CST, Lexer, Parser } from "yaml";
import type { CommentNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import { limits } from "../limits.ts";

/** A file's concrete syntax tree, and its comments in order. */
export interface GuardedTokens {
  readonly tokens: readonly CST.Token[];
  readonly comments: readonly CommentNode[];
}

/** Returns the file's tokens, or undefined after a limit was passed. */
export function guardedTokens(file: SourceFile, report: Report): GuardedTokens | undefined {
  const lexed = lex(file, report);
  const tokens = lexed && parse(lexed.lexemes, file, report);
  return tokens && { tokens, comments: lexed.comments };
}

interface Lexed {
  readonly lexemes: readonly string[];
  readonly comments: readonly CommentNode[];
}

function lex(file: SourceFile, report: Report): Lexed | undefined {
  const lexemes: string[] = [];
  const comments: CommentNode[] = [];
  let offset = 0;
  let nodes = 0;
  let depth = 0;
  let isContent = false;
  for (const lexeme of new Lexer().lex(file.text)) {
    lexemes.push(lexeme);
    const span = { file, start: offset, end: offset + 1 };
    const type = isContent ? null : CST.tokenType(lexeme);
    isContent = lexeme === CST.SCALAR && !isContent;
    switch (type) {
      case "scalar":
      case "alias":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        nodes++;
        break;
      case "flow-map-start":
      case "flow-seq-start":
        nodes++;
        depth++;
        break;
      case "flow-map-end":
      case "flow-seq-end":
        depth--;
        break;
      case "comment": {
        const end = offset + lexeme.length;
        comments.push({ kind: "Comment", span: { ...span, end }, text: lexeme.slice(1) });
        break;
      }
      case "space":
        if (lexeme.includes("\t")) reportTab(file, offset + lexeme.indexOf("\t"), report);
        break;
      case "directive-line":
        report("yaml-directive", { file, start: offset, end: offset + lexeme.length }, {});
        break;
    }
    if (nodes > limits.nodes) return tooComplex(limits.nodes, "values", span, report);
    if (lexemes.length > limits.tokens) return tooComplex(limits.tokens, "tokens", span, report);
    if (depth > limits.depth) return tooDeep(span, report);
    if (!isMarker(type)) offset += lexeme.length;
  }
  return { lexemes, comments };
}

function parse(lexemes: readonly string[], file: SourceFile, report: Report): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const [index, lexeme] of lexemes.entries()) {
    if (index === 0 && lexeme === byteOrderMark) {
      // The library takes what follows a mark for the middle of a line, where no list may begin.
      parser.offset = byteOrderMark.length;
      continue;
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (depthOf(parser) > limits.depth + levelsOutside) {
      return tooDeep({ file, start: parser.offset, end: parser.offset + 1 }, report);
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

const byteOrderMark = "\ufeff";

/** The document, and the scalar inside the innermost collection, stand on the parser's stack too. */
const levelsOutside = 2;

function depthOf(parser: Parser): number {
  // The library keeps its depth only in this field, which its types leave out.
  return (parser as unknown as { readonly stack: readonly unknown[] }).stack.length;
}

/** Says whether the lexeme is one of the lexer's own marks, which take no room in the text. */
function isMarker(type: ReturnType<typeof CST.tokenType>): boolean {
  return type === "doc-mode" || type === "flow-error-end" || type === "scalar";
}

type At = Parameters<Report>[1];

function tooComplex(limit: number, unit: string, span: At, report: Report): undefined {
  report("file-too-complex", span, { limit: limit.toLocaleString("en-US"), unit });
}

function tooDeep(span: At, report: Report): undefined {
  report("nesting-too-deep", span, { limit: limits.depth });
}

function reportTab(file: SourceFile, offset: number, report: Report): void {
  report("yaml-tab", { file, start: offset, end: offset + 1 }, {});
}
