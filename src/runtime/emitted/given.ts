import { asciiLower } from "./ascii.ts";
import { type Attributes, attributeNode, attributeValue, listingOf } from "./attributes.ts";
import type { Batch } from "./batch.ts";
import { createFates, type Fates, noteReason, noteSent } from "./fates.ts";
import { foldName } from "./fold-name.ts";
import type { Json } from "./json.ts";
import type { Listing } from "./listing.ts";
import { members } from "./members.ts";
import type { Place } from "./result.ts";
import { listKind } from "./tape/row.ts";
import { kindOf, memberOf, root, type Tape } from "./tape/tape.ts";
import { nodesIn, valueAt } from "./tape/values.ts";

/** How names match names in a batch. */
export type NameMatching = "exact" | "ignore_case";

/** The attributes that a member or an event came with, and what became of each. */
export interface Given {
  readonly attributes: Attributes;
  readonly names: NameMatching;
  /** Names of `deleted_user_attributes` of which no spelling is given. */
  readonly removed: readonly string[];
  readonly fates: Fates;
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
  attributes: Attributes,
  names: NameMatching,
  folded: ReadonlySet<string> | undefined = undefined,
  removed = none,
): Given {
  return { attributes, names, removed, fates: createFates(), folded, spellings: undefined };
}

const none: readonly string[] = [];

/**
 * Returns the given user attributes, with those that were removed (`language.md` §4.14). `reserved` are the names of
 * reserved fields in lower case: with exact names they alone are matched ignoring case.
 */
export function givenUserAttributes(
  { tape, attributes }: Batch,
  names: NameMatching,
  reserved?: ReadonlySet<string>,
): Given {
  const folded = names === "exact" ? reserved : undefined;
  const given = givenAttributes(attributes, names, folded);
  const deleted = removedNamesIn(tape);
  if (deleted.size === 0) return given;
  const removed = [...deleted].filter((name) => spellingsOf(given, name).length === 0);
  return givenAttributes(attributes, names, folded, removed);
}

function removedNamesIn(tape: Tape): ReadonlySet<string> {
  const deleted = memberOf(tape, root, members.deletedUserAttributes);
  if (kindOf(tape, deleted) !== listKind) return new Set();
  const names = nodesIn(tape, deleted).map((name) => valueAt(tape, name));
  return new Set(names.filter((name) => typeof name === "string"));
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
    const value = attributeValue(given.attributes, chosen) ?? null;
    if (value === null) noteReason(given.fates, chosen, "null_value", at);
    else if (taken.source !== undefined) noteReason(given.fates, chosen, "duplicate_key", at);
    else taken = { value, source: chosen };
  }
  const removed = given.removed.length === 0 ? [] : removedNames(given, names, matching);
  return { given, names, matching, ...taken, isGiven, removed, at };
}

/** Returns the given spellings of a name, the one to take first. */
function spellingsOf(given: Given, name: string, matching = given.names): readonly string[] {
  if (matching === "exact") return attributeNode(given.attributes, name) < 0 ? [] : [name];
  given.spellings ??= indexSpellings(listingOf(given.attributes), given.folded);
  const spellings = given.spellings.get(foldName(name)) ?? none;
  if (typeof spellings === "string") return [spellings];
  if (spellings.length < 2) return spellings;
  const others = spellings.filter((spelling) => spelling !== name).sort();
  return spellings.includes(name) ? [name, ...others] : others;
}

function indexSpellings(
  { names }: Listing,
  folded: ReadonlySet<string> | undefined,
): ReadonlyMap<string, string | readonly string[]> {
  const index = new Map<string, string | readonly string[]>();
  for (const name of names) {
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
