import type { Expression, Source } from "../compiler/check/expression.ts";
import { quote } from "../compiler/diagnostics/quote.ts";
import { evaluate } from "../interpreter/expression.ts";
import { readSource, type Scope } from "../interpreter/sources.ts";
import type { Show } from "./words.ts";

/** Returns why a condition is not true: the sources of the parts that decided, with what they are in the batch. */
export function whyFalse(condition: Expression, scope: Scope, show: Show): string {
  const sources = [...new Map(decidingSources(condition, false, scope).map((one) => [nameOf(one), one]))];
  if (sources.length === 0) return "whatever the batch";
  return sources.map(([name, source]) => `${name} is ${factOf(source, scope, show)}`).join(" and ");
}

/** The sources of the smallest parts that make an expression what it is, and not the `wanted` it might be. */
function decidingSources(expression: Expression, isTrue: boolean, scope: Scope): readonly Source[] {
  const isMet = (part: Expression) => evaluate(part, scope) === true;
  if (expression.kind === "not") return decidingSources(expression.operand, !isTrue, scope);
  if (expression.kind !== "logic") return sourcesOf(expression);
  const parts = [expression.left, expression.right].filter((part) => isMet(part) === isTrue);
  // One part decides by itself where it is false in an `and`, or true in an `or`.
  const decidesAlone = (expression.operator === "and") === !isTrue;
  return (decidesAlone ? parts.slice(0, 1) : parts).flatMap((part) => decidingSources(part, isTrue, scope));
}

/** Returns every source that an expression reads. */
export function sourcesOf(expression: Expression): readonly Source[] {
  switch (expression.kind) {
    case "source":
      return [expression.source];
    case "constant":
    case "table":
      return [];
    case "call":
      return expression.args.flatMap(sourcesOf);
    case "not":
    case "negate":
      return sourcesOf(expression.operand);
    case "in":
      return sourcesOf(expression.subject);
    case "logic":
    case "compare":
    case "coalesce":
    case "arithmetic":
      return [...sourcesOf(expression.left), ...sourcesOf(expression.right)];
  }
}

/** Returns a source as the language writes it. */
export function nameOf(source: Source): string {
  switch (source.kind) {
    case "user":
      return quote(`user(${JSON.stringify(source.name)})`);
    case "event_attribute":
      return quote(`value(${JSON.stringify(source.name)})`);
    case "identity":
      return quote(`identity(${JSON.stringify(source.type)})`);
    case "gdpr":
      return quote(`consent.gdpr(${JSON.stringify(source.purpose)})`);
    case "ccpa_opt_out":
      return quote("consent.ccpa_opt_out");
    case "event_name":
    case "event_type":
    case "event_time":
      return quote(source.kind.replace("_", "."));
    case "value":
    case "mpid":
    case "platform":
    case "environment":
      return quote(source.kind);
  }
}

/** What the batch says of itself is no secret of a member. */
const open: ReadonlySet<Source["kind"]> = new Set(["platform", "environment", "event_name", "event_type"]);

function factOf(source: Source, scope: Scope, show: Show): string {
  const value = readSource(source, scope);
  return open.has(source.kind) && value !== undefined ? String(value) : show(value);
}
