/** How a value and its key were made, in words. */
import type { Attribute, Field, Identity, Program } from "../compiler/check/program.ts";
import { quote } from "../compiler/diagnostics/quote.ts";
import type { Decision, EntryDecision } from "../interpreter/decision.ts";
import { isSameName } from "../interpreter/values.ts";
import { isList, isObject, type Json } from "../runtime/emitted/json.ts";
import { normaliseKey } from "../runtime/emitted/keys.ts";
import { textOf as jsonText } from "../runtime/emitted/text.ts";
import { ordinal, type Show } from "./words.ts";

/** Whether a value goes into an event; else it goes into the profile. */
interface InEvent {
  readonly isInEvent: boolean;
}

/** Returns the steps of a value that an entry sent. */
export function entrySteps(
  decision: EntryDecision,
  { isInEvent }: InEvent,
  program: Program,
  show: Show,
): readonly string[] {
  return [
    ...spellingSteps(decision, program),
    ...keySteps(decision.entry, isInEvent, program),
    ...valueSteps(decision, program, show),
  ];
}

/** Returns the steps of an attribute that no entry names. */
export function newSteps(
  { name, key }: Extract<Decision, { kind: "new" }>,
  { isInEvent }: InEvent,
  program: Program,
): readonly string[] {
  return ["new attribute", ...(key === name ? [] : styleSteps(name, key, isInEvent, program))];
}

/** Returns where an identity goes, and how. */
export function identitySteps({ target }: Identity): {
  readonly key: string;
  readonly steps: readonly string[];
} {
  if (target.kind === "field") return { key: target.field, steps: ["identity to a reserved field"] };
  if (target.kind === "attribute") return { key: target.key, steps: ["identity to a custom attribute"] };
  return { key: "identifiers", steps: [`identity of the type ${target.type}`] };
}

function spellingSteps({ entry, source, removed }: EntryDecision, program: Program): readonly string[] {
  const name = source ?? removed[0];
  if (name === undefined) return [];
  const matching = "field" in entry ? "ignore_case" : program.source.names;
  const at = entry.names.findIndex((one) => isSameName(one, name, matching));
  const written = entry.names[at];
  return [
    ...(at > 0 ? [`${ordinal(at + 1)} of its names`] : []),
    ...(written !== undefined && written !== name ? [`spelling of ${quote(written)}`] : []),
  ];
}

function keySteps(entry: Attribute | Field, isInEvent: boolean, program: Program): readonly string[] {
  if ("field" in entry) return ["reserved_fields"];
  const [name = ""] = entry.names;
  const { keyFrom, key } = entry;
  if (keyFrom.kind === "to" || key === name) return [];
  if (keyFrom.kind === "rule") return [`key ${normaliseKey(name)} → casing rule ${keyFrom.rule.match}`];
  return styleSteps(name, key, isInEvent, program);
}

/** From a name to its key: normalisation, in a profile, where it changes something; then the style. */
function styleSteps(name: string, key: string, isInEvent: boolean, { casing }: Program): readonly string[] {
  if (isInEvent) return [`key in ${casing.eventAttributes}`];
  const normal = normaliseKey(name);
  if (normal === key) return [`key ${normal}`];
  return [`key ${normal === name ? "" : `${normal} → `}${casing.userAttributes}`];
}

function valueSteps(decision: EntryDecision, { profile }: Program, show: Show): readonly string[] {
  const { entry, given, removed, source, text } = decision;
  const steps = entry.when === undefined ? [] : ["its condition is true"];
  if (entry.value.kind === "text") return [...steps, "constant"];
  if (entry.value.kind === "expression") return [...steps, `computed from ${show(given)}`];
  if (source === undefined && removed.length > 0) return [...steps, "removed, so emptied"];
  if (entry.value.kind === "lookup") {
    const isThere = given !== undefined && given !== null && entry.value.table.has(jsonText(given));
    return [...steps, isThere ? `lookup of ${show(given)}` : `else, for ${show(given)} has no row`];
  }
  return [...steps, ...formSteps(given, text, profile.lists)];
}

function formSteps(given: Json | undefined, text: string | undefined, lists: string): readonly string[] {
  if (isList(given))
    return [text?.startsWith("[") && lists === "json" ? "list as JSON" : "list joined by commas"];
  return isObject(given) ? ["object as JSON"] : [];
}
