/** What conditions and values read of a batch: where it stands, and which values are worth trying. */
import { type Expression, partsOf, type Source } from "../compiler/check/expression.ts";
import type { Program } from "../compiler/check/program.ts";
import type { Json } from "../runtime/emitted/json.ts";

/** Something of a batch that can be set, and the values to try, the likeliest first. Undefined is absent. */
export interface Fact {
  readonly path: readonly (string | number)[];
  readonly values: readonly (Json | undefined)[];
}

/** Where the expression of a fact stands. */
export interface FactPlace {
  /** The position of the event under `events`. */
  readonly event: number;
  /** The path of the value that `value` means. */
  readonly own: readonly (string | number)[] | undefined;
}

/** Returns the facts that expressions read; two expressions about one source try the values of both. */
export function factsOf(
  expressions: readonly { readonly expression: Expression; readonly place: FactPlace }[],
  program: Program,
): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const { expression, place } of expressions) {
    const values = candidates(constantsIn(expression));
    for (const source of sourcesIn(expression)) {
      const path = pathOf(source, place);
      if (path === undefined) continue;
      const key = JSON.stringify(path);
      const own = valuesFor(source, values, program);
      facts.set(key, { path, values: [...new Set([...(facts.get(key)?.values ?? []), ...own])] });
    }
  }
  return [...facts.values()];
}

/** Returns where a batch holds what a source reads; undefined where something else decides. */
export function pathOf(source: Source, { event, own }: FactPlace): Fact["path"] | undefined {
  switch (source.kind) {
    case "value":
      return own;
    case "user":
      return ["user_attributes", source.name];
    case "identity":
      return ["user_identities", source.type];
    case "event_attribute":
      return ["events", event, "data", "custom_attributes", source.name];
    case "gdpr":
      return ["consent_state", "gdpr", source.purpose, "consented"];
    case "ccpa_opt_out":
      return ["consent_state", "ccpa", "data_sale_opt_out", "consented"];
    case "mpid":
      return ["mpid"];
    case "platform":
      return ["device_info", "platform"];
    case "environment":
      return ["environment"];
    case "event_type":
      return ["events", event, "data", "custom_event_type"];
    case "event_time":
      return ["events", event, "data", "timestamp_unixtime_ms"];
    case "event_name":
      // The entry decides on the name.
      return undefined;
  }
}

function valuesFor(source: Source, values: readonly string[], { source: settings }: Program): Fact["values"] {
  switch (source.kind) {
    case "platform":
      return settings.platforms.value;
    case "environment":
      return settings.environments.value;
    case "gdpr":
    case "ccpa_opt_out":
      return [true, false, undefined];
    case "mpid":
      return values.filter((text) => /^-?[1-9]\d*$/.test(text));
    case "event_time":
      return values.filter((text) => /^\d+$/.test(text)).map(Number);
    default:
      return [...values, undefined];
  }
}

/** Returns values on both sides of each constant, and a few that stand for any other. */
export function candidates(constants: readonly (string | number | boolean)[]): readonly string[] {
  const near = constants.flatMap((constant): readonly string[] => {
    const text = String(constant);
    const number = Number(text);
    if (typeof constant !== "boolean" && text.trim() !== "" && Number.isFinite(number)) {
      return [text, String(number + 1), String(number - 1), "x".repeat(Math.min(64, Math.max(0, number)))];
    }
    const filled = text.replaceAll("*", "").replaceAll("?", "x");
    return [text, filled, `${text}x`, `x${text}`, text.toUpperCase(), text.toLowerCase()];
  });
  return [...new Set([...near, "1", "yes", "no", "x", "0", "", "1000000", "2026-01-01T00:00:00Z"])];
}

/** Returns the constants of an expression, those of its tables and lists too. */
export function constantsIn(expression: Expression): readonly (string | number | boolean)[] {
  switch (expression.kind) {
    case "constant":
      return [expression.value];
    case "table":
      return expression.pairs.map(([from]) => from);
    case "in":
      return [...expression.items.map(({ value }) => value), ...constantsIn(expression.subject)];
    default:
      return partsOf(expression).flatMap(constantsIn);
  }
}

/** Returns what an expression reads. */
export function sourcesIn(expression: Expression): readonly Source[] {
  return expression.kind === "source" ? [expression.source] : partsOf(expression).flatMap(sourcesIn);
}
