import { asciiLower } from "./ascii.ts";
import { attributeValue, listingOf } from "./attributes.ts";
import { noteReason, noteSent } from "./fates.ts";
import { addField, type Fields } from "./fields.ts";
import type { Given } from "./given.ts";
import type { Place, Reason } from "./result.ts";
import { textOf } from "./text.ts";

/** How attributes that no entry names are sent (`language.md` §4.12, §4.13 and §4.17). */
export interface NewAttributes {
  /** The names that entries take; a spelling of one is never a new attribute. In lower case where case is ignored. */
  readonly declared: ReadonlySet<string>;
  /** The same for the sources of reserved fields, which always match ignoring case; in lower case. */
  readonly reserved?: ReadonlySet<string>;
  /** The keys that entries write. */
  readonly keys: ReadonlySet<string>;
  readonly makeKey: (name: string) => string;
  /** What SessionM has defined, where the waybill says so. */
  readonly defined?: ReadonlySet<string>;
  /** How many of them the profile has room for. */
  readonly room?: number;
  readonly at: Place;
}

const reservedNames: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "$firstname",
  "$lastname",
  "$gender",
  "$country",
  "$state",
  "$city",
  "$zip",
  "$address",
]);

/** Says whether a user attribute may be a new one: not a reserved one, and not SessionM's own. */
export function mayBeNewUserAttribute(name: string): boolean {
  const folded = asciiLower(name);
  return !folded.startsWith("sessionm_") && !reservedNames.has(folded);
}

/** Says whether an event attribute may be a new one: not SessionM's own, and not the feed's name. */
export function mayBeNewEventAttribute(name: string): boolean {
  return !asciiLower(name).startsWith("sessionm_") && name !== "mParticle Source Feed";
}

/** Sends the attributes that no entry names, in sorted order. */
export function sendNewAttributes(
  fields: Fields,
  given: Given,
  mayBeNew: (name: string) => boolean,
  options: NewAttributes,
): void {
  const isNew = (name: string) =>
    mayBeNew(name) &&
    !options.declared.has(given.names === "exact" ? name : asciiLower(name)) &&
    options.reserved?.has(asciiLower(name)) !== true;
  const taken = new Set(options.keys);
  const full = fields.count + (options.room ?? Number.POSITIVE_INFINITY);
  for (const name of [...listingOf(given.attributes).names].sort()) {
    if (!isNew(name)) continue;
    const reason = sendNewAttribute(fields, given, name, taken, full, options);
    if (reason === undefined) noteSent(given.fates, name);
    else noteReason(given.fates, name, reason, options.at);
  }
  for (const name of given.removed) {
    if (isNew(name)) noteReason(given.fates, name, "removed_not_forwarded", options.at);
  }
}

function sendNewAttribute(
  fields: Fields,
  given: Given,
  name: string,
  taken: Set<string>,
  full: number,
  { makeKey, defined }: NewAttributes,
): Reason | undefined {
  const key = makeKey(name);
  if (key === "") return "empty_key";
  if (defined !== undefined && !defined.has(key)) return "not_defined";
  if (taken.has(key)) return "duplicate_key";
  taken.add(key);
  const value = attributeValue(given.attributes, name) ?? null;
  if (value === null) return "null_value";
  if (fields.count >= full) return "profile_limit";
  if (fields.count >= fields.options.limit) return "attribute_limit";
  addField(fields, key, textOf(value, fields.options.lists));
  return undefined;
}
