import { asciiLower, asciiUpper } from "./ascii.ts";
import { noteSent } from "./fates.ts";
import { type Fields, send } from "./fields.ts";
import { foldName } from "./fold-name.ts";
import { type Given, givenEntries, type NameMatching, take, takeReserved } from "./given.ts";
import type { Json } from "./json.ts";
import { escapeText } from "./quote.ts";
import type { Place } from "./result.ts";

/** Attributes that are sent as they are: each the name in the batch, the key in SessionM, and the waybill's line. */
export type Rows = readonly (readonly [name: string, key: string, at: Place])[];

/** The rows, ready to be looked up. */
export interface Copies {
  readonly rows: Rows;
  /** What stands before each value: a comma, the key, a colon and a quote. */
  readonly openings: readonly string[];
  readonly byName: ReadonlyMap<string, number>;
  readonly byFoldedName: ReadonlyMap<string, number>;
  /** The first characters of the names in either case: most other names are told by theirs. */
  readonly initials: ReadonlySet<number>;
}

/** Returns rows ready to be looked up. No two of them have one name, ignoring case where names do. */
export function copies(rows: Rows): Copies {
  return {
    rows,
    openings: rows.map(([, key]) => `,${JSON.stringify(key)}:"`),
    byName: new Map(rows.map(([name], index) => [name, index])),
    byFoldedName: new Map(rows.map(([name], index) => [foldName(name), index])),
    initials: new Set(rows.flatMap(([name]) => [asciiLower(name), asciiUpper(name)].map(initialOf))),
  };
}

function initialOf(name: string): number {
  return name.charCodeAt(0);
}

/** Sends each row in order, as `send(fields, key, take(given, name, at))` would. */
export function copyEach(fields: Fields, given: Given, copied: Copies): void {
  copyRows(fields, given, copied, given.names === "exact" ? "exact" : "ignore_case", take);
}

/** Sends each row in order, as `send(fields, key, takeReserved(given, name, at))` would. */
export function copyEachReserved(fields: Fields, given: Given, copied: Copies): void {
  copyRows(fields, given, copied, "ignore_case", takeReserved);
}

/** Looks once at each attribute that is given, instead of once for each row. What is not plain goes the long way. */
function copyRows(
  fields: Fields,
  given: Given,
  { rows, openings, byName, byFoldedName, initials }: Copies,
  names: NameMatching,
  takeOne: typeof take,
): void {
  const found: (readonly [name: string, value: Json] | undefined)[] = new Array(rows.length);
  let isPlain = given.removed.length === 0;
  for (const entry of givenEntries(given)) {
    const name = entry[0];
    if (!initials.has(initialOf(name))) continue;
    const index = names === "exact" ? byName.get(name) : byFoldedName.get(foldName(name));
    if (index === undefined) continue;
    // Two spellings of one name: which is taken is a matter for `take`.
    if (found[index] !== undefined) isPlain = false;
    found[index] = entry;
  }
  const { limit, keepsEmpty } = fields.options;
  for (let index = 0; index < rows.length; index++) {
    const entry = found[index];
    if (entry === undefined && isPlain) continue;
    const text = entry === undefined ? undefined : plainText(entry[1]);
    if (
      entry !== undefined &&
      text !== undefined &&
      isPlain &&
      fields.count < limit &&
      (keepsEmpty || text !== "")
    ) {
      const opening = openings[index] ?? "";
      fields.json += `${fields.count === 0 ? opening.slice(1) : opening}${text}"`;
      fields.count++;
      noteSent(given.fates, entry[0]);
    } else {
      const [name, key, at] = rows[index] ?? ["", "", ""];
      send(fields, key, takeOne(given, name, at));
    }
  }
}

/** Returns the text of a value between its quotes in JSON; undefined where it is null, a list or an object. */
function plainText(value: Json): string | undefined {
  if (typeof value === "string") return escapeText(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
