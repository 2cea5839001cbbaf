import { noteReason } from "./fates.ts";
import { noteTakenSent, type Taken } from "./given.ts";
import { quoteText } from "./quote.ts";
import { type ListForm, textOf } from "./text.ts";

/** A JSON object of strings that grows by one member at a time. */
export interface Fields {
  /** The members as JSON text, without the braces. */
  json: string;
  count: number;
  readonly options: FieldsOptions;
}

interface FieldsOptions {
  /** How many members there may be; more are `attribute_limit`. */
  readonly limit: number;
  /** Whether `""` is a value; in reserved fields it is not. */
  readonly keepsEmpty: boolean;
  /** Whether a removed attribute is sent as `""`. */
  readonly sendsRemoved: boolean;
  readonly lists: ListForm;
}

const unlimited = Number.POSITIVE_INFINITY;

/** Returns the fields of SessionM's `user`: an empty string is left out (`language.md` §4.8). */
export function userFields(lists: ListForm): Fields {
  return { json: "", count: 0, options: { limit: unlimited, keepsEmpty: false, sendsRemoved: false, lists } };
}

/** Returns the custom attributes of a profile (`language.md` §4.9 to §4.14). */
export function customAttributes(lists: ListForm, removed: "keep" | "empty"): Fields {
  const sendsRemoved = removed === "empty";
  return { json: "", count: 0, options: { limit: unlimited, keepsEmpty: true, sendsRemoved, lists } };
}

const contextOptions: FieldsOptions = { limit: 10, keepsEmpty: true, sendsRemoved: false, lists: "comma" };

/** Returns the `context` of an event: at most 10 attributes (`language.md` §4.17). */
export function eventContext(): Fields {
  return { json: "", count: 0, options: contextOptions };
}

/** Adds a member as it is. */
export function addField(fields: Fields, key: string, text: string): void {
  const separator = fields.count === 0 ? "" : ",";
  fields.json += `${separator}${quoteText(key)}:${quoteText(text)}`;
  fields.count++;
}

/** Sends the value that an entry took. */
export function send(fields: Fields, key: string, taken: Taken): void {
  const { value } = taken;
  sendText(fields, key, taken, value === undefined ? undefined : textOf(value, fields.options.lists));
}

/** Sends a text in place of the value that an entry took; undefined is no value. */
export function sendText(fields: Fields, key: string, taken: Taken, text: string | undefined): void {
  const { given, source, at } = taken;
  const { limit, keepsEmpty } = fields.options;
  if (text === undefined) {
    if (source !== undefined) noteReason(given.fates, source, "no_value", at);
    return sendRemoved(fields, key, taken);
  }
  const isCut = fields.count >= limit;
  if (!isCut && (text !== "" || keepsEmpty)) {
    addField(fields, key, text);
    return noteTakenSent(taken);
  }
  if (source !== undefined) noteReason(given.fates, source, isCut ? "attribute_limit" : "empty_value", at);
  noteRemoved(taken);
}

/** Sends `""` for an entry none of whose names is given and one of whose names was removed. */
function sendRemoved(fields: Fields, key: string, taken: Taken): void {
  if (taken.isGiven || taken.removed.length === 0 || !fields.options.sendsRemoved) return noteRemoved(taken);
  addField(fields, key, "");
  noteTakenSent(taken);
}

function noteRemoved({ given, removed, at }: Taken): void {
  for (const name of removed) noteReason(given.fates, name, "removed_not_forwarded", at);
}

/** Sends what a table has for the text of the value that an entry took, or else `otherwise`. */
export function sendLookup(
  fields: Fields,
  key: string,
  taken: Taken,
  table: ReadonlyMap<string, string>,
  otherwise?: string,
): void {
  const { value } = taken;
  const found = value === undefined ? undefined : table.get(textOf(value, fields.options.lists));
  sendText(fields, key, taken, value === undefined ? undefined : (found ?? otherwise));
}

/** Sends an identity, as it is; undefined where there is none. */
export function sendIdentity(fields: Fields, key: string, id: string | undefined): void {
  if (id !== undefined) addField(fields, key, id);
}
