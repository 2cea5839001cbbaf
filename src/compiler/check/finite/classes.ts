/**
 * The values of a variable that have to be tried: one for each class of values that no comparison tells apart. A value
 * that stands for others is like no text of the expressions and no value of another variable, so that where it comes out
 * again it is known to have come from there.
 */
import { asciiLower } from "../../../runtime/emitted/ascii.ts";
import { type as types, type Value } from "../../types/type.ts";
import type { Source } from "../expression.ts";
import type { Variable } from "./variables.ts";

/** What is known of batches where the expressions stand. */
export interface FiniteContext {
  readonly platforms: readonly string[];
  readonly environments: readonly string[];
  /** The event's name; `isExact` where batches cannot spell it otherwise. Undefined where there is no event. */
  readonly eventName: { readonly text: string; readonly isExact: boolean } | undefined;
}

/** Returns the values to try, those first that make most conditions true; `taken` are the texts that a value for others must not have, and gets those chosen. */
export function classesOf(
  variable: Variable,
  context: FiniteContext,
  taken: Set<string>,
): readonly (Value | undefined)[] {
  const { expression } = variable;
  if (expression.kind === "source") return sourceClasses(expression.source, variable, context, taken);
  const booleans = (expression.type & types.boolean) === 0 ? [] : [true, false];
  const isOnlyBoolean = expression.type === types.boolean;
  const texts = isOnlyBoolean ? [] : textClasses(variable, taken);
  return [...booleans, ...texts, undefined];
}

function sourceClasses(
  source: Source,
  variable: Variable,
  { platforms, environments, eventName }: FiniteContext,
  taken: Set<string>,
): readonly (Value | undefined)[] {
  switch (source.kind) {
    case "platform":
      return platforms;
    case "environment":
      return environments;
    case "gdpr":
    case "ccpa_opt_out":
      return [true, false, undefined];
    case "event_name":
      return eventName === undefined ? [] : nameClasses(eventName, variable, taken);
    case "mpid":
      return textClasses(variable, taken);
    case "identity": {
      // A blank identity is absent.
      const isBlank = (text: string) => /^(?:|null|undefined)$/i.test(text.trim());
      return [...textClasses(variable, taken).filter((text) => !isBlank(text)), undefined];
    }
    case "value":
    case "user":
    case "event_attribute":
    case "event_time":
    case "event_type":
      return [...textClasses(variable, taken), undefined];
  }
}

function nameClasses(
  { text, isExact }: NonNullable<FiniteContext["eventName"]>,
  variable: Variable,
  taken: Set<string>,
): readonly string[] {
  if (isExact) return [text];
  return [
    ...[...variable.texts].filter((one) => asciiLower(one) === asciiLower(text)),
    fresh("other name", taken),
  ];
}

/** Numbers are tried as texts that are read as them: what is compared as a text too needs another text. */
function textClasses({ texts, numbers }: Variable, taken: Set<string>): readonly string[] {
  const read = numbers.size === 0 ? [] : [...numbers, ...rangesBetween(numbers)];
  return [...texts, ...read.map((number) => spell(number, taken)), fresh("other", taken)];
}

/** Returns a number of each range below, between and above the points; none where there is no number in it. */
function rangesBetween(points: ReadonlySet<number>): readonly number[] {
  const most = Number.MAX_VALUE;
  const bounds = [-Infinity, ...[...points].sort((a, b) => a - b), Infinity];
  return bounds.slice(1).flatMap((high, index) => {
    const low = bounds[index] ?? -Infinity;
    const [from, to] = [Math.max(low, -most), Math.min(high, most)];
    const middle = from / 2 + to / 2;
    return [middle, from, to].filter((one) => low < one && one < high).slice(0, 1);
  });
}

/** A text that is read as the number: there is always another one, with one more zero in front. */
function spell(number: number, taken: Set<string>): string {
  const sign = number < 0 || Object.is(number, -0) ? "-" : "+";
  let text = `${sign}0${Math.abs(number)}`;
  while (taken.has(text)) text = `${sign}0${text.slice(1)}`;
  taken.add(text);
  return text;
}

function fresh(text: string, taken: Set<string>): string {
  let count = 1;
  while (taken.has(`${text} ${count}`)) count++;
  taken.add(`${text} ${count}`);
  return `${text} ${count}`;
}
