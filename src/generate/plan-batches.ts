/**
 * Takes: a waybill with a data plan. Gives: batches as the plan allows them: each planned event, the profile and the
 * identities with all their attributes, once with each value that the plan lists, or with one that fits the type.
 */
import type { Program } from "../compiler/check/program.ts";
import type { PlannedAttribute, PlannedAttributes, PlannedEvent } from "../compiler/plan/data-plan.ts";
import { type Type, type as types } from "../compiler/types/type.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { baseBatch, withValue } from "./base-batch.ts";
import type { GeneratedBatch } from "./generate-batches.ts";

/** So many batches are made for one event at most, however many values its attributes have. */
const mostRounds = 20;

/** Returns batches out of the data plan of a waybill; none where it has no plan. */
export function planBatches(program: Program): readonly GeneratedBatch[] {
  const { plan } = program;
  if (plan === undefined) return [];
  const base = baseBatch(program);
  const profiles = rounds(plan.userAttributes).map((attributes) => {
    return { title: "planned user attributes", json: withValue(base, ["user_attributes"], attributes) };
  });
  const identified = rounds(plan.identities).map((identities) => {
    return { title: "planned identities", json: withValue(base, ["user_identities"], identities) };
  });
  const events = [...plan.events, ...plan.screens].flatMap((event) =>
    rounds(event.attributes).map((attributes) => {
      const planned = plannedEvent(event, plan.screens.includes(event), attributes);
      return { title: `planned \`${event.name}\``, json: withValue(base, ["events"], [planned]) };
    }),
  );
  return [...profiles, ...identified, ...events].map(({ title, json }) => ({
    title,
    batch: textOf(json ?? ""),
  }));
}

function plannedEvent({ name, type }: PlannedEvent, isScreen: boolean, attributes: JsonObject): Json {
  const data = {
    event_id: "1",
    [isScreen ? "screen_name" : "event_name"]: name,
    ...(type === undefined ? {} : { custom_event_type: type }),
    custom_attributes: attributes,
  };
  return { event_type: isScreen ? "screen_view" : "custom_event", data };
}

/** The attributes with their first values, then with their second ones, and so on. */
function rounds(planned: PlannedAttributes | undefined): readonly JsonObject[] {
  const attributes = [...(planned?.values() ?? [])];
  const values = new Map(attributes.map((attribute) => [attribute.name, valuesOf(attribute)]));
  const most = Math.min(mostRounds, Math.max(1, ...[...values.values()].map((list) => list.length)));
  return Array.from({ length: most }, (_, round) => {
    return Object.fromEntries([...values].map(([name, list]) => [name, list[round % list.length] ?? ""]));
  });
}

function valuesOf({ name, type, values }: PlannedAttribute): readonly Json[] {
  if (values !== undefined && values.length > 0) return values;
  return [...typical].flatMap(([of, make]) => ((type & of) !== 0 ? make(name) : []));
}

const typical: readonly (readonly [Type, (name: string) => readonly Json[]])[] = [
  [types.string, (name) => [`a ${name}`]],
  [types.number, () => [12.5, 0]],
  [types.boolean, () => [true, false]],
  [types.list, () => [["a", "b"]]],
];
