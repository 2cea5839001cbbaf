/**
 * Takes: a waybill. Gives: batches that go through all of it: every entry hit and missed, every name, every limit
 * crossed, each reason of the gate, and values at the edges of what JSON can hold. The same waybill gives the same.
 */
import type { EventEntry, Program } from "../compiler/check/program.ts";
import { coverageItems } from "../coverage/items.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { baseBatch, eventFor, withValue } from "./base-batch.ts";
import { reach } from "./reach.ts";

/** A batch as JSON text, and what it is there for. */
export interface GeneratedBatch {
  readonly title: string;
  readonly batch: string;
}

/** Returns batches for a waybill. */
export function generateBatches(program: Program): readonly GeneratedBatch[] {
  const made: { readonly title: string; readonly json: Json }[] = [
    { title: "nothing but a member", json: baseBatch(program) },
    ...gateBatches(program),
    ...coverageItems(program).flatMap((item) => {
      const json = reach(item, program);
      return json === undefined ? [] : [{ title: item.text, json }];
    }),
    ...edgeBatches(program),
  ];
  const batches = made.map(({ title, json }) => ({ title, batch: textOf(json ?? "") }));
  return [...new Map(batches.map((one) => [one.batch, one])).values()];
}

/** One batch for each reason of the gate. */
function gateBatches(program: Program): readonly { readonly title: string; readonly json: Json }[] {
  const base = baseBatch(program);
  const change = (title: string, path: readonly string[], value: Json | undefined) => {
    return { title: `gate: ${title}`, json: withValue(base, path, value) };
  };
  const [partner = "SessionM"] = program.source.loopPartners.value;
  return [
    { title: "gate: no object", json: [] },
    change("no MPID", ["mpid"], 0),
    change("an unknown platform", ["device_info"], { platform: "toaster" }),
    change("another environment", ["environment"], "none"),
    change("a loop", ["source_info"], { partner }),
    change("a replay", ["source_info"], { is_historical: true }),
    change("nobody", ["user_identities"], {}),
    change(
      "blank identities",
      ["user_identities"],
      Object.fromEntries(program.source.loginIdentities.value.map((type) => [type, " null "])),
    ),
  ];
}

/** Values that have a rule of their own somewhere. */
const edges: readonly Json[] = [
  "",
  " ",
  null,
  true,
  0,
  -0,
  1.5,
  1e21,
  9007199254740993n,
  [],
  ["a", null, 1],
  { a: [1] },
  "ünïcode 😀",
  '"\\\u2028',
];

/** Every attribute at once, with each edge as value and each casing of its name, and as many again that no entry names. */
function edgeBatches(program: Program): readonly { readonly title: string; readonly json: Json }[] {
  const names = [...program.profile.attributes, ...program.profile.fields].flatMap((entry) => entry.names);
  const shapes: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase(),
    (name) => `${name} new`,
  ];
  const entries = [...program.events.entries, ...program.screens.entries];
  return edges.flatMap((value, index) =>
    shapes.map((shape, which) => {
      const attributes = (list: readonly string[]) =>
        Object.fromEntries(list.map((name) => [shape(name), value]));
      const events = entries.map((entry) => edgeEvent(entry, program, attributes, shape));
      const json = {
        ...baseBatch(program),
        user_attributes: attributes(names),
        deleted_user_attributes: index % 2 === 0 ? names : [],
        events,
      } satisfies JsonObject;
      return {
        title: `edge ${index + 1}, names ${["as written", "in capitals", "in small letters", "not listed"][which]}`,
        json,
      };
    }),
  );
}

function edgeEvent(
  entry: EventEntry,
  { screens }: Program,
  attributes: (names: readonly string[]) => JsonObject,
  shape: (name: string) => string,
): Json {
  const event = eventFor({ ...entry, name: shape(entry.name) }, screens.entries.includes(entry));
  return withValue(
    event,
    ["data", "custom_attributes"],
    attributes(entry.attributes.flatMap(({ names }) => names)),
  );
}
