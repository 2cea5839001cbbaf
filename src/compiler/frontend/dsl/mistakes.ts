/** The parser's errors in the language's words: what was expected after what, and what stands there. */
import { EOF, type IRecognitionException, type IToken } from "chevrotain";
import { renameFixes } from "../../diagnostics/rename.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Place } from "./place.ts";
import { keywordTable, LineBreak, Semicolon, sign } from "./tokens.ts";

/** What is being parsed: it says what ends where something is missing. */
export type Unit = "file" | "expression";

/** Reports the parser's errors in a text of these tokens. */
export function reportMistakes(
  errors: readonly IRecognitionException[],
  tokens: readonly IToken[],
  unit: Unit,
  place: Place,
): void {
  if (errors.length === 0) return;
  const indexes = new Map(tokens.map((token, index) => [token.startOffset, index]));
  const last = tokens.findLast(isWritten);
  for (const error of errors) {
    const isAtEnd = error.token.tokenType === EOF;
    // What stands before the token in the text; recovery makes the parser's own idea of it useless.
    const previous = isAtEnd ? last : tokens[(indexes.get(error.token.startOffset) ?? 0) - 1];
    reportMistake(error, previous, unit, place);
  }
}

function isWritten({ tokenType }: IToken): boolean {
  return tokenType !== LineBreak;
}

function reportMistake(
  error: IRecognitionException,
  previous: IToken | undefined,
  unit: Unit,
  { report, spanOf }: Place,
): void {
  const { token } = error;
  const expected = expectedBy(error, previous, unit);
  const behind = endOf(previous);
  if (isMissing(token)) {
    const span = spanOf(behind, behind + 1);
    if (previous === undefined) return report("empty-text", span, { expected });
    const ending = token.tokenType === LineBreak ? "line" : unit;
    return report("unfinished-text", span, { expected, unit: ending, previous: previous.image });
  }
  const span = spanOf(token.startOffset, token.startOffset + token.image.length);
  const found = token.image;
  if (unit === "file" && startsStatement(previous)) {
    const near = nearest(found, statementWords);
    const suggestion = near === found ? undefined : near;
    const fixes = renameFixes(span, { word: found, suggestion, candidates: statementWords });
    return report("unknown-statement", span, { found, suggestion }, [], fixes);
  }
  if (previous === undefined) return report("unexpected-start", span, { expected, found });
  report("unexpected-text", span, { expected, previous: previous.image, found });
}

const statementWords: readonly string[] = [...keywordTable.section, ...keywordTable.statement];

function startsStatement(previous: IToken | undefined): boolean {
  return previous === undefined || [LineBreak, Semicolon, sign.OpenBrace].includes(previous.tokenType);
}

function isMissing({ tokenType }: IToken): boolean {
  return tokenType === EOF || tokenType === LineBreak;
}

function endOf(token: IToken | undefined): number {
  return token === undefined ? 0 : token.startOffset + token.image.length;
}

/** Returns what was due: the rule's own words, or those of the rule that it was called for. */
function expectedBy(
  { message, context, name, token }: IRecognitionException,
  previous: IToken | undefined,
  unit: Unit,
): string {
  if (name === "NotAllInputParsedException" || message === EOF.name) {
    return unit === "file" ? "the end of the line" : "an operator";
  }
  const closesBlock = message === sign.CloseBrace.LABEL && !isInExpression(context.ruleStack);
  if (message === "a statement" || (closesBlock && token.tokenType !== EOF)) return "the end of the line";
  if (message !== "a name") return message === "" ? "something else" : message;
  const rules = [...context.ruleStack].reverse();
  const key = rules.find((rule) => rule in namesByRule);
  const words = key === undefined ? undefined : namesByRule[key];
  if (words === undefined) return message;
  return previous?.tokenType === sign.Arrow ? (words.target ?? words.name) : words.name;
}

function isInExpression(rules: readonly string[]): boolean {
  return rules.includes("expression");
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
