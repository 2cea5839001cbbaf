/** The library's syntax errors: which of them are reported, where, and in which words. */
import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from "yaml";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../../source/source-file.ts";

type ErrorCode = YAMLError["code"];

interface Wording {
  readonly problem: string;
  readonly advice?: string;
}

/** The library's error codes in our words; what is missing here keeps the library's sentence. */
const wordings: { readonly [code in ErrorCode]?: Wording } = {
  ALIAS_PROPS: { problem: "an alias has no tag or anchor of its own" },
  BAD_ALIAS: { problem: "the name of an anchor or alias is empty or ends in `:`" },
  BAD_DQ_ESCAPE: { problem: "no such escape in double quotes", advice: "Write `\\\\` for a backslash" },
  BAD_INDENT: {
    problem: "the indentation fits no line above",
    advice: "Indent the lines of one list or mapping alike",
  },
  BAD_PROP_ORDER: { problem: "an anchor or tag stands at the wrong place" },
  BAD_SCALAR_START: {
    problem: "unquoted text cannot begin with this character",
    advice: "Quote the text",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: "a second `:` on the line",
    advice: "Quote text that holds `: `, or move the inner mapping to a line of its own",
  },
  BLOCK_IN_FLOW: {
    problem: "an indented list or mapping cannot stand between brackets",
    advice: "Check that every bracket above is closed",
  },
  KEY_OVER_1024_CHARS: { problem: "a key has more than 1,024 characters" },
  MULTILINE_IMPLICIT_KEY: {
    problem: "a key goes over several lines",
    advice: "Check that this line has its `:`, and that quotes are closed",
  },
  MULTIPLE_ANCHORS: { problem: "a value has two anchors" },
  MULTIPLE_TAGS: { problem: "a value has two tags" },
  UNEXPECTED_TOKEN: {
    problem: "this cannot stand here",
    advice: "Quote text that holds brackets or braces, and check those before this",
  },
};

/** Codes that stand for several problems, told apart by the library's sentence. */
const wordingsByMessage: readonly (readonly [RegExp, Wording])[] = [
  [/^Missing closing ['"]quote/, { problem: "a quote is not closed", advice: "Write the closing quote" }],
  [
    /^Flow (?:map|sequence) in block|^Expected flow (?:map|sequence) to end/,
    { problem: "a bracket is not closed", advice: "Write the closing bracket" },
  ],
  [
    /^Missing , /,
    {
      problem: "a `,` is missing between two items",
      advice: "Write the `,`, or quote text that holds brackets or quotes",
    },
  ],
  [/^Implicit map keys need/, { problem: "a key has no `:` after it", advice: "Write `key: value`" }],
  [
    /^Comments must be separated/,
    { problem: "a comment begins without a space before it", advice: "Put a space before the `#`" },
  ],
  [
    /^Sequence item without/,
    { problem: "an item of a list has no `-`", advice: "Begin every item with `- `" },
  ],
];

/** Problems that the guard or the document reader reports with a diagnostic of their own. */
const reportedElsewhere: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "BAD_DIRECTIVE",
  "BAD_COLLECTION_TYPE",
  "DUPLICATE_KEY",
  "MULTIPLE_DOCS",
  "TAB_AS_INDENT",
  "TAG_RESOLVE_FAILED",
]);

/** Problems after which the parser is still in step, so that a later one is a mistake of its own. */
const harmless: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_DQ_ESCAPE",
  "BAD_SCALAR_START",
  "BLOCK_AS_IMPLICIT_KEY",
  "KEY_OVER_1024_CHARS",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
]);

/** Reports the library's problems up to the first that others follow from; says whether there was any. */
export function reportProblems(document: Document.Parsed, file: SourceFile, report: Report): boolean {
  const problems = [...document.errors, ...document.warnings]
    .filter(({ code }) => !reportedElsewhere.has(code))
    .sort((a, b) => a.pos[0] - b.pos[0]);
  for (const problem of problems) {
    const expression = expressionAround(problem, file);
    if (expression !== undefined) report("expression-mapping", expression, {});
    else report("yaml-syntax", placeOf(problem, document, file), wordingOf(problem));
    if (!harmless.has(problem.code)) break;
  }
  return problems.length > 0;
}

/**
 * Returns the braces or brackets of an expression in whose line a problem is: unquoted, YAML takes them for its own,
 * and whatever it then says is about something that nobody wrote.
 */
function expressionAround({ pos }: YAMLError, file: SourceFile): Span | undefined {
  const start = file.text.lastIndexOf("\n", Math.max(0, pos[0] - 1)) + 1;
  const line = /^.*/.exec(file.text.slice(start))?.[0] ?? "";
  const match = /\b(?:value|when)[ \t]*:[ \t]+(?!["'|>[{ \t])[^#]*?([[{])/.exec(line);
  if (match === null) return undefined;
  const bracket = start + match.index + match[0].length - 1;
  return { file, start: bracket, end: bracket + 1 };
}

function wordingOf({ code, message }: YAMLError): Wording {
  const byMessage = wordingsByMessage.find(([pattern]) => pattern.test(message))?.[1];
  return byMessage ?? wordings[code] ?? { problem: lowerFirst(message) };
}

function placeOf(problem: YAMLError, document: Document.Parsed, file: SourceFile): Span {
  const at = Math.min(problem.pos[0], file.text.length);
  const opening = isUnclosed(problem) ? openingBefore(at, document, file) : undefined;
  const start = opening ?? nearestText(at, file.text);
  return { file, start, end: Math.min(start + 1, file.text.length) };
}

function isUnclosed({ message }: YAMLError): boolean {
  return /^Missing closing|^Flow (?:map|sequence) in block|^Expected flow/.test(message);
}

/** Returns where the quote or bracket opens that is still open at an offset: the last one before it. */
function openingBefore(offset: number, document: Document.Parsed, file: SourceFile): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Node(_, node: Node) {
      const [start, , end] = node.range ?? [offset, offset, offset];
      const isCandidate = isCollection(node)
        ? node.flow === true
        : isScalar(node) && isQuote(file.text[start]);
      if (isCandidate && start < offset && end >= offset) opening = start;
    },
  });
  return opening;
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

/** Moves an offset from white space to the text behind it in the line, or else to the end of the text before it. */
function nearestText(offset: number, text: string): number {
  const behind = /[^ ]/g;
  behind.lastIndex = offset;
  const next = behind.exec(text);
  if (next !== null && !/[\r\n]/.test(next[0])) return next.index;
  return text.slice(0, offset).trimEnd().length;
}

function lowerFirst(sentence: string): string {
  const line = sentence.replace(/\s+/g, " ").replace(/\.$/, "");
  return line.charAt(0).toLowerCase() + line.slice(1);
}
