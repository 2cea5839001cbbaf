/** `grammar/waybill.ebnf`: the grammar in the notation of the W3C's XML specification. */
import { Lexer, type TokenType } from "chevrotain";
import { allTokens, Unknown, Word } from "../../src/compiler/frontend/dsl/tokens.ts";
import { type GrammarRule, type Part, recordedGrammar, tokenPart } from "./recorded-grammar.ts";

const lineWidth = 110;

const head = `/*
 * Generated from src/compiler/frontend/dsl/parser.ts and tokens.ts by \`npm run generate\`. Do not edit.
 *
 * The notation is that of the W3C's XML specification. A name with a capital is a token; what stands between
 * slashes is a regular expression. Spaces and comments may stand between any two tokens. What this notation cannot
 * say is in docs/language.md: where a line break means nothing, that comparisons do not chain, and that a pipe
 * beside another operator needs parentheses.
 */`;

/** Returns the whole grammar. */
export async function generateEbnf(): Promise<string> {
  const rules = recordedGrammar().map(ruleText);
  const words = allTokens.filter(({ CATEGORIES }) => CATEGORIES?.includes(Word));
  const others = allTokens.filter((token) => token !== Unknown).flatMap(tokenText);
  const tokens = [production(Word.name, words.map(tokenPart)), ...others];
  return `${[head, ...rules, ...tokens].join("\n\n")}\n`;
}

/** Returns a rule as a production. */
export function ruleText({ name, body }: GrammarRule): string {
  return production(name, body.kind === "choice" ? body.parts : [body]);
}

/** Returns a production in lines that fit. */
function production(name: string, choices: readonly Part[]): string {
  const indent = " ".repeat(name.length + 3);
  let line = `${name} ::=`;
  const lines: string[] = [];
  for (const [index, choice] of choices.entries()) {
    const next = `${index === 0 ? "" : " |"} ${textOf(choice)}`;
    if (line.length + next.length > lineWidth && index > 0) {
      lines.push(line);
      line = indent + next.slice(1);
    } else line += next;
  }
  return [...lines, line].join("\n");
}

function tokenText({ name, PATTERN }: TokenType): readonly string[] {
  return PATTERN instanceof RegExp && PATTERN !== Lexer.NA ? [`${name} ::= ${PATTERN}`] : [];
}

function textOf(part: Part): string {
  switch (part.kind) {
    case "rule":
    case "token":
      return part.name;
    case "literal":
      return `'${part.text}'`;
    case "sequence":
      return part.parts
        .map((inner) => (inner.kind === "choice" ? operandText(inner) : textOf(inner)))
        .join(" ");
    case "choice":
      return part.parts.map(textOf).join(" | ");
    case "optional":
      return optionalText(part.part);
    case "repeated":
      if (part.separator === undefined) return `${operandText(part.part)}+`;
      return `${textOf(part.part)} (${textOf(part.separator)} ${textOf(part.part)})*`;
  }
}

function optionalText(part: Part): string {
  if (part.kind === "repeated" && part.separator === undefined) return `${operandText(part.part)}*`;
  return `${operandText(part)}?`;
}

/** What stands before `*`, `+` or `?`. */
function operandText(part: Part): string {
  const isOne = part.kind === "rule" || part.kind === "token" || part.kind === "literal";
  return isOne ? textOf(part) : `(${textOf(part)})`;
}
