/**
 * Takes: a Program without errors. Gives: its IR.
 * Guarantees: total; the order of evaluation is that of `language.md` §4; equal programs give equal IR.
 */
import { asciiLower } from "../../runtime/emitted/ascii.ts";
import { fold } from "../check/expressions/fold.ts";
import { nameFolder } from "../check/name-folder.ts";
import type { Attribute, Condition, EventEntry, EventList, Field, Program } from "../check/program.ts";
import { userKeysOf } from "../check/user-keys.ts";
import { attributeLimits, defaultFields } from "../check/vocabulary.ts";
import { positionAt, type Span } from "../source/source-file.ts";
import { buildExpression, buildSentText } from "./build-expression.ts";
import type {
  IrAttribute,
  IrCondition,
  IrEvent,
  IrEventGroup,
  IrEvents,
  IrGateStep,
  IrIdentity,
  IrKey,
  IrModule,
  IrNewAttributes,
  IrOrigin,
  IrProfile,
  IrValue,
} from "./ir.ts";

interface Context {
  readonly program: Program;
  readonly originOf: (span: Span) => IrOrigin;
  /** A name as it is looked up in a batch. */
  readonly fold: (name: string) => string;
}

/** Builds the IR of a program. */
export function buildIr(program: Program): IrModule {
  const originOf = ({ file, start, end }: Span): IrOrigin => {
    return { source: program.files.indexOf(file), start, end, line: positionAt(file, start).line };
  };
  const fold = nameFolder(program.source.names);
  const context: Context = { program, originOf, fold };
  return {
    name: program.name,
    description: program.description ?? null,
    sources: program.files.map((file) => file.path),
    origin: originOf(program.span),
    names: program.source.names,
    gate: buildGate(context),
    externalId: {
      type: program.profile.externalId.value,
      origin: originOf(program.profile.externalId.span),
    },
    profile: buildProfile(context),
    customEvents: buildEvents(program.events, context),
    screenViews: buildEvents(program.screens, context),
  };
}

/** Steps that can never drop a batch are left out. */
function buildGate({ program, originOf }: Context): readonly IrGateStep[] {
  const { platforms, environments, loopPartners, replays, users, loginIdentities, when } = program.source;
  const steps: IrGateStep[] = [
    { reason: "platform", enabled: platforms.value, origin: originOf(platforms.span) },
    { reason: "environment", enabled: environments.value, origin: originOf(environments.span) },
  ];
  if (loopPartners.value.length > 0) {
    steps.push({ reason: "loop", partners: loopPartners.value, origin: originOf(loopPartners.span) });
  }
  if (replays.value === "drop") steps.push({ reason: "replay", origin: originOf(replays.span) });
  if (users.value === "logged_in") {
    const { value, span } = loginIdentities;
    steps.push({ reason: "not_logged_in", identities: value, origin: originOf(span) });
  }
  steps.push({ reason: "bad_external_id", origin: originOf(program.profile.externalId.span) });
  if (when !== undefined) steps.push({ reason: "condition", ...buildCondition(when, originOf) });
  return steps;
}

function buildCondition({ value, span }: Condition, originOf: Context["originOf"]): IrCondition {
  return { test: buildExpression(fold(value).simplified, originOf), origin: originOf(span) };
}

function buildProfile(context: Context): IrProfile {
  const { program, originOf } = context;
  const { profile } = program;
  return {
    lists: profile.lists,
    removed: profile.removed,
    identities: profile.identities.map(({ type, target, span }): IrIdentity => {
      const to =
        target.kind === "field" ? target.field : target.kind === "attribute" ? target.key : target.type;
      return { type, target: target.kind, to, origin: originOf(span) };
    }),
    fields: profile.fields.map((field) => buildAttribute(field, field.field, context)),
    attributes: profile.attributes.map((attribute) => buildAttribute(attribute, attribute.key, context)),
    newAttributes: profile.newAttributes.value ? buildNewUserAttributes(context) : null,
    ...(profile.when && { when: buildCondition(profile.when, originOf) }),
    unlisted: originOf(profile.newAttributes.span),
    origin: originOf(profile.span),
  };
}

function buildAttribute(entry: Attribute | Field, key: string, { originOf }: Context): IrAttribute {
  return {
    key,
    names: entry.names,
    value: buildValue(entry.value, originOf),
    ...(entry.when && { when: buildCondition(entry.when, originOf) }),
    origin: originOf(entry.span),
  };
}

function buildValue(value: Attribute["value"], originOf: Context["originOf"]): IrValue {
  if (value.kind === "expression") {
    return { kind: "expression", expression: buildSentText(fold(value.expression).simplified, originOf) };
  }
  if (value.kind !== "lookup") return value;
  return { kind: "lookup", table: [...value.table], otherwise: value.otherwise ?? null };
}

function buildNewUserAttributes({ program, originOf, fold }: Context): IrNewAttributes {
  const { profile, defined } = program;
  const keys = sorted(userKeysOf(program).map(({ key }) => key));
  const list = defined.attributes?.items.map((item) => item.text);
  const reserved = profile.fields.flatMap(({ names }) => names.map(asciiLower));
  return {
    declared: sorted(profile.attributes.flatMap(({ names }) => names.map(fold))),
    reserved: sorted(reserved).filter((name) => !theEight.has(name)),
    keys,
    key: userKeyOf(program, list),
    defined: list === undefined ? null : sorted(list),
    room: list === undefined ? attributeLimits.profile - keys.length : null,
    origin: originOf(profile.newAttributes.span),
  };
}

/** The eight are never new attributes, whether the waybill names them or not. */
const theEight = new Set([...defaultFields.keys()].map(asciiLower));

function userKeyOf({ casing }: Program, defined: readonly string[] | undefined): IrKey {
  const rules = casing.rules.map(({ match, to }) => ({ match, to }));
  if (casing.userAttributes !== "as_defined") {
    return { normalise: true, rules, style: casing.userAttributes, spellings: null };
  }
  const spellings = new Map<string, string>();
  for (const key of defined ?? []) if (!spellings.has(asciiLower(key))) spellings.set(asciiLower(key), key);
  return { normalise: true, rules, style: "preserve", spellings: [...spellings] };
}

function buildEvents(list: EventList, context: Context): IrEvents {
  const { program, originOf, fold } = context;
  const groups = new Map<string, EventEntry[]>();
  for (const entry of list.entries) {
    const name = fold(entry.name);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  const defined = program.defined.events?.items.map((item) => item.text);
  return {
    groups: [...groups].map(([name, entries]): IrEventGroup => {
      return {
        name,
        entries: entries.map((entry, index) => buildEvent(entry, entries.slice(0, index), context)),
      };
    }),
    unlisted: {
      forward: program.newEvents.value,
      defined: defined === undefined ? null : sorted(defined),
      origin: originOf(program.newEvents.value ? program.newEvents.span : list.span),
    },
  };
}

function buildEvent(entry: EventEntry, earlier: readonly EventEntry[], context: Context): IrEvent {
  const { program, originOf } = context;
  const key: IrKey = { normalise: false, rules: [], style: program.casing.eventAttributes, spellings: null };
  const newAttributes: IrNewAttributes = {
    declared: sorted(entry.attributes.flatMap(({ names }) => names.map(context.fold))),
    reserved: [],
    keys: sorted(entry.attributes.map((attribute) => attribute.key)),
    key,
    defined: null,
    room: null,
    origin: originOf(entry.newAttributes.span),
  };
  return {
    name: entry.name,
    type: entry.type ?? null,
    otherwise: entry.condition === "otherwise",
    ...(typeof entry.condition === "object" && { when: buildCondition(entry.condition, originOf) }),
    mayRepeat: entry.condition !== "otherwise" && earlier.some((other) => mayBothFire(entry, other)),
    to: entry.to,
    attributes: entry.attributes.map((attribute) => buildAttribute(attribute, attribute.key, context)),
    newAttributes: entry.newAttributes.value ? newAttributes : null,
    origin: originOf(entry.span),
  };
}

function mayBothFire(entry: EventEntry, other: EventEntry): boolean {
  const isSameType = entry.type === undefined || other.type === undefined || entry.type === other.type;
  return isSameType && entry.to === other.to;
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
