/** What an expression reads of a batch (`language.md` §3, Sources). */
import { asciiLower } from "../ascii.ts";
import type { Batch } from "../batch.ts";
import type { ReceivedEvent } from "../events.ts";
import { platformOf } from "../gate.ts";
import type { NameMatching, Taken } from "../given.ts";
import { isAbsent, isList, isObject, type Json, type JsonObject, own } from "../json.ts";
import { textOf } from "../text.ts";

/** Returns the value that an entry took: `value`. */
export function takenValue({ value }: Taken): string | readonly string[] | undefined {
  return attributeValue(value);
}

/** Returns a user attribute: `user("Name")`. */
export function userAttribute(
  { json }: Batch,
  name: string,
  names: NameMatching,
): string | readonly string[] | undefined {
  return attributeValue(member(json["user_attributes"], name, names));
}

/** Returns an attribute of the event: `value("Name")`. */
export function eventAttribute(
  { given }: ReceivedEvent,
  name: string,
): string | readonly string[] | undefined {
  return attributeValue(member(given.values, name, given.names));
}

/** An attribute is text or a list of text, whatever JSON had; null is absent. */
function attributeValue(json: Json | undefined): string | readonly string[] | undefined {
  if (json === undefined || json === null) return undefined;
  if (!isList(json)) return textOf(json);
  return json.flatMap((item) => (item === null ? [] : [textOf(item)]));
}

/** Returns a member by its name: of several spellings the exact one, else the first in sorted order. */
function member(part: Json | undefined, name: string, names: NameMatching): Json | undefined {
  if (!isObject(part)) return undefined;
  if (names === "exact" || Object.hasOwn(part, name)) return own(part, name);
  const folded = asciiLower(name);
  let found: string | undefined;
  for (const spelling of Object.keys(part)) {
    if (asciiLower(spelling) === folded && (found === undefined || spelling < found)) found = spelling;
  }
  return found === undefined ? undefined : own(part, found);
}

/** Returns the waybill's own name of the batch's platform: `platform`. */
export function batchPlatform(batch: Batch): string {
  // The gate has dropped batches whose platform is not known.
  return platformOf(batch) ?? "";
}

/** Returns the batch's environment; an absent one is production: `environment`. */
export function batchEnvironment({ json }: Batch): string {
  const given = json["environment"];
  // The gate has dropped batches whose environment is no text.
  return isAbsent(given) ? "production" : String(given);
}

/** Returns whether the person consented to a purpose: `consent.gdpr("purpose")`. */
export function gdprConsent({ json }: Batch, purpose: string, names: NameMatching): boolean | undefined {
  return consented(member(consentState(json, "gdpr"), purpose, names));
}

/** Returns whether the person opted out of the sale of data: `consent.ccpa_opt_out`. */
export function ccpaOptOut({ json }: Batch): boolean | undefined {
  const state = consentState(json, "ccpa");
  return consented(isObject(state) ? state["data_sale_opt_out"] : undefined);
}

function consentState(json: JsonObject, regulation: "gdpr" | "ccpa"): Json | undefined {
  const state = json["consent_state"];
  return isObject(state) ? state[regulation] : undefined;
}

/** A boolean, or the text of one: an opt-out that a feed wrote as text is an opt-out all the same. */
function consented(consent: Json | undefined): boolean | undefined {
  const given = isObject(consent) ? consent["consented"] : undefined;
  if (typeof given !== "string") return typeof given === "boolean" ? given : undefined;
  const text = asciiLower(given);
  return text === "true" ? true : text === "false" ? false : undefined;
}
