/**
 * Takes: a waybill. Gives: the fullest batch that it takes, once for each platform, environment and login identity that
 * it admits, and with what it may refuse. Where a setting of the gate changes, one of them shows it.
 */
import type { Attribute, EventEntry, Field, Program } from "../compiler/check/program.ts";
import type { Json } from "../runtime/emitted/json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { baseBatch, eventFor, withValue } from "./base-batch.ts";
import type { GeneratedBatch } from "./generate-batches.ts";

type Change = readonly [title: string, path: readonly string[], value: Json];

/** Returns the batches. */
export function admittedBatches(program: Program): readonly GeneratedBatch[] {
  const full = fullBatch(program);
  const changes: readonly Change[] = [...sourceChanges(program), ...refusable];
  return [["everything", [], full] as const, ...changes].map(([title, path, value]) => ({
    title,
    batch: textOf(path.length === 0 ? (value ?? "") : (withValue(full, path, value) ?? "")),
  }));
}

function sourceChanges({ source }: Program): readonly Change[] {
  const { platforms, environments, loginIdentities, loopPartners } = source;
  return [
    ...platforms.value.map((platform): Change => [`platform ${platform}`, ["device_info"], { platform }]),
    ...environments.value.map((name): Change => [`environment ${name}`, ["environment"], name]),
    ...loginIdentities.value.map((type): Change => {
      return [`only the identity ${type}`, ["user_identities"], { [type]: "generated-1" }];
    }),
    ...loopPartners.value.map((partner): Change => [`from ${partner}`, ["source_info"], { partner }]),
  ];
}

const refusable: readonly Change[] = [
  ["nobody logged in", ["user_identities"], {}],
  ["historical", ["source_info"], { is_historical: true }],
  ["consent given", ["consent_state"], { ccpa: { data_sale_opt_out: { consented: true } } }],
];

function fullBatch(program: Program): Json {
  const { profile, events, screens } = program;
  const entries = [...events.entries, ...screens.entries];
  const identities = profile.identities.map(({ type }) => type).filter((type) => type !== "mpid");
  const named = Object.fromEntries(identities.map((type) => [type, `generated ${type}`]));
  const base = baseBatch(program);
  return {
    ...base,
    user_identities: { ...named, ...Object(base["user_identities"]) },
    user_attributes: valuesOf([...profile.fields, ...profile.attributes]),
    events: entries.map((entry, index) => fullEvent(entry, index, program)),
  };
}

function fullEvent(entry: EventEntry, index: number, { screens }: Program): Json {
  const event = eventFor(entry, screens.entries.includes(entry));
  const numbered = withValue(event, ["data", "event_id"], String(index + 1));
  return withValue(numbered, ["data", "custom_attributes"], valuesOf(entry.attributes));
}

/** A value of its own for each name, so that a value that moved is seen to. */
function valuesOf(entries: readonly (Attribute | Field)[]): Json {
  return Object.fromEntries(
    entries.flatMap(({ names, value }) => {
      const [first] = value.kind === "lookup" ? value.table.keys() : [];
      return names.map((name) => [name, first ?? `a ${name}`] as const);
    }),
  );
}
