import { asciiLower } from "./ascii.ts";
import { createFates, type Fates, noteReason, noteSent } from "./fates.ts";
import { foldName } from "./fold-name.ts";
import { isList, isObject, type Json, type JsonObject, own } from "./json.ts";
import type { Place } from "./result.ts";

/** How names match names in a batch. */
export type NameMatching = "exact" | "ignore_case";

/** The attributes that a member or an event came with, and what became of each. */
export interface Given {
  readonly values: JsonObject;
  readonly names: NameMatching;
  /** Names of `deleted_user_attributes` of which there is no spelling in `values`. */
  readonly removed: readonly string[];
  readonly fates: Fates;
  /** The names with their values; made when first needed. */
  entries: readonly (readonly [name: string, value: Json])[] | undefined;
  /** The names, in lower case, that are matched ignoring case; undefined where all are. */
  readonly folded: ReadonlySet<string> | undefined;
  /** The spellings of those names, in lower case; made when first needed. */
  spellings: ReadonlyMap<string, string | readonly string[]> | undefined;
}

/** What an entry takes from the given attributes. */
export interface Taken {
  readonly given: Given;
  /** The entry's names, and how they match. */
  readonly names: string | readonly string[];
  readonly matching: NameMatching;
  /** The value of the chosen spelling; undefined where none is there or all are null. */
  readonly value: Exclude<Json, null> | undefined;
  /** The spelling that the value stands under. */
  readonly source: string | undefined;
  /** Whether one of the entry's names is given, with or without a value. */
  readonly isGiven: boolean;
  /** The entry's names that were removed. */
  readonly removed: readonly string[];
  readonly at: Place;
}

/** Returns the given attributes of an event. */
export function givenAttributes(
  values: JsonObject,
  names: NameMatching,
  folded: ReadonlySet<string> | undefined = undefined,
  removed = none,
): Given {
  return { values, names, removed, fates: createFates(), entries: undefined, folded, spellings: undefined };
}

const none: readonly string[] = [];

/** Returns the names with their values. */
export function givenEntries(given: Given): readonly (readonly [name: string, value: Json])[] {
  given.entries ??= Object.entries(given.values);
  return given.entries;
}

/**
 * Returns the given user attributes, with those that were removed (`language.md` §4.14). `reserved` are the names of
 * reserved fields in lower case: with exact names they alone are matched ignoring case.
 */
export function givenUserAttributes(
  json: JsonObject,
  names: NameMatching,
  reserved?: ReadonlySet<string>,
): Given {
  const attributes = json["user_attributes"];
  const values = isObject(attributes) ? attributes : {};
  const folded = names === "exact" ? reserved : undefined;
  const given = givenAttributes(values, names, folded);
  const deleted = json["deleted_user_attributes"];
  if (!isList(deleted) || deleted.length === 0) return given;
  const named = new Set(deleted.filter((name) => typeof name === "string"));
  const removed = [...named].filter((name) => spellingsOf(given, name).length === 0);
  return givenAttributes(values, names, folded, removed);
}

/**
 * Takes the first of the names that is given and not null. Of several spellings of a name the exact one is taken,
 * else the first in sorted order, before values are looked at (`language.md` §4.12).
 */
export function take(given: Given, names: string | readonly string[], at: Place): Taken {
  return takeMatching(given, names, at, given.names);
}

/** Takes a reserved attribute: its name always matches ignoring case (`language.md` §4.8). */
export function takeReserved(given: Given, names: string | readonly string[], at: Place): Taken {
  return takeMatching(given, names, at, "ignore_case");
}

function takeMatching(
  given: Given,
  names: string | readonly string[],
  at: Place,
  matching: NameMatching,
): Taken {
  let isGiven = false;
  let taken: Pick<Taken, "value" | "source"> = { value: undefined, source: undefined };
  for (const name of typeof names === "string" ? [names] : names) {
    const [chosen, ...others] = spellingsOf(given, name, matching);
    if (chosen === undefined) continue;
    isGiven = true;
    for (const other of others) noteReason(given.fates, other, "duplicate_key", at);
    const value = own(given.values, chosen) ?? null;
    if (value === null) noteReason(given.fates, chosen, "null_value", at);
    else if (taken.source !== undefined) noteReason(given.fates, chosen, "duplicate_key", at);
    else taken = { value, source: chosen };
  }
  const removed = given.removed.length === 0 ? [] : removedNames(given, names, matching);
  return { given, names, matching, ...taken, isGiven, removed, at };
}

/** Returns the given spellings of a name, the one to take first. */
function spellingsOf(given: Given, name: string, matching = given.names): readonly string[] {
  if (matching === "exact") return Object.hasOwn(given.values, name) ? [name] : [];
  given.spellings ??= indexSpellings(given);
  const spellings = given.spellings.get(foldName(name)) ?? none;
  if (typeof spellings === "string") return [spellings];
  if (spellings.length < 2) return spellings;
  const others = spellings.filter((spelling) => spelling !== name).sort();
  return spellings.includes(name) ? [name, ...others] : others;
}

function indexSpellings({ values, folded }: Given): ReadonlyMap<string, string | readonly string[]> {
  const index = new Map<string, string | readonly string[]>();
  for (const name of Object.keys(values)) {
    const key = foldName(name);
    if (folded !== undefined && !folded.has(key)) continue;
    const spellings = index.get(key);
    index.set(key, spellings === undefined ? name : [spellings, name].flat());
  }
  return index;
}

function removedNames(
  given: Given,
  names: string | readonly string[],
  matching: NameMatching,
): readonly string[] {
  const fold = matching === "exact" ? (name: string) => name : asciiLower;
  const wanted = new Set((typeof names === "string" ? [names] : names).map(fold));
  return given.removed.filter((name) => wanted.has(fold(name)));
}

/** Notes that an entry's condition is not true: for each of its names that is given or was removed. */
export function noteUnmet({ given, names, matching, removed }: Taken, at: Place): void {
  for (const name of typeof names === "string" ? [names] : names) {
    const [chosen] = spellingsOf(given, name, matching);
    if (chosen !== undefined) noteReason(given.fates, chosen, "condition", at);
  }
  for (const name of removed) noteReason(given.fates, name, "condition", at);
}

/** Notes that what an entry took went out. */
export function noteTakenSent({ given, source, removed }: Taken): void {
  if (source !== undefined) noteSent(given.fates, source);
  for (const name of removed) noteSent(given.fates, name);
}
