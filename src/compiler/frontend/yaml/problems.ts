import type { YAMLError } from "yaml";

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
    advice: "Check that the line before has its `:`, and that quotes are closed",
  },
  MULTIPLE_ANCHORS: { problem: "a value has two anchors" },
  MULTIPLE_TAGS: { problem: "a value has two tags" },
};

/** Problems that the guard or the document reader reports with a diagnostic of their own. */
const reportedElsewhere: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "BAD_DIRECTIVE",
  "BAD_COLLECTION_TYPE",
  "DUPLICATE_KEY",
  "MULTIPLE_DOCS",
  "TAB_AS_INDENT",
  "TAG_RESOLVE_FAILED",
]);

/** Returns what a problem of the library is called in a diagnostic; undefined where another one covers it. */
export function problemOf(error: YAMLError): Wording | undefined {
  if (reportedElsewhere.has(error.code)) return undefined;
  return wordings[error.code] ?? { problem: lowerFirst(error.message) };
}

function lowerFirst(sentence: string): string {
  const line = sentence.replace(/\s+/g, " ").replace(/\.$/, "");
  return line.charAt(0).toLowerCase() + line.slice(1);
}
