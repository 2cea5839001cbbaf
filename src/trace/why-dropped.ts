/** The reason of a drop in words. */
import type { Program } from "../compiler/check/program.ts";
import { quote } from "../compiler/diagnostics/quote.ts";
import type { Decision, EntryDecision } from "../interpreter/decision.ts";
import { isList, isObject, type JsonObject } from "../runtime/emitted/json.ts";
import type { Drop, Reason } from "../runtime/emitted/result.ts";
import type { DecisionsByEvent } from "./by-event.ts";
import { whyFalse } from "./explain-condition.ts";
import { type Declared, nearMiss } from "./near-miss.ts";
import { shorten, shortPlace } from "./short-place.ts";
import { whyBatch } from "./why-batch.ts";
import { whyNoEntry, whyNotFired } from "./why-event.ts";
import { ordinal, type Show } from "./words.ts";

/** Returns why a data point was left out. */
export type Why = (drop: Drop) => readonly string[];

/** Returns the function that explains the drops of one batch. */
export function createWhy(program: Program, decisions: DecisionsByEvent, json: JsonObject, show: Show): Why {
  return (drop) => {
    const own = decisions.get(drop.event) ?? [];
    const context: Context = { program, decisions: own, json, show };
    if (drop.kind === "batch") return whyBatch(drop.reason, json, program, own, show);
    if (drop.kind === "event") return whyEvent(drop, context);
    return whyPart(drop, context);
  };
}

interface Context {
  readonly program: Program;
  readonly decisions: readonly Decision[];
  readonly json: JsonObject;
  readonly show: Show;
}

function whyEvent(drop: Drop, { program, decisions, json, show }: Context): readonly string[] {
  const [start] = decisions;
  switch (drop.reason) {
    case "condition":
      return whyNotFired(decisions, program, show);
    case "not_enabled":
      return start?.kind === "event" ? [whyNoEntry(start, program)] : [];
    case "not_defined":
      return ["it is not among `sessionm.events`"];
    case "event_type":
      return [`${typeOf(drop, json)} is not forwarded: only \`custom_event\` and \`screen_view\` are`];
    case "malformed":
      return [drop.event === null ? "`events` is not a list" : "it has no type, no data or no name"];
    default:
      return [];
  }
}

function typeOf({ event }: Drop, json: JsonObject): string {
  const events = isList(json["events"]) ? json["events"] : [];
  const given = event === null ? undefined : events[event];
  const type = isObject(given) ? given["event_type"] : undefined;
  return typeof type === "string" ? quote(type) : "its type";
}

function whyPart(drop: Drop, context: Context): readonly string[] {
  const { program, show, decisions } = context;
  const { name, reason } = drop;
  const about = decisions.filter((one): one is EntryDecision => one.kind === "entry" && concerns(one, name));
  const decider = about.find((one) => one.reason === reason) ?? about[0];
  if (reason === "not_enabled")
    return name === null ? [] : [nearMiss(name, declaredFor(drop, context), program)];
  if (reason === "duplicate_key") return [whyDuplicate(drop, about, context)];
  if (reason === "attribute_limit" || reason === "profile_limit") return [whyLimit(drop, context)];
  if (reason === "condition") {
    const condition = decisions.find(
      (one) => one.kind === "condition" && isConditionOf(one, decider, drop, program),
    );
    if (condition?.kind !== "condition") return [];
    return [
      `the condition at ${shorten(drop.at, program)} was false because ${whyFalse(condition.condition, condition.scope, show)}`,
    ];
  }
  if (reason === "no_value") return [whyNoValue(decider, show)];
  return words[reason] === undefined ? [] : [words[reason]];
}

const words: { readonly [reason in Reason]?: string } = {
  malformed: "it is not what it should be",
  empty_key: "nothing is left of its name as a key",
  not_defined: "its key is not among `sessionm.attributes`",
  null_value: "its value is null",
  empty_value: "its value is empty",
  removed_not_forwarded: "it was removed in mParticle, and what was sent before stays in SessionM",
};

function concerns({ there, removed }: EntryDecision, name: string | null): boolean {
  return name !== null && (there.includes(name) || removed.includes(name));
}

function isConditionOf(
  { condition }: Extract<Decision, { kind: "condition" }>,
  decider: EntryDecision | undefined,
  drop: Drop,
  { profile }: Program,
): boolean {
  if (drop.kind === "profile") return condition === profile.when?.value;
  return condition === decider?.entry.when?.value;
}

function whyDuplicate(
  { name, kind, at }: Drop,
  about: readonly EntryDecision[],
  { program, decisions }: Context,
): string {
  const place = shorten(at, program);
  if (kind === "identity") return "an earlier one of this type was taken";
  const taken = about[0]?.source;
  if (taken !== undefined) return `the entry at ${place} took ${quote(taken)}`;
  const other = decisions.find(
    (one): one is EntryDecision => one.kind === "entry" && shortPlace(one.entry.span, program) === place,
  );
  const spelling = other?.source ?? other?.there[0];
  if (spelling !== undefined) return `another spelling of ${place} was taken: ${quote(spelling)}`;
  const own = decisions.find((one) => one.kind === "new" && one.name === name);
  return own?.kind === "new" ? `its key ${quote(own.key)} is taken` : "its key is taken";
}

/** "The eleventh of ten". */
function whyLimit({ name, at, reason }: Drop, { program, decisions }: Context): string {
  const cut = decisions.filter(
    (one) => (one.kind === "entry" || one.kind === "new") && one.reason === reason,
  );
  const position = cut.findIndex((one) =>
    one.kind === "new" ? one.name === name : one.kind === "entry" && one.source === name,
  );
  const [limit, words] = reason === "attribute_limit" ? [10, "ten"] : [200, "200"];
  return `the ${ordinal(limit + 1 + Math.max(0, position))} of ${words}; the order at ${shorten(at, program)} decides`;
}

function whyNoValue(decider: EntryDecision | undefined, show: Show): string {
  if (decider?.entry.value.kind === "lookup") return `${show(decider.given)} has no row in the table`;
  return "the expression gives nothing";
}

/** The names that could have been meant. */
function declaredFor({ kind }: Drop, { program, decisions }: Context): readonly Declared[] {
  const { identities, attributes, fields } = program.profile;
  if (kind === "identity") return identities.map(({ type, span }) => ({ name: type, span }));
  const entries =
    kind === "event_attribute"
      ? decisions.flatMap((one) =>
          one.kind === "event_entry" && one.outcome === "fires" ? one.entry.attributes : [],
        )
      : [...attributes, ...fields];
  return entries.flatMap(({ names, span }) => names.map((name) => ({ name, span })));
}
