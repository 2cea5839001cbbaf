import { argumentError, isRefusal, type Refusal } from "./answers.ts";
import { isRecord } from "./json.ts";
import type { Rules } from "./rules.ts";
import type { Switches } from "./switches.ts";

const day = 24 * 60 * 60 * 1000;
const dateForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;
const occurrenceKeys: readonly string[] = ["transaction_id", "qty", "date", "context"];

/** One occurrence of an event, as a body states it. */
export interface Occurrence {
  readonly name: string;
  readonly transactionId: string | null;
  readonly qty: string;
  readonly date: string | null;
  readonly context: Readonly<Record<string, unknown>>;
  /** False for an event that is answered ok and forgotten. */
  readonly stored: boolean;
  readonly notes: readonly string[];
}

/** Returns what each occurrence in a body `{"events": {…}}` is, or why it is refused; or why all of it is. */
export function checkEvents(body: unknown, rules: Rules): readonly (Occurrence | Refusal)[] | Refusal {
  if (!isRecord(body)) return argumentError("the body is not a JSON object");
  const { events } = body;
  if (events === undefined) return { refused: "missing_data", message: "events is missing" };
  if (!isRecord(events)) return argumentError("events is not an object keyed by event name");
  const entries = Object.entries(events);
  if (entries.length === 0) return { refused: "missing_data", message: "events is empty" };
  if (entries.length > 1 && rules.switches.several_events === "error") {
    return argumentError("events has more than one name");
  }
  return entries.flatMap(([name, value]) => {
    if (!Array.isArray(value)) return [checkOccurrence(name, value, rules)];
    if (rules.switches.occurrence_list === "error") return [argumentError(`${name} is a list`)];
    return value.map((entry) => checkOccurrence(name, entry, rules));
  });
}

function checkOccurrence(name: string, value: unknown, rules: Rules): Occurrence | Refusal {
  const { switches } = rules;
  const isDefined = rules.events?.has(name) ?? true;
  if (!isDefined && switches.undefined_event === "error") {
    return { refused: "validation", message: `${name} is not a defined event` };
  }
  const stored = isDefined || switches.undefined_event === "store";
  const notes = stored ? [] : [`ignored: ${name} is not a defined event`];
  const whole = { name, transactionId: null, date: null, context: {}, stored, notes };
  // A public client sends the quantity alone, as a number.
  if (Number.isInteger(value) && Number(value) > 0) return { ...whole, qty: String(value) };
  if (!isRecord(value)) return argumentError(`${name} is not an object`);
  const unknown = Object.keys(value).find((key) => !occurrenceKeys.includes(key));
  if (unknown !== undefined) return argumentError(`${name}.${unknown} is not a known key`);
  const { transaction_id = null, qty = "1", date = null, context = {} } = value;
  const refusal =
    checkText(`${name}.transaction_id`, transaction_id, switches) ??
    checkQuantity(name, qty, switches) ??
    checkDate(name, date, rules);
  if (refusal !== undefined) return refusal;
  const kept = checkContext(name, context, switches);
  if (isRefusal(kept)) return kept;
  return {
    ...whole,
    transactionId: transaction_id === null ? null : String(transaction_id),
    qty: String(qty),
    date: date === null ? null : String(date),
    context: kept.context,
    notes: [...notes, ...kept.notes],
  };
}

function checkText(name: string, value: unknown, switches: Switches): Refusal | undefined {
  if (value === null || typeof value === "string") return undefined;
  if (switches.event_value_types === "any" && ["number", "boolean"].includes(typeof value)) return undefined;
  return argumentError(`${name} is not text`);
}

function checkQuantity(name: string, qty: unknown, switches: Switches): Refusal | undefined {
  if (!/^[1-9]\d*$/.test(String(qty))) return argumentError(`${name}.qty is not a positive whole number`);
  return checkText(`${name}.qty`, qty, switches);
}

function checkDate(name: string, date: unknown, { switches, now }: Rules): Refusal | undefined {
  if (date === null) return undefined;
  const time = typeof date === "string" ? Date.parse(date) : Number.NaN;
  const [matched, fraction, offset] = dateForm.exec(String(date)) ?? [];
  if (matched === undefined || Number.isNaN(time)) {
    return argumentError(`${name}.date is not an ISO 8601 time with an offset`);
  }
  if (switches.date_format === "utc" && offset !== "Z") return argumentError(`${name}.date is not in UTC`);
  if (switches.date_format === "whole_seconds" && fraction !== undefined) {
    return argumentError(`${name}.date has a fraction of a second`);
  }
  const isRecent = time >= now - 365 * day && time <= now + 5 * 60 * 1000;
  if (switches.date_range === "any" || isRecent) return undefined;
  return { refused: "validation", message: `${name}.date is not within the past year` };
}

function checkContext(
  name: string,
  context: unknown,
  switches: Switches,
): Pick<Occurrence, "context" | "notes"> | Refusal {
  if (!isRecord(context)) return argumentError(`${name}.context is not an object`);
  const entries = Object.entries(context);
  for (const [key, value] of entries) {
    const refusal =
      value === null && switches.event_value_types === "strings"
        ? argumentError(`${name}.context.${key} is null`)
        : checkText(`${name}.context.${key}`, value, switches);
    if (refusal !== undefined) return refusal;
  }
  if (entries.length <= 10 || switches.more_than_ten === "accept") return { context, notes: [] };
  const message = `${name}.context has ${entries.length} attributes, more than ten`;
  if (switches.more_than_ten === "error") return { refused: "validation", message };
  return { context: Object.fromEntries(entries.slice(0, 10)), notes: [`dropped: ${message}`] };
}
