/** The parser's errors in the language's words: what was expected after what, and what stands there. */
import { EOF, type IRecognitionException, type IToken } from "chevrotain";
import type { Place } from "./place.ts";
import { LineBreak } from "./tokens.ts";

/** What is being parsed: it says what ends where something is missing. */
export type Unit = "file" | "expression";

/** Reports the parser's errors; of several in one line only the first, because the others follow from it. */
export function reportMistakes(
  errors: readonly IRecognitionException[],
  lineOf: (offset: number) => number,
  unit: Unit,
  place: Place,
): void {
  const lines = new Set<number>();
  for (const error of errors) {
    const line = lineOf(offsetOf(error));
    if (lines.has(line)) continue;
    lines.add(line);
    reportMistake(error, unit, place);
  }
}

/** Where an error is: at its token, or behind the last one where the text ends. */
function offsetOf(error: IRecognitionException): number {
  const { token } = error;
  return isMissing(token) ? endOf(previousOf(error)) : token.startOffset;
}

function reportMistake(error: IRecognitionException, unit: Unit, { report, spanOf }: Place): void {
  const { token } = error;
  const previous = previousOf(error);
  const expected = expectedBy(error, previous);
  const span = isMissing(token)
    ? spanOf(endOf(previous), endOf(previous) + 1)
    : spanOf(token.startOffset, token.startOffset + token.image.length);
  const isStart = previous === undefined || previous.tokenType === LineBreak || expected === "a statement";
  if (isMissing(token)) {
    const ending = token.tokenType === LineBreak ? "line" : unit;
    if (previous === undefined) return report("empty-text", span, { expected });
    return report("unfinished-text", span, { expected, unit: ending, previous: previous.image });
  }
  const found = token.image;
  if (isStart) return report("unexpected-start", span, { expected, found });
  report("unexpected-text", span, { expected, previous: previous?.image ?? "", found });
}

function isMissing({ tokenType }: IToken): boolean {
  return tokenType === EOF || tokenType === LineBreak;
}

function previousOf(error: IRecognitionException): IToken | undefined {
  // Only two of the library's four kinds of errors have the token before; their types do not say so.
  const { previousToken } = error as { readonly previousToken?: IToken };
  return previousToken === undefined || Number.isNaN(previousToken.startOffset) ? undefined : previousToken;
}

function endOf(token: IToken | undefined): number {
  return token === undefined ? 0 : token.startOffset + token.image.length;
}

/** Returns what was due: the rule's own words, or those of the rule that it was called for. */
function expectedBy({ message, context, name }: IRecognitionException, previous: IToken | undefined): string {
  if (name === "NotAllInputParsedException" || message === EOF.name) return "an operator";
  if (message !== "a name") return message === "" ? "something else" : message;
  const rules = [...context.ruleStack].reverse();
  const key = rules.find((rule) => rule in namesByRule && rule !== "name" && rule !== "names");
  const words = key === undefined ? undefined : namesByRule[key];
  if (words === undefined) return message;
  return previous?.image === "->" ? (words.target ?? words.name) : words.name;
}

/** What a name is, by the rule that it stands in. */
const namesByRule: Readonly<Record<string, { readonly name: string; readonly target?: string }>> = {
  attributeHead: { name: "an mParticle attribute", target: "a key" },
  attributeSet: { name: "the name of the set" },
  eventHead: { name: "an mParticle event name", target: "a SessionM event name" },
  header: { name: "the waybill's name" },
  identity: { name: "an identity type", target: "a field of SessionM's user" },
  identityTarget: { name: "a key or a type" },
  listSetting: { name: "a name, or `none`" },
  lookupPair: { name: "a text", target: "a text" },
  profileHead: { name: "`mpid` or an identity type" },
  rule: { name: "a glob in double quotes", target: "a key" },
  screenHead: { name: "a screen name", target: "a SessionM event name" },
  setReference: { name: "the name of a set" },
  wordSetting: { name: "a word" },
};
