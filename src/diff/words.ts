/** Changes in words that are the same in every format. */

import { printable } from "../compiler/diagnostics/printable.ts";
import { quote } from "../compiler/diagnostics/quote.ts";
import { showValue } from "../trace/words.ts";
import { type Change, type Counts, type Example, type Origin, origins } from "./change.ts";

/** What a class of changes means. */
export const classWords = {
  drops: "no longer sent",
  changes: "sent differently",
  adds: "newly sent",
  cosmetic: "nobody notices",
} as const;

/** How a format writes a name that comes from a file or a batch. */
export type WriteName = (name: string) => string;

/** Returns what changes, as a sentence without its full stop. */
export function sentenceOf(change: Change, code: WriteName): string {
  const { kind, name, renamed } = change;
  const gone = change.class === "drops";
  switch (kind) {
    case "member":
      return `${name === "profile" ? "the profile" : `the event ${code(name)}`} goes to another member id`;
    case "setting":
      return settingSentence(name, code);
    case "batch":
      return gone ? "whole batches are no longer sent" : "whole batches are sent that were not";
    case "profile":
      return gone ? "the profile is no longer sent" : "the profile is sent where it was not";
    case "event":
      return `the event ${code(name)} is ${gone ? "no longer sent" : "sent where it was not"}`;
    case "event_renamed":
      return `the event ${code(name)} is now called ${code(renamed ?? "")}`;
    case "attribute":
      return `${subject(change, code)} ${attributeWords[change.class]}`;
    case "attribute_renamed":
      return `${subject(change, code)} is now called ${code(bare(renamed ?? ""))}`;
    case "order":
      return `${name === "profile" ? "the profile" : `the event ${code(name)}`} has the same values in another order`;
    case "reason":
      return `left out by both, for another reason: ${printable(name)}`;
  }
}

function settingSentence(name: string, code: WriteName): string {
  const sentence = `the setting ${code(name)} changes`;
  if (name === "connection.host") return `${sentence}: requests go to another host`;
  return name === "name"
    ? `${sentence}, and each Message-ID with it: SessionM does not recognise a batch that it had before`
    : sentence;
}

const attributeWords = {
  drops: "is no longer sent",
  changes: "has other values",
  adds: "is sent where it was not",
  cosmetic: "is the same",
} as const;

function subject({ event, name }: Change, code: WriteName): string {
  const of = event === undefined ? "of the profile" : `of the event ${code(event)}`;
  if (name.startsWith("identifiers.")) return `the identifier ${code(bare(name))} ${of}`;
  const isField = event === undefined ? name.startsWith("user.") : !name.startsWith("context.");
  return `the ${isField ? "field" : "attribute"} ${code(bare(name))} ${of}`;
}

function bare(key: string): string {
  return key.replace(/^(?:user|context|identifiers)\./, "");
}

/** Writes a name between backticks, with nothing in it that a terminal would obey. */
export function plainName(name: string): string {
  return quote(name);
}

/** Returns what the batches of an origin are called. */
export function originWords(origin: Origin): string {
  return { sample: "sample", tests: "tests", generated: "generated" }[origin];
}

/** Returns how often something happened for each origin that has batches. */
export function countWords({ counts, of }: Pick<Change, "counts" | "of">): string {
  return origins
    .filter((origin) => counts[origin] > 0)
    .map((origin) => {
      const whole = of[origin] > 0 ? ` of ${number(of[origin])}` : "";
      return `${originWords(origin)} ${number(counts[origin])}${whole}`;
    })
    .join(", ");
}

/** Returns how many batches of each origin were run. */
export function batchWords(batches: Counts): string {
  const words = origins
    .filter((origin) => batches[origin] > 0)
    .map((origin) => {
      return `${number(batches[origin])} ${{ sample: "of the sample", tests: "of tests", generated: "made from the waybills" }[origin]}`;
    });
  return words.length === 0 ? "no batches" : `batches: ${words.join(", ")}`;
}

/** Returns a number with commas. */
export function number(value: number): string {
  return value.toLocaleString("en-US");
}

/** Returns the two values of an example; those of a sample are members' and hidden unless they are asked for. */
export function exampleValues(
  { origin, before, after }: Example,
  showsValues: boolean,
): { readonly before: string; readonly after: string } {
  const show = (value: string | undefined) => {
    if (value === undefined) return "absent";
    return origin === "sample" && !showsValues ? "•••" : printable(showValue(value));
  };
  return { before: show(before), after: show(after) };
}

/** Says whether the values of an example say nothing that the sentence does not: the name, an id, nothing at all. */
export function isShownByName({ class: of, kind }: Change): boolean {
  return of === "cosmetic" || ["batch", "profile", "event", "event_renamed"].includes(kind);
}

/** Returns why something is left out, with places. */
export function whyWords({ why }: Change): string {
  const most = why
    .slice(0, 3)
    .map(
      ({ reason, at, count }) =>
        `${reason} at ${printable(at)}${why.length > 1 ? ` (${number(count)})` : ""}`,
    );
  return why.length > 3 ? `${most.join(", ")} and ${why.length - 3} more reasons` : most.join(", ");
}
