/**
 * Takes: an item of a waybill. Gives: a batch that reaches it, or undefined where none was found.
 * Guarantees: the interpreter has run the batch, and it does. Conditions are not solved but tried: with values on
 * both sides of each of their constants, up to a number of combinations.
 */
import type { Expression } from "../compiler/check/expression.ts";
import type { Attribute, EventEntry, Field, Program } from "../compiler/check/program.ts";
import { createCoverage } from "../coverage/coverage.ts";
import type { CoverageItem } from "../coverage/items.ts";
import { interpret } from "../interpreter/interpret.ts";
import { isSameName } from "../interpreter/values.ts";
import { isList, isObject, type Json, type JsonObject, own } from "../runtime/emitted/json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { baseBatch, eventFor, withValue } from "./base-batch.ts";
import { type Fact, type FactPlace, factsOf } from "./facts.ts";
import { narrow } from "./narrow.ts";

/** How many combinations of values are tried for one item. */
const mostTries = 2000;

/** Returns a batch that reaches an item. */
export function reach(item: CoverageItem, program: Program): JsonObject | undefined {
  const { batch, facts } = planFor(item, program);
  const narrowed = narrowedFor(item, program);
  for (const candidate of combinations(batch, facts)) {
    if (reaches(item, candidate, narrowed)) return candidate;
  }
  return undefined;
}

/** A limit is about all of a waybill. */
function narrowedFor(item: CoverageItem, program: Program): Program {
  if (item.kind === "limit") return program;
  const event = eventOf(item, program);
  const attribute = attributeOf(item, program);
  return narrow(program, { attribute, rivals: event === undefined ? [] : rivalsOf(event, program) });
}

function reaches(item: CoverageItem, batch: JsonObject, program: Program): boolean {
  const coverage = createCoverage(program);
  interpret(program, textOf(batch), coverage.startBatch());
  return coverage.whyMissing(item) === undefined;
}

/** Returns a batch that reaches an item with everything else set that goes with it, where the item is reached still. */
export function reachWithAll(item: CoverageItem, program: Program): JsonObject | undefined {
  const batch = reach(item, program);
  if (batch === undefined) return undefined;
  const event = eventOf(item, program);
  const filled = event === undefined ? withProfile(batch, program) : withAttributes(batch, event);
  return reaches(item, filled, program) ? filled : batch;
}

function withProfile(batch: JsonObject, { profile }: Program): JsonObject {
  const entries = [...profile.attributes, ...profile.fields];
  const filled = fill(batch, ["user_attributes"], entries);
  const types = profile.identities.map(({ type }) => type).filter((type) => type !== "mpid");
  return types.reduce((made, type) => fillAt(made, ["user_identities", type], "generated-2"), filled);
}

/** SessionM takes ten. */
function withAttributes(batch: JsonObject, { attributes }: EventEntry): JsonObject {
  return fill(batch, ["events", 0, "data", "custom_attributes"], attributes.slice(0, 10));
}

function fill(
  batch: JsonObject,
  folder: readonly (string | number)[],
  entries: readonly (Attribute | Field)[],
): JsonObject {
  return entries.reduce(
    (made, entry) => fillAt(made, [...folder, entry.names[0] ?? ""], valueFor(entry)),
    batch,
  );
}

function fillAt(batch: JsonObject, path: readonly (string | number)[], value: Json): JsonObject {
  const given = path.reduce(
    (json: Json | undefined, step) => (json === undefined ? undefined : stepInto(json, step)),
    batch,
  );
  // A value more in an object leaves it one.
  return given === undefined ? (withValue(batch, path, value) as JsonObject) : batch;
}

function stepInto(json: Json, step: string | number): Json | undefined {
  if (typeof step === "number") return isList(json) ? json[step] : undefined;
  return isObject(json) ? own(json, step) : undefined;
}

interface Plan {
  readonly batch: JsonObject;
  readonly facts: readonly Fact[];
}

function planFor(item: CoverageItem, program: Program): Plan {
  const event = eventOf(item, program);
  const attribute = attributeOf(item, program);
  const folder = event === undefined ? ["user_attributes"] : ["events", 0, "data", "custom_attributes"];
  const name = item.kind === "spelling" ? item.name : (attribute?.names[0] ?? "");
  const path = attribute === undefined ? undefined : [...folder, name];
  const inBatch: FactPlace = { event: 0, own: undefined };
  const expressions = [
    ...expressionsIn(program.source.when?.value, inBatch),
    ...(event === undefined ? expressionsIn(program.profile.when?.value, inBatch) : []),
    ...(event === undefined ? [] : rivalsOf(event, program)).flatMap(({ condition }) =>
      typeof condition === "object" ? expressionsIn(condition.value, inBatch) : [],
    ),
    ...expressionsIn(attribute?.when?.value, { event: 0, own: path }),
    ...expressionsIn(attribute?.value.kind === "expression" ? attribute.value.expression : undefined, {
      event: 0,
      own: path,
    }),
  ];
  const facts = [...factsOf(expressions, program), ...typeFacts(item, program)];
  let batch: Json = baseBatch(program);
  if (event !== undefined)
    batch = withValue(batch, ["events"], [eventFor(event, program.screens.entries.includes(event))]);
  if ("identity" in item && item.identity.type !== "mpid") {
    batch = withValue(batch, ["user_identities", item.identity.type], "generated-2");
  }
  if (path !== undefined && attribute !== undefined) batch = withValue(batch, path, valueFor(attribute));
  if (item.kind === "limit") batch = overflow(batch, event);
  // What was built above is an object.
  return { batch: batch as JsonObject, facts };
}

function expressionsIn(expression: Expression | undefined, place: FactPlace) {
  return expression === undefined ? [] : [{ expression, place }];
}

/** The event that has to come: the item's own, or one whose condition it is. */
function eventOf(item: CoverageItem, program: Program): EventEntry | undefined {
  if ("event" in item) return item.event;
  if ("otherwise" in item) return item.otherwise;
  if ("of" in item) return item.of;
  if (!("condition" in item)) return undefined;
  const all = [...program.events.entries, ...program.screens.entries];
  return all.find(
    (entry) =>
      entry.condition === item.condition || entry.attributes.some(({ when }) => when === item.condition),
  );
}

function attributeOf(item: CoverageItem, program: Program): Attribute | Field | undefined {
  if ("attribute" in item) return item.attribute;
  if (!("condition" in item)) return undefined;
  const { fields, attributes } = program.profile;
  const ofEvents = [...program.events.entries, ...program.screens.entries].flatMap(
    (entry) => entry.attributes,
  );
  return [...fields, ...attributes, ...ofEvents].find(({ when }) => when === item.condition);
}

/** The entries that an event for this one may fire as well. */
function rivalsOf(event: EventEntry, { events, screens, source }: Program): readonly EventEntry[] {
  const list = screens.entries.includes(event) ? screens : events;
  return list.entries.filter(({ name }) => isSameName(name, event.name, source.names));
}

/** An earlier entry for another type of the event may have to fire. */
function typeFacts(item: CoverageItem, program: Program): readonly Fact[] {
  if (!("otherwise" in item)) return [];
  const types = rivalsOf(item.otherwise, program).flatMap(({ type }) => type ?? []);
  return types.length === 0
    ? []
    : [{ path: ["events", 0, "data", "custom_event_type"], values: [...types, undefined] }];
}

/** A value that an entry sends. */
function valueFor({ value }: Attribute | Field): Json {
  const [first] = value.kind === "lookup" ? value.table.keys() : [];
  return first ?? "1";
}

/** One more than SessionM takes. */
function overflow(batch: Json, event: EventEntry | undefined): Json {
  const folder = event === undefined ? ["user_attributes"] : ["events", 0, "data", "custom_attributes"];
  const declared =
    event?.attributes.map((attribute) => [attribute.names[0] ?? "", valueFor(attribute)] as const) ?? [];
  const count = event === undefined ? 201 : 11;
  const extra = Array.from({ length: count }, (_, index) => [`generated_${index}`, "1"] as const);
  return withValue(batch, folder, Object.fromEntries([...declared, ...extra]));
}

/** The batch itself, and then with every combination of the facts' values, as far as they go. */
function* combinations(batch: JsonObject, facts: readonly Fact[]): Generator<JsonObject> {
  yield batch;
  let left = mostTries;
  function* from(index: number, json: Json): Generator<JsonObject> {
    const fact = facts[index];
    if (fact === undefined) {
      left--;
      // A batch with other values in it is an object still.
      yield json as JsonObject;
      return;
    }
    for (const value of fact.values) {
      if (left <= 0) return;
      yield* from(index + 1, withValue(json, fact.path, value));
    }
  }
  if (facts.length > 0) yield* from(0, batch);
}
