/**
 * The words and signs of the DSL and of expressions. Keywords are words: where a name is due, any word is a name.
 * `grammar/` is generated from these tables.
 */
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";

/** White space, and a byte order mark. */
const Space = createToken({ name: "Space", pattern: /[ \t\f\ufeff]+/, group: Lexer.SKIPPED });
export const Comment = createToken({ name: "Comment", pattern: /#[^\n\r]*/, group: "comments" });
/** The end of a line, and the blank lines behind it. */
export const LineBreak = createToken({
  name: "LineBreak",
  label: "the end of the line",
  pattern: /[\n\r][ \t\f\ufeff\n\r]*/,
  line_breaks: true,
});
/** What begins nothing; it is reported, and the parser does not see it. Signs that are one in pairs come later. */
export const Unknown = createToken({
  name: "Unknown",
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are among what begins nothing.
  pattern: /[\u0080-\uffff]+|&+|=>?|[\x00-\x08\x0b\x0e-\x1f!'?@\\^`~\x7f]/,
  group: "unknown",
});
export const Semicolon = createToken({ name: "Semicolon", label: "`;`", pattern: ";" });

/** Any word: keywords belong to it, so that a name may be one. */
export const Word = createToken({ name: "Word", label: "a name", pattern: Lexer.NA });
export const Identifier = createToken({
  name: "Identifier",
  label: "a name",
  pattern: /[A-Za-z_$][A-Za-z0-9_$]*/,
  categories: [Word],
});
/** One that is not closed ends with its line, and is reported: else all that follows it would be text. */
export const Text = createToken({
  name: "Text",
  label: "a text in double quotes",
  pattern: /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*(?:"|\\?)/,
});
export const EnvironmentReference = createToken({
  name: "EnvironmentReference",
  label: "an environment reference such as `${NAME}`",
  pattern: /\$\{[^}\n\r]*\}?/,
});
export const NumberLiteral = createToken({
  name: "NumberLiteral",
  label: "a number",
  pattern: /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/,
});

/** The keywords of expressions and of statements, each with what it is for: `grammar/` colours them by it. */
export const keywordTable = {
  operator: ["or", "and", "not", "in"],
  constant: ["true", "false", "otherwise"],
  section: ["connection", "source", "sessionm", "casing", "profile", "event", "screen"],
  statement: [
    "waybill",
    "description",
    "include",
    "host",
    "api_key",
    "api_secret",
    "data_plan",
    "platforms",
    "environments",
    "users",
    "login_identities",
    "names",
    "loop_partners",
    "replays",
    "events",
    "attributes",
    "user_attributes",
    "event_attributes",
    "rule",
    "set",
    "identity",
    "reserved_fields",
    "default",
    "attribute",
    "new_attributes",
    "new_events",
    "lists",
    "removed",
    "send",
    "missing_users",
    "external_id_type",
    "opted_in",
    "type",
    "value",
    "text",
    "lookup",
    "else",
    "when",
  ],
  modifier: ["by", "identifier", "replaces", "create", "none"],
} as const;

export type Keyword = (typeof keywordTable)[keyof typeof keywordTable][number];

/** Words that are no names unless quoted: they would end or continue what stands before them. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...keywordTable.operator,
  ...keywordTable.constant,
]);

/** Longer ones first: of a word that begins with another, the lexer would else take the other for a name. */
const keywords = new Map<string, TokenType>(
  Object.values(keywordTable)
    .flat()
    .sort((a, b) => b.length - a.length)
    .map((word) => [word, keywordToken(word)]),
);

function keywordToken(word: string): TokenType {
  const categories = reservedWords.has(word) ? [] : [Word];
  return createToken({
    name: `${word}Keyword`,
    label: `\`${word}\``,
    pattern: word,
    longer_alt: Identifier,
    categories,
  });
}

const sections: ReadonlySet<string> = new Set<Keyword>(keywordTable.section);

/** Says whether a token is the word that a section begins with. */
export function isSectionWord({ image }: IToken): boolean {
  return sections.has(image);
}

/** Returns the token of a keyword. */
export function keyword(word: Keyword): TokenType {
  return keywords.get(word) ?? Identifier;
}

const signs = {
  Arrow: "->",
  Coalesce: "??",
  Equal: "==",
  NotEqual: "!=",
  LessOrEqual: "<=",
  GreaterOrEqual: ">=",
  Less: "<",
  Greater: ">",
  Plus: "+",
  Minus: "-",
  Times: "*",
  Divide: "/",
  Remainder: "%",
  Pipe: "|",
  Comma: ",",
  Colon: ":",
  Dot: ".",
  OpenParenthesis: "(",
  CloseParenthesis: ")",
  OpenBracket: "[",
  CloseBracket: "]",
  OpenBrace: "{",
  CloseBrace: "}",
} as const;

/** The signs by name. */
export const sign = Object.fromEntries(
  Object.entries(signs).map(([name, pattern]) => [
    name,
    createToken({ name, label: `\`${pattern}\``, pattern }),
  ]),
  // Every name of the table is there.
) as { readonly [Name in keyof typeof signs]: TokenType };

/** Every token, in the order in which the lexer tries them. */
export const allTokens: readonly TokenType[] = [
  Space,
  Comment,
  LineBreak,
  Semicolon,
  EnvironmentReference,
  ...keywords.values(),
  Identifier,
  Word,
  Text,
  NumberLiteral,
  ...Object.values(sign),
  Unknown,
];
