import type { Syntax } from "../source/syntax.ts";
import { printable } from "./printable.ts";
import { quote } from "./quote.ts";

/**
 * Message templates. A placeholder names an argument: `${"name"}` shows user text in backticks,
 * `${plain("name")}` shows the argument as it is (numbers, lists, our own words). `${code("to")}` names no
 * argument: it is a word of the language, in backticks; `${code("users: all", "users all")}` is written otherwise in
 * the DSL, and shown as the file that it is about is written.
 */
export interface Message<Name extends string> {
  readonly texts: readonly string[];
  readonly placeholders: readonly (Placeholder<Name> | Literal)[];
}

interface Placeholder<Name extends string> {
  readonly name: Name;
  readonly quoted: boolean;
}

/** A word of the language, by the syntax of the file. */
interface Literal {
  readonly code: Readonly<Record<Syntax, string>>;
}

/** The value of a message argument. */
export type Argument = string | number;

/** A placeholder without backticks. */
export function plain<const Name extends string>(name: Name): Placeholder<Name> {
  return { name, quoted: false };
}

/** A word of the language, or words that the DSL writes otherwise than YAML. */
export function code(yaml: string, dsl = yaml): Literal {
  return { code: { yaml, dsl } };
}

/** Tags a message template; the argument names become part of its type. */
export function msg<const Names extends readonly (string | Placeholder<string> | Literal)[]>(
  texts: TemplateStringsArray,
  ...names: Names
): Message<NameOf<Names[number]>> {
  const placeholders = names.map((name) => {
    if (typeof name === "object" && "code" in name) return name;
    // The element type of a generic tuple is not narrowed, so the name's type is restored by hand.
    const argument = (typeof name === "string" ? name : name.name) as NameOf<Names[number]>;
    return { name: argument, quoted: typeof name === "string" };
  });
  return { texts: [...texts], placeholders };
}

type NameOf<P> = P extends string ? P : P extends Placeholder<infer Name> ? Name : never;

/** Returns the message with its arguments filled in, or undefined where one of them is missing. */
export function fillMessage(
  message: Message<string>,
  args: Readonly<Record<string, Argument | undefined>>,
  syntax: Syntax,
): string | undefined {
  let text = message.texts[0] ?? "";
  for (const [index, placeholder] of message.placeholders.entries()) {
    const shown = showPlaceholder(placeholder, args, syntax);
    if (shown === undefined) return undefined;
    text += shown + (message.texts[index + 1] ?? "");
  }
  return text;
}

function showPlaceholder(
  placeholder: Placeholder<string> | Literal,
  args: Readonly<Record<string, Argument | undefined>>,
  syntax: Syntax,
): string | undefined {
  if ("code" in placeholder) return `\`${placeholder.code[syntax]}\``;
  const value = args[placeholder.name];
  if (value === undefined) return undefined;
  return placeholder.quoted ? quoteShortly(String(value)) : String(value);
}

/** Returns names as a message lists them; of a long list the first ten and how many more there are. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 10).map(quoteShortly).join(", ");
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

const longestQuote = 60;

/** What is too long for a sentence is cut. */
function quoteShortly(text: string): string {
  const points = [...printable(text)];
  return quote(points.length > longestQuote ? `${points.slice(0, longestQuote - 1).join("")}…` : text);
}
