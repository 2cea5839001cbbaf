import { argumentError, isRefusal, type Refusal } from "./answers.ts";
import { isRecord } from "./json.ts";
import type { AttributeType, Rules } from "./rules.ts";
import { checkField } from "./standard-fields.ts";
import type { Identifier } from "./users.ts";
import { collect, dropOr, nullVerdict, type Verdict } from "./verdict.ts";

/** What a profile body asks for, after the switches had their say. In both maps null clears. */
export interface ProfileChange {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly attributes: ReadonlyMap<string, unknown>;
  /** The external ids that the body lists; undefined where it lists none. */
  readonly identifiers: readonly Identifier[] | undefined;
  /** The external id that stands beside the fields. */
  readonly identifier: Identifier | undefined;
  readonly notes: readonly string[];
}

/** Returns the change that a body `{"user": {…}}` asks for, or why it is refused. */
export function checkProfile(body: unknown, rules: Rules): ProfileChange | Refusal {
  if (!isRecord(body)) return argumentError("the body is not a JSON object");
  if (!Object.hasOwn(body, "user")) return { refused: "missing_data", message: "user is missing" };
  if (!isRecord(body["user"])) return argumentError("user is not an object");
  const { user_profile = {}, identifiers = [], external_id, external_id_type, ...fields } = body["user"];
  const listed = readIdentifiers(identifiers);
  if (listed === undefined) return argumentError("identifiers is not a list of external ids and their types");
  const identifier = readIdentifier({ external_id, external_id_type });
  if (identifier === undefined && external_id !== undefined) {
    return argumentError("external_id and external_id_type are not text");
  }
  if (!isRecord(user_profile)) return argumentError("user_profile is not an object");
  const attributes = collect(user_profile, (name, value) => checkAttribute(name, value, rules));
  if (isRefusal(attributes)) return attributes;
  const standard = collect(fields, (name, value) => checkField(name, value, rules));
  if (isRefusal(standard)) return standard;
  return {
    fields: standard.values,
    attributes: attributes.values,
    identifiers: body["user"]["identifiers"] === undefined ? undefined : listed,
    identifier,
    notes: [...standard.notes, ...attributes.notes],
  };
}

function readIdentifiers(list: unknown): readonly Identifier[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const read = list.flatMap((entry) => readIdentifier(entry) ?? []);
  return read.length === list.length ? read : undefined;
}

function readIdentifier(entry: unknown): Identifier | undefined {
  const { external_id, external_id_type = null } = isRecord(entry) ? entry : {};
  if (typeof external_id !== "string" || external_id === "") return undefined;
  if (external_id_type !== null && typeof external_id_type !== "string") return undefined;
  return { external_id, external_id_type };
}

function checkAttribute(name: string, value: unknown, { switches, attributes }: Rules): Verdict {
  if (isRecord(value)) {
    return argumentError(`user_profile.${name} is an object`);
  }
  const type = attributes === undefined ? "any" : attributes.get(name);
  if (type === undefined) {
    if (switches.unknown_attribute === "store") return { value };
    return dropOr(switches.unknown_attribute, `${name} is not a defined attribute`);
  }
  if (value === null) return nullVerdict(name, switches.null_value);
  if (hasType(value, type)) return { value };
  const converted = switches.wrong_attribute_type === "convert" ? convert(value, type) : undefined;
  if (converted !== undefined) return { value: converted };
  return dropOr(switches.wrong_attribute_type, `${name} is not a ${type}`);
}

function hasType(value: unknown, type: AttributeType): boolean {
  return type === "any" || typeof value === (type === "text" ? "string" : type);
}

function convert(value: unknown, type: AttributeType): unknown {
  const text = String(value);
  if (type === "text") return text;
  if (type === "number") return text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
  return ["true", "false"].includes(text.toLowerCase()) ? text.toLowerCase() === "true" : undefined;
}
