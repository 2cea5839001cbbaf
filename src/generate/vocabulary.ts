/** The words that a waybill reacts to: its names, and the values that its conditions, tables and data plan know. */
import type { Expression } from "../compiler/check/expression.ts";
import type { Attribute, EventEntry, Field, Program } from "../compiler/check/program.ts";
import type { PlannedAttributes } from "../compiler/plan/data-plan.ts";
import { candidates, constantsIn, sourcesIn } from "./facts.ts";

/** An event that a waybill or its data plan names. */
export interface KnownEvent {
  readonly isScreen: boolean;
  readonly name: string;
  readonly type: string | undefined;
  readonly attributes: readonly string[];
}

/** What random batches are made of. */
export interface Vocabulary {
  readonly platforms: readonly string[];
  readonly environments: readonly string[];
  readonly partners: readonly string[];
  readonly identities: readonly string[];
  readonly userAttributes: readonly string[];
  readonly events: readonly KnownEvent[];
  /** Names of attributes that any event may have: conditions read them. */
  readonly eventAttributes: readonly string[];
  readonly purposes: readonly string[];
  /** Texts on both sides of what decides something. */
  readonly texts: readonly string[];
}

/** Returns the vocabulary of a waybill. */
export function vocabularyOf(program: Program): Vocabulary {
  const { source, profile, plan } = program;
  const entries = [...program.events.entries, ...program.screens.entries];
  const attributes = [...profile.fields, ...profile.attributes, ...entries.flatMap((one) => one.attributes)];
  const expressions = expressionsOf(program, entries, attributes);
  const sources = expressions.flatMap(sourcesIn);
  const planned = [...(plan?.events ?? []), ...(plan?.screens ?? [])];
  return {
    platforms: source.platforms.value,
    environments: source.environments.value,
    partners: source.loopPartners.value,
    identities: unique([
      ...source.loginIdentities.value,
      ...profile.identities.map(({ type }) => type),
      profile.externalId.value,
      ...sources.flatMap((one) => (one.kind === "identity" ? one.type : [])),
      ...namesOf(plan?.identities),
    ]).filter((type) => type !== "mpid"),
    userAttributes: unique([
      ...[...profile.fields, ...profile.attributes].flatMap(({ names }) => names),
      ...sources.flatMap((one) => (one.kind === "user" ? one.name : [])),
      ...namesOf(plan?.userAttributes),
    ]),
    events: [
      ...entries.map((entry) => knownEvent(entry, program.screens.entries.includes(entry))),
      ...planned.map(({ name, type, attributes: own }) => {
        const isScreen = plan?.screens.some((screen) => screen.name === name) ?? false;
        return { isScreen, name, type, attributes: namesOf(own) };
      }),
    ],
    eventAttributes: unique(sources.flatMap((one) => (one.kind === "event_attribute" ? one.name : []))),
    purposes: unique(sources.flatMap((one) => (one.kind === "gdpr" ? one.purpose : []))),
    texts: unique([
      ...candidates(expressions.flatMap(constantsIn)),
      ...attributes.flatMap(({ value }) => (value.kind === "lookup" ? [...value.table.keys()] : [])),
      ...[plan?.userAttributes, plan?.identities, ...planned.map((one) => one.attributes)].flatMap(valuesOf),
    ]),
  };
}

function knownEvent({ name, type, attributes }: EventEntry, isScreen: boolean): KnownEvent {
  return { isScreen, name, type, attributes: attributes.flatMap(({ names }) => names) };
}

function expressionsOf(
  { source, profile }: Program,
  entries: readonly EventEntry[],
  attributes: readonly (Attribute | Field)[],
): readonly Expression[] {
  const conditions = [
    source.when,
    profile.when,
    ...entries.map(({ condition }) => (typeof condition === "object" ? condition : undefined)),
    ...attributes.map(({ when }) => when),
  ];
  return [
    ...conditions.flatMap((condition) => condition?.value ?? []),
    ...attributes.flatMap(({ value }) => (value.kind === "expression" ? value.expression : [])),
  ];
}

function namesOf(attributes: PlannedAttributes | undefined): readonly string[] {
  return [...(attributes?.keys() ?? [])];
}

function valuesOf(attributes: PlannedAttributes | undefined): readonly string[] {
  return [...(attributes?.values() ?? [])].flatMap(({ values }) => values ?? []);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
