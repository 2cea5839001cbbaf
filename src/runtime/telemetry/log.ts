import pino, { type DestinationStream, type Logger } from "pino";

/** Where a service writes what it does: one JSON object a line. */
export type Log = Logger;

/** How much is written. */
export const logLevels = ["error", "warn", "info", "debug"] as const;

/** One of {@link logLevels}. */
export type LogLevel = (typeof logLevels)[number];

/** Options of {@link createLog}. */
export interface LogOptions {
  readonly name: string;
  readonly level: LogLevel;
  readonly destination: DestinationStream;
  /** Texts that must never be written, such as credentials, whatever key they stand under. */
  readonly secrets: readonly string[];
}

/** Keys that hold credentials or a member's data, wherever they stand in what is logged. */
const privateKeys = [
  "authorization",
  "body",
  "bytes",
  "externalId",
  "external_id",
  "headers",
  "path",
  "request",
];

/** How long a text may be. What is longer is somebody's data, or an attack on the reader. */
const longest = 256;

/** Returns a {@link Log}. Credentials and personal data are left out; control and bidi characters are escaped. */
export function createLog({ name, level, destination, secrets }: LogOptions): Log {
  const known = secrets.filter((secret) => secret.length > 0);
  return pino(
    {
      name,
      level,
      base: { service: "waybill", name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (object) => cleanObject(object, known) },
      redact: { paths: privateKeys.flatMap((key) => [key, `*.${key}`]), censor: "[redacted]" },
      // An error's own text may quote data; its first line is kept, cleaned.
      serializers: {},
    },
    destination,
  );
}

function cleanObject(object: Record<string, unknown>, secrets: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, clean(value, secrets)]));
}

function clean(value: unknown, secrets: readonly string[]): unknown {
  if (value instanceof Error) {
    const code = "code" in value && typeof value.code === "string" ? value.code : undefined;
    return {
      type: value.name,
      message: cleanText(value.message, secrets),
      ...(code === undefined ? {} : { code }),
    };
  }
  if (typeof value === "string") return cleanText(value, secrets);
  if (Array.isArray(value)) return value.map((item) => clean(item, secrets));
  if (typeof value === "object" && value !== null) return cleanObject({ ...value }, secrets);
  return value;
}

function cleanText(text: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
  const cut = hidden.length > longest ? `${hidden.slice(0, longest)}…` : hidden;
  return cut.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Control characters, and those that turn the direction of writing around. */
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
