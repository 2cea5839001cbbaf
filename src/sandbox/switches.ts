import { nearest } from "../compiler/diagnostics/suggest.ts";
import { isRecord } from "./json.ts";
import type { Problem } from "./problem.ts";

/** A behaviour that SessionM does not document, with the answers that the sandbox can give. */
export interface SwitchDefinition {
  /** The number in {@link openQuestions}; absent for behaviours that are not on that list. */
  readonly question?: number;
  /** The answers; the first is the default. */
  readonly values: readonly [string, ...string[]];
  /** Whether any positive whole number is a value too. */
  readonly numbers?: true;
  readonly about: string;
}

/** All switches. Flags, usage text, validation and documentation come from this table. */
const switchTable = {
  missing_user_on_profile: {
    question: 1,
    values: ["user_not_found", "requires_registered_user", "bare_404", "upsert"],
    about: "Profile update of a user that does not exist.",
  },
  missing_user_on_event: {
    question: 1,
    values: ["user_not_found", "requires_registered_user", "bare_404", "upsert"],
    about: "Event of a user that does not exist.",
  },
  error_status: {
    question: 2,
    values: ["200", "4xx"],
    about: "HTTP status of business errors: always 200, or one of 400, 401, 404, 409, 422.",
  },
  success_body: {
    values: ["user", "status_only", "empty"],
    about: 'Body of a success: with the user, only `{"status":"ok"}`, or nothing.',
  },
  transaction_id: {
    question: 3,
    values: ["none", "ignore", "error"],
    about: "Event whose transaction_id was seen: stored again, ok but not stored, or refused.",
  },
  transaction_id_scope: {
    question: 3,
    values: ["user", "user_and_event", "app"],
    about: "Within what a transaction_id is unique.",
  },
  transaction_id_window: {
    question: 3,
    values: ["forever", "one_hour"],
    about: "How long a transaction_id is remembered.",
  },
  cached_errors: {
    question: 4,
    values: ["no", "business", "all"],
    about: "Errors cached under Message-ID: none, those of SessionM, or also those of faults and scripts.",
  },
  message_id_scope: {
    question: 4,
    values: ["app", "path"],
    about: "Whether a Message-ID covers the whole app, or one method and path.",
  },
  message_id_format: {
    question: 4,
    values: ["any", "uuid"],
    about: "Which Message-ID is accepted.",
  },
  message_id_cached: {
    question: 4,
    values: ["when_processed", "when_answered"],
    about: "When a Message-ID counts as seen: once processed, or once the answer went out.",
  },
  async_events: {
    question: 5,
    values: ["ignore", "accept", "error"],
    about: "`async` true in query or body: no difference, 202 with only a status, or refused.",
  },
  undefined_event: {
    question: 6,
    values: ["error", "ignore", "store"],
    about: "Event name that is not among --events.",
  },
  occurrence_list: {
    question: 7,
    values: ["error", "accept"],
    about: "A list of occurrences under one event name.",
  },
  several_events: {
    question: 7,
    values: ["atomic", "partial", "error"],
    about: "Several names in one body: all or nothing, each by itself, or refused.",
  },
  event_value_types: {
    question: 8,
    values: ["strings", "any"],
    about: "Types of qty and of the values in context.",
  },
  more_than_ten: {
    question: 8,
    values: ["error", "drop", "accept"],
    about: "More than ten attributes in context.",
  },
  date_range: {
    question: 9,
    values: ["any", "past_year"],
    about: "Event times accepted: all, or from a year ago to five minutes ahead.",
  },
  date_format: {
    question: 9,
    values: ["any", "utc", "whole_seconds"],
    about: "Event dates accepted: all of ISO 8601, only with Z, or only without fractions of a second.",
  },
  unknown_attribute: {
    question: 10,
    values: ["error", "drop", "store"],
    about: "Custom attribute that is not among --attributes, or unknown standard field.",
  },
  wrong_attribute_type: {
    question: 10,
    values: ["convert", "error", "drop"],
    about: "Custom attribute whose value has another type than --attributes states.",
  },
  null_value: {
    question: 10,
    values: ["error", "clear", "ignore"],
    about: "null in a profile.",
  },
  identifiers: {
    question: 11,
    values: ["replace", "merge"],
    about: "`identifiers` in a profile update.",
  },
  invalid_field: {
    question: 13,
    values: ["error", "drop", "store"],
    about: "gender other than m or f, country other than three capitals, dob that is not a date.",
  },
  email_conflict: {
    question: 14,
    values: ["error", "allow"],
    about: "Email address that another user has.",
  },
  rate_limit: {
    question: 15,
    values: ["none"],
    numbers: true,
    about: "Requests accepted per second; the rest are answered 429.",
  },
  retry_after: {
    question: 15,
    values: ["absent", "seconds", "date"],
    about: "Retry-After of a 429.",
  },
  body_limit: {
    question: 15,
    values: ["1_mib", "64_kib", "8_kib"],
    about: "Size of a body above which the answer is 413.",
  },
  ambiguous_external_id: {
    question: 16,
    values: ["newest", "oldest", "error"],
    about: "External id that several users have.",
  },
  suspended_user: {
    question: 16,
    values: ["accept", "error"],
    about: "Any request about a suspended user.",
  },
  profile_campaign: {
    question: 17,
    values: ["no", "event"],
    about: "Whether a profile update triggers a campaign, seen as a `profile_update` event.",
  },
} as const satisfies Readonly<Record<string, SwitchDefinition>>;

type Table = typeof switchTable;

/** The name of a switch. */
export type SwitchName = keyof Table;

/** A position of every switch. */
export type Switches = {
  readonly [Name in SwitchName]:
    | Table[Name]["values"][number]
    | (Table[Name] extends { readonly numbers: true } ? `${number}` : never);
};

/** The table as a list, in its order. */
export const switchList: readonly (readonly [string, SwitchDefinition])[] = Object.entries(switchTable);

/** Every switch in its default position. */
// The table's first values are what the type says, key by key; fromEntries cannot express it.
export const defaultSwitches = Object.fromEntries(
  switchList.map(([name, { values }]) => [name, values[0]]),
) as Switches;

/** Reads an object of switch names and values, as it is posted to the sandbox or stands in a script. */
export function parseSwitches(given: unknown): Partial<Switches> | Problem {
  if (!isRecord(given)) return { problem: "Switches are an object of names and values." };
  for (const [name, value] of Object.entries(given)) {
    const problem = findProblem(name, value);
    if (problem !== undefined) return problem;
  }
  // Every entry was compared with the table above.
  return given as Partial<Switches>;
}

/** Reads texts of the form `name=value`, as they stand after `--switch`; a later one wins. */
export function parseSwitchFlags(texts: readonly string[]): Partial<Switches> | Problem {
  const wrong = texts.find((text) => !text.includes("="));
  if (wrong !== undefined) return { problem: `\`${wrong}\` is not of the form name=value.` };
  return parseSwitches(Object.fromEntries(texts.map((text) => text.split(/=(.*)/s))));
}

function findProblem(name: string, value: unknown): Problem | undefined {
  const definition = switchList.find(([known]) => known === name)?.[1];
  if (definition === undefined) {
    const near = nearest(
      name,
      switchList.map(([known]) => known),
    );
    return { problem: `There is no switch \`${name}\`.`, hint: near && `Did you mean \`${near}\`?` };
  }
  if (typeof value === "string" && definition.values.includes(value)) return undefined;
  if (definition.numbers && typeof value === "string" && /^[1-9]\d{0,8}$/.test(value)) return undefined;
  return {
    problem: `Switch \`${name}\` has no value ${JSON.stringify(value)}.`,
    hint: valueHint(definition, value),
  };
}

function valueHint(definition: SwitchDefinition, value: unknown): string {
  const near = typeof value === "string" ? nearest(value, definition.values) : undefined;
  return near ? `Did you mean \`${near}\`?` : `Its values are ${renderValues(definition)}.`;
}

/** Returns the values of a switch as text, the default first. */
export function renderValues(definition: SwitchDefinition): string {
  return [...definition.values, ...(definition.numbers ? ["<number>"] : [])].join(" | ");
}
