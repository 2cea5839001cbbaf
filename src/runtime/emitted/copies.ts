import { listingOf } from "./attributes.ts";
import { noteReason, noteSent } from "./fates.ts";
import { type Fields, send } from "./fields.ts";
import { foldName } from "./fold-name.ts";
import { type Given, type NameMatching, take, takeReserved } from "./given.ts";
import type { Listing } from "./listing.ts";
import { quoteText } from "./quote.ts";
import type { Place } from "./result.ts";
import { lastWrittenAsSent, plainKind } from "./tape/row.ts";
import { absent, kindOf, type Node, quotedAt, type Tape, writtenAt } from "./tape/tape.ts";
import { valueAt } from "./tape/values.ts";
import { type ListForm, textOf } from "./text.ts";

/** Attributes that are sent as they are: each the name in the batch, the key in SessionM, and the waybill's line. */
export type Rows = readonly (readonly [name: string, key: string, at: Place])[];

/** The rows, ready to be looked up. */
export interface Copies {
  readonly rows: Rows;
  /** What stands before each value: a comma, the key and a colon. */
  readonly openings: readonly string[];
  readonly byName: ReadonlyMap<string, number>;
  readonly byFoldedName: ReadonlyMap<string, number>;
}

/** Returns rows ready to be looked up. No two of them have one name, ignoring case where names do. */
export function copies(rows: Rows): Copies {
  return {
    rows,
    openings: rows.map(([, key]) => `,${JSON.stringify(key)}:`),
    byName: new Map(rows.map(([name], index) => [name, index])),
    byFoldedName: new Map(rows.map(([name], index) => [foldName(name), index])),
  };
}

/** Sends each row in order, as `send(fields, key, take(given, name, at))` would. */
export function copyEach(fields: Fields, given: Given, copied: Copies): void {
  copyRows(fields, given, copied, given.names === "exact" ? "exact" : "ignore_case", take);
}

/** Sends each row in order, as `send(fields, key, takeReserved(given, name, at))` would. */
export function copyEachReserved(fields: Fields, given: Given, copied: Copies): void {
  copyRows(fields, given, copied, "ignore_case", takeReserved);
}

/** Looks once at each attribute that is given, instead of once for each row. */
function copyRows(
  fields: Fields,
  given: Given,
  copied: Copies,
  names: NameMatching,
  takeOne: typeof take,
): void {
  const { rows } = copied;
  const found = given.removed.length === 0 ? findRows(listingOf(given.attributes), copied, names) : undefined;
  if (found === undefined) {
    for (const [name, key, at] of rows) send(fields, key, takeOne(given, name, at));
  } else {
    for (let index = 0; index < rows.length; index++) {
      const at = found[index] ?? notGiven;
      if (at !== notGiven) copyOne(fields, given, copied, index, at);
    }
  }
}

const notGiven = -1;

/**
 * Returns where each row is in the listing. Undefined where one is there in two spellings: which is taken is a matter
 * for `take`.
 */
function findRows(
  listing: Listing,
  { rows, byName, byFoldedName }: Copies,
  names: NameMatching,
): readonly number[] | undefined {
  const found: number[] = new Array(rows.length).fill(notGiven);
  for (let at = 0; at < listing.names.length; at++) {
    const name = listing.names[at] ?? "";
    const index = names === "exact" ? byName.get(name) : byFoldedName.get(foldName(name));
    if (index === undefined) continue;
    if (found[index] !== notGiven) return undefined;
    found[index] = at;
  }
  return found;
}

/** Sends a row whose attribute is at a place of the listing. */
function copyOne(fields: Fields, given: Given, { rows, openings }: Copies, index: number, at: number): void {
  const { limit, keepsEmpty, lists } = fields.options;
  const { names, nodes } = listingOf(given.attributes);
  const json = stringAt(given.attributes.tape, nodes[at] ?? absent, lists);
  if (json !== undefined && fields.count < limit && (keepsEmpty || json !== '""')) {
    const opening = openings[index] ?? "";
    fields.json += (fields.count === 0 ? opening.slice(1) : opening) + json;
    fields.count++;
    return noteSent(given.fates, names[at] ?? "");
  }
  const cut = fields.count < limit ? "empty_value" : "attribute_limit";
  const reason = json === undefined ? "null_value" : cut;
  noteReason(given.fates, names[at] ?? "", reason, rows[index]?.[2] ?? "");
}

/** Returns a value as the string that SessionM gets, in JSON; undefined where it is null. */
function stringAt(tape: Tape, node: Node, lists: ListForm): string | undefined {
  const kind = kindOf(tape, node);
  if (kind === plainKind) return quotedAt(tape, node);
  if (kind <= lastWrittenAsSent) return `"${writtenAt(tape, node)}"`;
  const value = valueAt(tape, node) ?? null;
  return value === null ? undefined : quoteText(textOf(value, lists));
}
