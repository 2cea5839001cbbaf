/** The grammar as the parser records it, in the few forms that a reader of grammars knows. */
import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";
import { WaybillParser } from "../../src/compiler/frontend/dsl/parser.ts";

export interface GrammarRule {
  readonly name: string;
  readonly body: Part;
}

export type Part =
  | { readonly kind: "rule" | "token"; readonly name: string }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Part[] }
  | { readonly kind: "optional"; readonly part: Part }
  | { readonly kind: "repeated"; readonly part: Part; readonly separator: Part | undefined };

/** Returns the rules in the order in which the parser has them. */
export function recordedGrammar(): readonly GrammarRule[] {
  const rules: readonly Rule[] = Object.values(new WaybillParser(true).getGAstProductions());
  return rules.map(({ name, definition }) => ({ name, body: sequenceOf(definition) }));
}

/** Returns a token as grammars show it: what it is where there is but one way to write it, else its name. */
export function tokenPart({ name, PATTERN }: TokenType): Part {
  return typeof PATTERN === "string" ? { kind: "literal", text: PATTERN } : { kind: "token", name };
}

function sequenceOf(productions: readonly IProduction[]): Part {
  const parts = productions.map(partOf);
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: "sequence", parts };
}

function partOf(production: IProduction): Part {
  if (production instanceof Terminal) return tokenPart(production.terminalType);
  if (production instanceof NonTerminal) return { kind: "rule", name: production.nonTerminalName };
  if (production instanceof Alternation) {
    return { kind: "choice", parts: production.definition.map(partOf) };
  }
  if (production instanceof Alternative) return sequenceOf(production.definition);
  if (production instanceof Option) return { kind: "optional", part: sequenceOf(production.definition) };
  const repeated = repeatedOf(production);
  const isOptional = production instanceof Repetition || production instanceof RepetitionWithSeparator;
  return isOptional ? { kind: "optional", part: repeated } : repeated;
}

function repeatedOf(production: IProduction): Part {
  if (production instanceof Repetition || production instanceof RepetitionMandatory) {
    return { kind: "repeated", part: sequenceOf(production.definition), separator: undefined };
  }
  if (
    production instanceof RepetitionWithSeparator ||
    production instanceof RepetitionMandatoryWithSeparator
  ) {
    const separator = tokenPart(production.separator);
    return { kind: "repeated", part: sequenceOf(production.definition), separator };
  }
  throw new Error(
    `The grammar has a production of a kind that is not known here: ${production.constructor.name}`,
  );
}
