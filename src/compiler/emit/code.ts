/**
 * Fragments of TypeScript. Text becomes code only through {@link code}: what is interpolated as a string is quoted.
 * A fragment is laid out when it is printed: a group stands on one line if it fits.
 */
import type { IrOrigin } from "../ir/ir.ts";

/** A fragment's layout, read by `print.ts` alone. */
export type Layout =
  | string
  | readonly Layout[]
  | { readonly kind: "group"; readonly content: Layout }
  | { readonly kind: "indent"; readonly content: Layout }
  /** A line break, or `flat` where the group around it fits on one line. */
  | { readonly kind: "line"; readonly flat: string }
  | { readonly kind: "hardline" }
  /** Text that stands only where the group around it is broken. */
  | { readonly kind: "ifBroken"; readonly text: string }
  | { readonly kind: "mark"; readonly origin: IrOrigin; readonly content: Layout };

/** A fragment of code. It cannot be made from a string but by quoting it. */
export class Code {
  readonly #layout: Layout;
  private constructor(layout: Layout) {
    this.#layout = layout;
  }
  /** Only for this folder: everything else goes through `code`. */
  static of(layout: Layout): Code {
    return new Code(layout);
  }
  static layoutOf(code: Code): Layout {
    return code.#layout;
  }
}

/** What can be interpolated: fragments as they are, everything else as a literal. */
export type Printable = Code | string | number | boolean | null;

/** Tags a template of TypeScript. */
export function code(texts: TemplateStringsArray, ...values: readonly Printable[]): Code {
  return Code.of(
    texts.flatMap((text, index) => (index === 0 ? [text] : [layoutOf(values[index - 1]), text])),
  );
}

function layoutOf(value: Printable | undefined): Layout {
  if (value instanceof Code) return Code.layoutOf(value);
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" && Number.isFinite(value)) return numeral(value);
  if (typeof value === "boolean" || value === null) return String(value);
  throw new TypeError(`Not printable as code: ${typeof value}`);
}

function numeral(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}

/**
 * Returns a string literal. Beyond JSON's escapes it spells out whatever could end a line or a script, or make code
 * look different from what it is: U+2028 and U+2029, invisible and bidirectional characters, and `</script`.
 */
function quote(text: string): string {
  return withFewerEscapes(JSON.stringify(text))
    .replace(/[\p{Cf}\u2028\u2029\u007f-\u009f]/gu, (character) =>
      [...Array(character.length).keys()].map((unit) => escapeUnit(character.charCodeAt(unit))).join(""),
    )
    .replace(/<\/(?=script)/gi, "<\\/");
}

/** Returns the literal in single quotes where that takes fewer escapes, as formatters do. */
function withFewerEscapes(literal: string): string {
  const count = (mark: RegExp) => literal.match(mark)?.length ?? 0;
  // The two quotes around the literal are not escaped.
  if (count(/"/g) - 2 <= count(/'/g)) return literal;
  const inside = literal.slice(1, -1).replace(/\\.|'/g, (part) => {
    return part === '\\"' ? '"' : part === "'" ? "\\'" : part;
  });
  return `'${inside}'`;
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

/** Marks a fragment with the place in the waybill that it comes from. */
export function at(origin: IrOrigin, fragment: Code): Code {
  return Code.of({ kind: "mark", origin, content: Code.layoutOf(fragment) });
}

/** Returns the fragments, each on a line of its own. */
export function lines(fragments: readonly Code[]): Code {
  return Code.of(
    fragments.flatMap((fragment, index) =>
      index === 0 ? [Code.layoutOf(fragment)] : [{ kind: "hardline" } as const, Code.layoutOf(fragment)],
    ),
  );
}

/** Returns `head {`, the fragments indented on lines of their own, and `}`. */
export function block(head: Code, body: readonly Code[], tail: Code = code``): Code {
  const content: Layout = [{ kind: "hardline" }, Code.layoutOf(lines(body))];
  const inside: Layout = body.length === 0 ? [] : [{ kind: "indent", content }, { kind: "hardline" }];
  return Code.of([Code.layoutOf(head), " {", inside, "}", Code.layoutOf(tail)]);
}

/** Returns `if (test) statement`, on one line or more. */
export function when(test: Code, statement: Code): Code {
  const condition: Layout = {
    kind: "group",
    content: ["if (", { kind: "indent", content: [softline, Code.layoutOf(test)] }, softline, ")"],
  };
  return Code.of({ kind: "group", content: [condition, clause(statement)] });
}

/** Returns `if (test) statement`, and `else otherwise` on the next line. */
export function choice(test: Code, statement: Code, otherwise: Code): Code {
  const alternative: Layout = { kind: "group", content: ["else", clause(otherwise)] };
  return Code.of([Code.layoutOf(when(test, statement)), { kind: "hardline" }, alternative]);
}

function clause(statement: Code): Layout {
  return { kind: "indent", content: [{ kind: "line", flat: " " }, Code.layoutOf(statement)] };
}

const softline: Layout = { kind: "line", flat: "" };

/** Fragments with an operator between them. */
export interface Chain {
  readonly parts: readonly Code[];
  readonly operator: "&&" | "||" | "??";
  /** Two parts that are no chains themselves: what follows a first one of several lines may stand behind it. */
  readonly isPair: boolean;
}

/** Returns `a && b`, with a line break after each operator where it does not fit on one line. */
export function chain({ parts, operator, isPair }: Chain): Code {
  const [first, ...others] = parts.map(Code.layoutOf);
  const rest = others.map((part) => follow(operator, part));
  const content: Layout = isPair ? { kind: "group", content: rest } : rest;
  return Code.of({ kind: "group", content: [first ?? "", { kind: "indent", content }] });
}

/** Returns the same for the parentheses of an `if`: each part on a line of its own, none indented. */
export function testChain({ parts, operator }: Chain): Code {
  const [first, ...others] = parts.map(Code.layoutOf);
  return Code.of([first ?? "", ...others.map((part) => follow(operator, part))]);
}

function follow(operator: Chain["operator"], part: Layout): Layout {
  return [` ${operator}`, { kind: "line", flat: " " }, part];
}

/** Returns `(a && b)`. */
export function parenthesised(fragment: Code): Code {
  return code`(${fragment})`;
}

/** Returns `!(a && b)`, where the parts may stand on lines of their own. */
export function negatedChain(negated: Chain): Code {
  const { parts, operator, isPair } = negated;
  const [first = code``, ...others] = parts;
  const rest = others.map((part) => follow(operator, Code.layoutOf(part)));
  const inside: Layout = isPair
    ? [Code.layoutOf(first), { kind: "group", content: rest }]
    : Code.layoutOf(testChain(negated));
  const content: Layout = ["!(", { kind: "indent", content: [softline, inside] }, softline, ")"];
  return Code.of({ kind: "group", content });
}

/** Returns `head(a, b)`: on one line, or one argument a line. */
export function call(head: Code, args: readonly Printable[]): Code {
  return Code.of([Code.layoutOf(head), list("(", args.map(layoutOf), ")", "")]);
}

/** Returns `[a, b]` with one item a line, unless there is only one. */
export function rows(items: readonly Code[]): Code {
  if (items.length < 2) return array(items);
  return Code.of(["[", { kind: "indent", content: items.map(row) }, { kind: "hardline" }, "]"]);
}

function row(item: Code): Layout {
  return [{ kind: "hardline" }, Code.layoutOf(item), ","];
}

/** Returns `[a, b]`. */
export function array(items: readonly Printable[]): Code {
  return Code.of(list("[", items.map(layoutOf), "]", ""));
}

/** Returns `{ a: 1, b: 2 }`. Keys are identifiers of ours, never text of the user. */
export function object(members: readonly (readonly [key: Identifier, value: Printable])[]): Code {
  return Code.of(
    list(
      "{",
      members.map(([key, value]) => [key, ": ", layoutOf(value)]),
      "}",
      " ",
    ),
  );
}

function list(open: string, items: readonly Layout[], close: string, padding: string): Layout {
  if (items.length === 0) return open + close;
  const separated = items.flatMap((item, index): Layout[] =>
    index === 0 ? [item] : [",", { kind: "line", flat: " " }, item],
  );
  const content: Layout = [{ kind: "line", flat: padding }, separated, { kind: "ifBroken", text: "," }];
  return {
    kind: "group",
    content: [open, { kind: "indent", content }, { kind: "line", flat: padding }, close],
  };
}

/** A name that is safe as an identifier. */
export type Identifier = string & { readonly identifier: unique symbol };

/** Returns a name of our own as an identifier; throws where it is not one. */
export function identifier(name: string): Identifier {
  if (!/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name)) throw new TypeError(`Not an identifier: ${name}`);
  // The test above is what the type stands for.
  return name as Identifier;
}

/** Returns an identifier as code. */
export function nameOf(name: Identifier): Code {
  return Code.of(name);
}

/** Returns a doc comment of one line; what could end it, hide in it or be read as an instruction is broken up. */
export function docComment(text: string): Code {
  return Code.of(`/** ${commentText(text)} */`);
}

/** Returns a `//` comment. */
export function lineComment(text: string): Code {
  return Code.of(`// ${commentText(text)}`);
}

function commentText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\s\u2028\u2029]+/gu, " ")
    .replace(/\*\//g, "*\\/")
    .replace(/<\/(?=script)/gi, "<\\/")
    .replace(/\/\/(?=[#@])/g, "/\\/")
    .trim();
}
