import type { Attribute, EventEntry, Field, Program } from "../compiler/check/program.ts";
import { type CoverageItem, coverageItems } from "../coverage/items.ts";
import { isObject, type Json, type JsonObject } from "../runtime/emitted/json.ts";
import { parseJson } from "../runtime/emitted/parse-json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { baseBatch, eventFor, withValue } from "./base-batch.ts";
import { edges } from "./edges.ts";
import type { GeneratedBatch } from "./generate-batches.ts";
import { reach } from "./reach.ts";

/** The values, and their titles. */
const values = edges.map((text) => ({ text, value: parseJson(text) ?? null }));

const shapes: readonly (readonly [title: string, shape: (name: string) => string])[] = [
  ["as written", (name) => name],
  ["in capitals", (name) => name.toUpperCase()],
  ["in small letters", (name) => name.toLowerCase()],
  ["not listed", (name) => `${name} new`],
];

/**
 * Returns batches with every attribute at once: each edge as value with each casing of the names, and as many names
 * that no entry has; and for each entry with a condition some in which that is true.
 */
export function edgeBatches(program: Program): readonly GeneratedBatch[] {
  const base = passingBatch(program);
  const whole = values.flatMap(({ text, value }, index) =>
    shapes.map(([casing, shape]) => {
      const title = `edge: ${text}, names ${casing}`;
      return { title, batch: textOf(wholeBatch(program, base, { value, shape, index })) };
    }),
  );
  return [...whole, ...conditionalBatches(program)];
}

/** A batch that passes the gate, its condition included where values for it are found. */
function passingBatch(program: Program): JsonObject {
  const isGate = (item: CoverageItem) =>
    "condition" in item && item.condition === program.source.when && item.outcome;
  const gate = program.source.when && coverageItems(program).find(isGate);
  return (gate && reach(gate, program)) ?? baseBatch(program);
}

interface Edge {
  readonly value: Json;
  readonly shape: (name: string) => string;
  readonly index: number;
}

function wholeBatch(program: Program, base: JsonObject, { value, shape, index }: Edge): JsonObject {
  const { events, screens, profile } = program;
  const names = namesOf([...profile.attributes, ...profile.fields]);
  const attributes = (list: readonly string[]) =>
    Object.fromEntries(list.map((name) => [shape(name), value]));
  return {
    ...base,
    user_attributes: { ...attributes(names), ...membersOf(base["user_attributes"]) },
    deleted_user_attributes: index % 2 === 0 ? names : [],
    events: [...events.entries, ...screens.entries].map((entry) => {
      const event = eventFor({ ...entry, name: shape(entry.name) }, screens.entries.includes(entry));
      return withValue(event, ["data", "custom_attributes"], attributes(namesOf(entry.attributes)));
    }),
  };
}

/** About how many of these there are, however many entries have conditions. */
const mostConditional = 1500;

/** What a condition reads keeps its value; every other attribute takes another edge in each batch. */
function conditionalBatches(program: Program): readonly GeneratedBatch[] {
  const items = coverageItems(program).filter(
    (item) => item.kind === "entry" && "event" in item && item.event.condition !== "always",
  );
  const each = Math.max(4, Math.min(values.length, Math.floor(mostConditional / items.length)));
  return items.flatMap((item) => {
    const batch = "event" in item ? reach(item, program) : undefined;
    if (batch === undefined || !("event" in item)) return [];
    return Array.from({ length: each }, (_, index) => {
      const title = `edge: ${item.text}, values ${index + 1}`;
      return { title, batch: textOf(filled(batch, item.event, index) ?? "") };
    });
  });
}

function filled(batch: JsonObject, event: EventEntry, shift: number): Json {
  const path = ["events", 0, "data", "custom_attributes"];
  const given = membersOf(path.reduce<Json | undefined>(stepInto, batch));
  const own = namesOf(event.attributes).map((name, index) => {
    return [name, values[(index + shift) % values.length]?.value ?? null] as const;
  });
  return withValue(batch, path, { ...Object.fromEntries(own), ...given });
}

function stepInto(json: Json | undefined, step: string | number): Json | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  return (json as { readonly [step: string | number]: Json })[step]; // A list is an object of its indexes.
}

function membersOf(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {};
}

function namesOf(entries: readonly (Attribute | Field)[]): readonly string[] {
  return entries.flatMap(({ names }) => names);
}
