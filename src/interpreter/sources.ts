/** What an expression reads of a batch (`language.md` §3, Sources). */
import type { Source } from "../compiler/check/expression.ts";
import type { NameMatching } from "../compiler/check/program.ts";
import type { Value } from "../compiler/types/type.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import type { Candidate } from "./candidate.ts";
import { findIdentity } from "./identities.ts";
import { platformOf } from "./platform.ts";
import { chooseSpelling, foldCase, isAbsent, listOf, objectOf, textOf } from "./values.ts";

/** What expressions can see where they stand. */
export interface Scope {
  readonly batch: Candidate;
  readonly names: NameMatching;
  /** What an attribute entry takes: `value`. */
  readonly value?: Json | undefined;
  /** In events and screens. */
  readonly event?: EventScope;
}

export interface EventScope {
  readonly name: string;
  readonly type: string | undefined;
  readonly time: number | undefined;
  readonly attributes: JsonObject;
}

/** Returns the value of a source. */
export function readSource(source: Source, { batch, names, value, event }: Scope): Value | undefined {
  const { json } = batch;
  switch (source.kind) {
    case "value":
      return attributeValue(value);
    case "user":
      return attributeValue(namedMember(json["user_attributes"], source.name, names));
    case "event_attribute":
      return attributeValue(namedMember(event?.attributes, source.name, names));
    case "identity":
      return findIdentity(batch.identities, source.type);
    case "gdpr": {
      const purposes = objectOf(json["consent_state"])?.["gdpr"];
      return consentOf(namedMember(purposes, source.purpose, names));
    }
    case "ccpa_opt_out":
      return consentOf(objectOf(objectOf(json["consent_state"])?.["ccpa"])?.["data_sale_opt_out"]);
    case "mpid":
      return batch.mpid;
    case "platform":
      return platformOf(json);
    case "environment": {
      const environment = json["environment"];
      return typeof environment === "string" && !isAbsent(environment) ? environment : "production";
    }
    case "event_name":
      return event?.name;
    case "event_type":
      return event?.type;
    case "event_time":
      return event?.time;
  }
}

/** The member that a name names, by the spelling that §4.12 chooses. */
function namedMember(part: Json | undefined, name: string, names: NameMatching): Json | undefined {
  const object = objectOf(part);
  const chosen = object && chooseSpelling(Object.keys(object), name, names);
  return chosen === undefined ? undefined : object?.[chosen];
}

/** An attribute is text or a list of text. */
function attributeValue(value: Json | undefined): Value | undefined {
  if (value === undefined || value === null) return undefined;
  const items = listOf(value);
  if (items === undefined) return textOf(value, "comma");
  return items.filter((item) => item !== null).map((item) => textOf(item, "comma"));
}

/** A boolean, or its text ignoring case. */
function consentOf(consent: Json | undefined): boolean | undefined {
  const consented = objectOf(consent)?.["consented"];
  if (typeof consented === "boolean") return consented;
  const text = typeof consented === "string" ? foldCase(consented) : "";
  return text === "true" || text === "false" ? text === "true" : undefined;
}
