import { argumentError } from "./answers.ts";
import type { Rules } from "./rules.ts";
import { dropOr, nullVerdict, type Verdict } from "./verdict.ts";

interface StandardField {
  readonly type: "text" | "flag" | "list";
  /** The documented form of the value, where there is one, and its description. */
  readonly form?: readonly [isValid: (text: string) => boolean, description: string];
}

const text: StandardField = { type: "text" };

// `auth_token` is left out on purpose: it asks for a credential, and a forwarder must never send it.
const fields = new Map<string, StandardField>([
  ["address", text],
  ["address2", text],
  ["city", text],
  ["country", { type: "text", form: [(value) => /^[A-Z]{3}$/.test(value), "three capital letters"] }],
  ["dob", { type: "text", form: [isDate, "a date YYYY-MM-DD"] }],
  ["email", text],
  ["first_name", text],
  ["gender", { type: "text", form: [(value) => value === "m" || value === "f", "m or f"] }],
  ["ip", text],
  ["last_name", text],
  ["locale", text],
  ["opted_in", { type: "flag" }],
  ["phone_numbers", { type: "list" }],
  ["state", text],
  ["zip", text],
]);

/** Judges a standard field of the `user` object. */
export function checkField(name: string, value: unknown, { switches }: Rules): Verdict {
  const field = fields.get(name);
  if (field === undefined) {
    if (switches.unknown_attribute === "store") return { value };
    return dropOr(switches.unknown_attribute, `${name} is not a standard field`);
  }
  if (value === null) return nullVerdict(name, switches.null_value);
  if (!hasType(value, field.type)) {
    return argumentError(`${name} is not a ${field.type}`);
  }
  const [isValid, description] = field.form ?? [];
  if (isValid === undefined || isValid(String(value)) || switches.invalid_field === "store") return { value };
  return dropOr(switches.invalid_field, `${name} is not ${description}`);
}

function hasType(value: unknown, type: StandardField["type"]): boolean {
  if (type === "text") return typeof value === "string";
  if (type === "list") return Array.isArray(value);
  // Public clients send both the boolean and its name.
  return typeof value === "boolean" || value === "true" || value === "false";
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
