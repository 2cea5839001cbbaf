/** What a page for people says about a waybill, in the order in which it says it. */
import type { Attribute, EventEntry, Field, Program } from "../compiler/check/program.ts";
import { userKeysOf } from "../compiler/check/user-keys.ts";
import { allPlatforms, attributeLimits } from "../compiler/check/vocabulary.ts";
import { placeOf, type Span } from "../compiler/source/source-file.ts";
import { changeWords, type History } from "./change-of.ts";
import { conditionWords, listWords, makingWords, sentence } from "./sentences.ts";

/** A waybill as a page tells it. */
export interface PageModel {
  readonly name: string;
  readonly description: string | undefined;
  readonly owner: string;
  readonly lastChange: string;
  /** Who and what is let in, a sentence each. */
  readonly gate: readonly string[];
  readonly profile: ProfileModel;
  readonly events: readonly EventModel[];
  /** What is left out, and the rules that hold for all. */
  readonly rules: readonly string[];
}

export interface ProfileModel {
  readonly condition: string;
  readonly rows: readonly RowModel[];
  readonly used: number;
  readonly most: number;
  readonly place: string;
  readonly changed: string;
}

/** An mParticle event and the SessionM event that is made of it. */
export interface EventModel {
  readonly kind: "event" | "screen view";
  readonly name: string;
  readonly type: string | undefined;
  readonly to: string;
  readonly condition: string;
  readonly isConditional: boolean;
  readonly rows: readonly RowModel[];
  /** Whether attributes that are not listed go too. */
  readonly takesNew: boolean;
  readonly used: number;
  readonly most: number;
  readonly place: string;
  readonly changed: string;
}

/** A value on its way: from where, to where, how, and when. */
export interface RowModel {
  readonly from: string;
  readonly to: string;
  readonly what: "identity" | "field" | "attribute" | "identifier";
  readonly making: string;
  readonly condition: string;
  readonly place: string;
  readonly changed: string;
  /** The limit cuts it, unless others before it are missing. */
  readonly isBeyond: boolean;
}

/** Returns what a page says. */
export function pageModel(program: Program, history: History): PageModel {
  const changed = (span: Span) => changeWords(history.changeOf(span));
  return {
    name: program.name,
    description: program.description,
    owner: history.owner ?? "not known: the file is not in git",
    lastChange: changeWords(history.last) || "not known: the file is not in git",
    gate: gateSentences(program),
    profile: profileModel(program, changed),
    events: [
      ...program.events.entries.map((entry) => eventModel(entry, "event", changed)),
      ...program.screens.entries.map((entry) => eventModel(entry, "screen view", changed)),
    ],
    rules: ruleSentences(program),
  };
}

type Changed = (span: Span) => string;

function gateSentences({ source, profile }: Program): readonly string[] {
  const { platforms, environments, users, loginIdentities, replays, loopPartners, when } = source;
  const isEverywhere = allPlatforms.every((platform) => platforms.value.includes(platform));
  const id = profile.externalId.value === "mpid" ? "MPID" : `identity ${profile.externalId.value}`;
  return [
    isEverywhere
      ? "Batches of all platforms are taken."
      : `Batches of these platforms are taken: ${listWords(platforms.value, "and")}.`,
    `They come from ${listWords(environments.value, "and")}.`,
    users.value === "all"
      ? "Visitors who are not logged in are sent too."
      : `Only members who are logged in are sent: they have ${listWords(loginIdentities.value, "or")}.`,
    ...(when === undefined ? [] : [`All of it only where ${conditionWords(when.value)}.`]),
    `SessionM knows members by their ${id}.`,
    replays.value === "drop"
      ? "Replayed and historical batches are left out."
      : "Replayed and historical batches are sent again.",
    ...(loopPartners.value.length === 0
      ? []
      : [`What ${listWords(loopPartners.value, "or")} sent to mParticle is not sent back.`]),
  ];
}

function profileModel(program: Program, changed: Changed): ProfileModel {
  const { identities, fields, attributes, newAttributes, when, span } = program.profile;
  const used = new Set([
    ...userKeysOf(program).map(({ key }) => key),
    ...(program.defined.attributes?.items ?? []).map(({ text }) => text),
  ]);
  return {
    condition: [
      when === undefined ? "" : sentence(`sent only where ${conditionWords(when.value)}`),
      newAttributes.value ? "Attributes that are not listed are sent too, after these." : "",
    ]
      .filter((text) => text !== "")
      .join(" "),
    rows: [
      ...identities.map(({ type, target, span: at }): RowModel => {
        const to =
          target.kind === "field" ? target.field : target.kind === "attribute" ? target.key : target.type;
        const what =
          target.kind === "field" ? "field" : target.kind === "attribute" ? "attribute" : "identifier";
        const from = type === "mpid" ? "MPID" : `identity ${type}`;
        return {
          from,
          to,
          what,
          making: "",
          condition: "",
          place: placeOf(at),
          changed: changed(at),
          isBeyond: false,
        };
      }),
      ...fields.map((field) => rowModel(field, false, changed)),
      ...attributes.map((attribute) => rowModel(attribute, false, changed)),
    ],
    used: used.size,
    most: attributeLimits.profile,
    place: placeOf(span),
    changed: changed(sectionOf(program)),
  };
}

/** From the first to the last line of the profile that is in the file of its section. */
function sectionOf({ profile }: Program): Span {
  const { span, identities, fields, attributes } = profile;
  const own = [...identities, ...fields, ...attributes].filter((one) => one.span.file === span.file);
  return { ...span, end: Math.max(span.end, ...own.map((one) => one.span.end)) };
}

function rowModel(entry: Attribute | Field, isBeyond: boolean, changed: Changed): RowModel {
  const { names, value, when, span } = entry;
  const isField = "field" in entry;
  return {
    // A constant takes nothing of what it is named after.
    from: value.kind === "text" ? "" : listWords(names, "or"),
    to: isField ? entry.field : entry.key,
    what: isField ? "field" : "attribute",
    making: sentence(makingWords(value)),
    condition: when === undefined ? "" : sentence(`only where ${conditionWords(when.value)}`),
    place: placeOf(span),
    changed: changed(span),
    isBeyond,
  };
}

function eventModel(entry: EventEntry, kind: EventModel["kind"], changed: Changed): EventModel {
  const { name, type, to, condition, attributes, newAttributes, span } = entry;
  const clauses = [
    type === undefined ? "" : `its type is ${type}`,
    typeof condition === "object" ? conditionWords(condition.value) : "",
  ].filter((clause) => clause !== "");
  const otherwise = condition === "otherwise" ? `Only if nothing else was sent for this ${kind}.` : "";
  const where = clauses.length === 0 ? "" : sentence(`only where ${clauses.join(", and ")}`);
  return {
    ...{ kind, name, type, to, place: placeOf(span), changed: changed(span) },
    condition: [where, otherwise].filter((text) => text !== "").join(" "),
    isConditional: condition !== "always" || type !== undefined,
    rows: attributes.map((attribute, index) => rowModel(attribute, index >= attributeLimits.event, changed)),
    takesNew: newAttributes.value,
    used: attributes.length,
    most: attributeLimits.event,
  };
}

function ruleSentences({ source, newEvents, profile }: Program): readonly string[] {
  return [
    newEvents.value
      ? "Events and screen views that are not listed here are sent under their own names, without attributes."
      : "Events and screen views that are not listed here are not sent.",
    profile.newAttributes.value
      ? "Attributes of members that are not listed here are sent too."
      : "Attributes that are not listed here are not sent.",
    "Purchases, sessions and other kinds of mParticle events are never sent: only custom events and screen views are.",
    source.names === "exact"
      ? "Names match exactly as they are written, case included."
      : "Names match whatever their case is.",
    profile.removed === "empty"
      ? "An attribute that is removed in mParticle is emptied in SessionM."
      : "An attribute that is removed in mParticle stays in SessionM as it was.",
    `An event carries at most ${attributeLimits.event} attributes, a profile at most ${attributeLimits.profile}. Of an event, the first ones listed that have a value are sent.`,
    `A list becomes ${profile.lists === "comma" ? "one text with commas" : "JSON text"} in a profile, and one text with commas in an event.`,
  ];
}
