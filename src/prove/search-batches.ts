/** Batches that may tell two waybills apart where that is not decided: with every combination of values that matters. */
import { finiteContext } from "../compiler/check/finite/finite-context.ts";
import { createQuestion } from "../compiler/check/finite/question.ts";
import type { Program } from "../compiler/check/program.ts";
import { baseBatch, eventFor, withValue } from "../generate/base-batch.ts";
import { type FactPlace, factsOf, pathOf } from "../generate/facts.ts";
import type { Json } from "../runtime/emitted/json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import type { Doubt, Lead } from "./doubt.ts";

/** How many batches are tried for one part, of each waybill, in each of the two ways. */
const mostTries = 1500;

/** Returns batches to try for a part that was not seen to be the same. */
export function* searchBatches({ lead }: Doubt, before: Program, after: Program): Generator<string> {
  if (lead === undefined) return;
  for (const program of [before, after]) {
    // A list and its joined text differ where lists are sent as JSON.
    yield textOf(baseFor(lead, program, ["a", null, "b"]) ?? "");
    const base = baseFor(lead, program, "1");
    for (const batch of exact(lead, base, program)) yield textOf(batch ?? "");
    for (const batch of tried(lead, base, program)) yield textOf(batch ?? "");
  }
}

function baseFor({ event, isScreen, names }: Lead, program: Program, value: Json): Json {
  const base = baseBatch(program);
  const values = Object.fromEntries(names.map((name) => [name, value]));
  if (event === undefined) return withValue(base, ["user_attributes"], values);
  const made = withValue(eventFor(event, isScreen), ["data", "custom_attributes"], values);
  return withValue(base, ["events"], [made]);
}

/** Where the value stands that an entry of these names takes. */
function placeOf({ event, names: [name] }: Lead): FactPlace {
  const folder = event === undefined ? ["user_attributes"] : ["events", 0, "data", "custom_attributes"];
  return { event: 0, own: name === undefined ? undefined : [...folder, name] };
}

/** Each combination of the values that the expressions tell apart. */
function* exact(lead: Lead, base: Json, program: Program): Generator<Json> {
  const place = placeOf(lead);
  let left = mostTries;
  for (const assignment of createQuestion(
    lead.expressions,
    finiteContext(program, lead.event),
  ).assignments()) {
    if (left-- <= 0) return;
    let batch = base;
    for (const [{ expression }, value] of assignment.values()) {
      const path = expression.kind === "source" ? pathOf(expression.source, place) : undefined;
      if (path !== undefined) batch = withValue(batch, path, value);
    }
    yield batch;
  }
}

/** Values on both sides of each constant, for terms that cannot be set as they are. */
function* tried(lead: Lead, base: Json, program: Program): Generator<Json> {
  const place = placeOf(lead);
  const facts = factsOf(
    lead.expressions.map((expression) => ({ expression, place })),
    program,
  );
  function* from(index: number, batch: Json): Generator<Json> {
    const fact = facts[index];
    if (fact === undefined) {
      yield batch;
      return;
    }
    for (const value of fact.values) yield* from(index + 1, withValue(batch, fact.path, value));
  }
  let left = mostTries;
  for (const batch of from(0, base)) {
    if (left-- <= 0) return;
    yield batch;
  }
}
