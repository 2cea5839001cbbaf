/** What an expression reads of a batch (`language.md` §3, Sources). */
import { asciiLower } from "../ascii.ts";
import { type Attributes, attributeNode, attributesAt, attributeValue, listingOf } from "../attributes.ts";
import type { Batch } from "../batch.ts";
import type { ReceivedEvent } from "../events.ts";
import { platformOf } from "../gate.ts";
import type { NameMatching, Taken } from "../given.ts";
import { isAbsent, isList, isObject, type Json } from "../json.ts";
import { members } from "../members.ts";
import { memberOf, type Node, root, type Tape } from "../tape/tape.ts";
import { memberValue, valueAt } from "../tape/values.ts";
import { textOf } from "../text.ts";

/** Returns the value that an entry took: `value`. */
export function takenValue({ value }: Taken): string | readonly string[] | undefined {
  return textsOf(value);
}

/** Returns a user attribute: `user("Name")`. */
export function userAttribute(
  { attributes }: Batch,
  name: string,
  names: NameMatching,
): string | readonly string[] | undefined {
  return textsOf(find(attributes, name, names));
}

/** Returns an attribute of the event: `value("Name")`. */
export function eventAttribute(
  { given: { attributes, names } }: ReceivedEvent,
  name: string,
): string | readonly string[] | undefined {
  return textsOf(find(attributes, name, names));
}

/** An attribute is text or a list of text, whatever JSON had; null is absent. */
function textsOf(json: Json | undefined): string | readonly string[] | undefined {
  if (json === undefined || json === null) return undefined;
  if (!isList(json)) return textOf(json);
  return json.flatMap((item) => (item === null ? [] : [textOf(item)]));
}

/** Returns the value of a name: of several spellings of the exact one, else of the first in sorted order. */
function find(attributes: Attributes, name: string, matching: NameMatching): Json | undefined {
  const exact = attributeNode(attributes, name);
  if (matching === "exact" || exact >= 0) return valueAt(attributes.tape, exact);
  const folded = asciiLower(name);
  const [found] = listingOf(attributes)
    .names.filter((spelling) => asciiLower(spelling) === folded)
    .sort();
  return found === undefined ? undefined : attributeValue(attributes, found);
}

/** Returns the waybill's own name of the batch's platform: `platform`. */
export function batchPlatform(batch: Batch): string {
  // The gate has dropped batches whose platform is not known.
  return platformOf(batch) ?? "";
}

/** Returns the batch's environment; an absent one is production: `environment`. */
export function batchEnvironment({ tape }: Batch): string {
  const given = memberValue(tape, root, members.environment);
  // The gate has dropped batches whose environment is no text.
  return isAbsent(given) ? "production" : String(given);
}

/** Returns whether the person consented to a purpose: `consent.gdpr("purpose")`. */
export function gdprConsent({ tape }: Batch, purpose: string, names: NameMatching): boolean | undefined {
  const purposes = attributesAt(tape, consentState(tape, members.gdpr));
  return consented(find(purposes, purpose, names));
}

/** Returns whether the person opted out of the sale of data: `consent.ccpa_opt_out`. */
export function ccpaOptOut({ tape }: Batch): boolean | undefined {
  return consented(memberValue(tape, consentState(tape, members.ccpa), members.dataSaleOptOut));
}

function consentState(tape: Tape, regulation: number): Node {
  return memberOf(tape, memberOf(tape, root, members.consentState), regulation);
}

/** A boolean, or the text of one: an opt-out that a feed wrote as text is an opt-out all the same. */
function consented(consent: Json | undefined): boolean | undefined {
  const given = isObject(consent) ? consent["consented"] : undefined;
  if (typeof given !== "string") return typeof given === "boolean" ? given : undefined;
  const text = asciiLower(given);
  return text === "true" ? true : text === "false" ? false : undefined;
}
