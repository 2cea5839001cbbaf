/** Expressions in plain sentences, for people who do not read the language. They say what it says, absent values too. */
import type { Expression, Source } from "../compiler/check/expression.ts";
import type { Value } from "../compiler/check/program.ts";

/** Returns a name or text between quotation marks. */
export function inQuotationMarks(text: string): string {
  return text === "" ? "an empty text" : `“${text}”`;
}

/** Returns `a`, `a or b`, `a, b or c`. */
export function listWords(items: readonly string[], word: "and" | "or"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** Returns a condition as a clause: “the platform is not roku”. */
export function conditionWords(condition: Expression): string {
  switch (condition.kind) {
    case "logic": {
      const side = (part: Expression) => {
        const words = conditionWords(part);
        return part.kind === "logic" && part.operator !== condition.operator ? `(${words})` : words;
      };
      return `${side(condition.left)} ${condition.operator} ${side(condition.right)}`;
    }
    case "not":
      return notWords(condition.operand);
    case "compare":
      return compareWords(condition);
    case "in": {
      const items = condition.items.map(({ value }) => constantWords(value));
      return `${valueWords(condition.subject)} is ${items.length === 1 ? "" : "one of "}${listWords(items, "or")}`;
    }
    case "source":
      return condition.source.kind === "gdpr" || condition.source.kind === "ccpa_opt_out"
        ? consentWords(condition.source, true)
        : `${valueWords(condition)} is true`;
    case "call":
      return callCondition(condition, false) ?? `${valueWords(condition)} is true`;
    case "constant":
      return condition.value === true ? "always" : "never";
    default:
      return `${valueWords(condition)} is true`;
  }
}

function notWords(operand: Expression): string {
  if (operand.kind === "not") return conditionWords(operand.operand);
  if (operand.kind === "call") {
    const words = callCondition(operand, true);
    if (words !== undefined) return words;
  }
  if (
    operand.kind === "source" &&
    (operand.source.kind === "gdpr" || operand.source.kind === "ccpa_opt_out")
  ) {
    return consentWords(operand.source, false);
  }
  return `it is not the case that ${operand.kind === "logic" ? `(${conditionWords(operand)})` : conditionWords(operand)}`;
}

function consentWords(source: Extract<Source, { kind: "gdpr" | "ccpa_opt_out" }>, isGiven: boolean): string {
  if (source.kind === "gdpr") {
    return `the member ${isGiven ? "consents" : "has not consented"} to ${inQuotationMarks(source.purpose)} (GDPR)`;
  }
  return `the member has ${isGiven ? "" : "not "}opted out of data sale (CCPA)`;
}

const comparisons = { "<": "is below", "<=": "is at most", ">": "is above", ">=": "is at least" } as const;

function compareWords({ operator, left, right }: Extract<Expression, { kind: "compare" }>): string {
  const [one, other] = [valueWords(left), valueWords(right)];
  if (operator === "==") return `${one} is ${other}`;
  if (operator === "!=") return `${one} is ${isAlwaysThere(left) ? "not" : "there and is not"} ${other}`;
  return `${one} ${comparisons[operator]} ${other}`;
}

/** What every batch that gets here has: an unequal value needs no value to be there. */
function isAlwaysThere(expression: Expression): boolean {
  const always: ReadonlySet<string> = new Set(["platform", "environment", "mpid", "event_name"]);
  return (
    expression.kind === "constant" || (expression.kind === "source" && always.has(expression.source.kind))
  );
}

function callCondition(call: Extract<Expression, { kind: "call" }>, isNot: boolean): string | undefined {
  const [subject = "", ...others] = call.args.map(valueWords);
  const verbs: Readonly<Record<string, readonly [yes: string, no: string]>> = {
    present: ["is there", "is not there"],
    contains: ["contains", "does not contain"],
    starts_with: ["begins with", "does not begin with"],
    ends_with: ["ends with", "does not end with"],
    glob: ["looks like", "does not look like"],
    boolean: ["reads as yes", "does not read as yes"],
  };
  const verb = verbs[call.function]?.[isNot ? 1 : 0];
  return verb && [subject, verb, ...others].join(" ");
}

/** Returns a value as a noun: “the member's “Tier” in small letters”. */
export function valueWords(expression: Expression): string {
  switch (expression.kind) {
    case "constant":
      return constantWords(expression.value);
    case "source":
      return sourceWords(expression.source);
    case "coalesce":
      return `${valueWords(expression.left)}, or ${valueWords(expression.right)} where that is missing`;
    case "arithmetic":
      return `(${valueWords(expression.left)} ${signs[expression.operator]} ${valueWords(expression.right)})`;
    case "negate":
      return `minus ${valueWords(expression.operand)}`;
    case "call":
      return callWords(expression);
    case "table":
      return tableWords(expression.pairs);
    default:
      return `whether ${conditionWords(expression)}`;
  }
}

const signs = { "+": "+", "-": "−", "*": "×", "/": "÷", "%": "modulo" } as const;

function constantWords(value: string | number | boolean): string {
  return typeof value === "string" ? inQuotationMarks(value) : String(value);
}

function sourceWords(source: Source): string {
  switch (source.kind) {
    case "value":
      return "its value";
    case "user":
      return `the member's ${inQuotationMarks(source.name)}`;
    case "event_attribute":
      return `the event's ${inQuotationMarks(source.name)}`;
    case "identity":
      return `the identity ${source.type}`;
    case "gdpr":
    case "ccpa_opt_out":
      return `whether ${consentWords(source, true)}`;
    case "mpid":
      return "the MPID";
    case "platform":
      return "the platform";
    case "environment":
      return "the environment";
    case "event_name":
      return "the event's name";
    case "event_type":
      return "the event's type";
    case "event_time":
      return "the event's time";
  }
}

/** What functions of one value make of it; `#` stands for the value, `1` and `2` for further arguments. */
const nouns: Readonly<Record<string, string>> = {
  lower: "# in small letters",
  upper: "# in capital letters",
  trim: "# without spaces around it",
  length: "the length of #",
  number: "# as a number",
  integer: "# as a whole number",
  string: "# as text",
  floor: "# rounded down",
  ceil: "# rounded up",
  abs: "# without its sign",
  sha256: "the SHA-256 hash of #",
  gender: "# as m or f",
  country: "# as a three-letter country code",
  first: "the first of #",
  last: "the last of #",
  date: "# as a date written like 1",
  replace: "# with 1 replaced by 2",
  split: "# split at 1",
  join: "# joined with 1",
  default: "#, or 1 where that is missing",
};

function callWords(call: Extract<Expression, { kind: "call" }>): string {
  const [condition] = call.args;
  const words = call.args.map(valueWords);
  const [first = "", second = "", third = ""] = words;
  if (call.function === "if" && condition !== undefined) {
    return `${second} if ${conditionWords(condition)}, otherwise ${third}`;
  }
  if (call.function === "lookup") {
    return `what ${first} stands for: ${second}, anything else ${third === "" ? "is left out" : `becomes ${third}`}`;
  }
  if (call.function === "concat") return words.join(" followed by ");
  const noun = nouns[call.function];
  if (noun === undefined) return `${call.function} of ${listWords(words, "and")}`;
  return noun.replace(/[#12]/g, (mark) => ({ "#": first, "1": second, "2": third })[mark] ?? "");
}

/** Returns a table as words, each result once. */
function tableWords(pairs: readonly (readonly [from: string, to: string])[]): string {
  const sources = new Map<string, string[]>();
  for (const [from, to] of pairs) sources.set(to, [...(sources.get(to) ?? []), inQuotationMarks(from)]);
  return [...sources]
    .map(([to, from]) => `${listWords(from, "or")} becomes ${inQuotationMarks(to)}`)
    .join(", ");
}

/** Returns how an entry makes its value; empty where it is sent as it is. */
export function makingWords(value: Value): string {
  switch (value.kind) {
    case "source":
      return "";
    case "text":
      return `always ${inQuotationMarks(value.text)}`;
    case "lookup": {
      const otherwise =
        value.otherwise === undefined ? "is left out" : `becomes ${inQuotationMarks(value.otherwise)}`;
      return `${tableWords([...value.table])}, anything else ${otherwise}`;
    }
    case "expression": {
      const words = valueWords(value.expression);
      // Brackets keep a calculation together within a sentence; alone it needs none.
      return value.expression.kind === "arithmetic" ? words.slice(1, -1) : words;
    }
  }
}

/** Returns a clause as a sentence. */
export function sentence(clause: string): string {
  return clause === "" ? "" : `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
