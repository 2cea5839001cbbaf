/**
 * Takes: a file as a document. Gives: what of it has the shape of `grammar/waybill.schema.json`.
 * Guarantees: each mistake has one diagnostic, on the key or value to change, in the words of the language;
 * whatever it leaves unmarked can be lowered without looking at types again.
 */
import type { ErrorObject } from "ajv";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { renameFixes } from "../../diagnostics/rename.ts";
import { nearest, oneOf } from "../../diagnostics/suggest.ts";
import type { Span } from "../../source/source-file.ts";
import validateWaybill from "./shape-validator.generated.js";
import {
  type DocumentMap,
  type DocumentPair,
  type DocumentScalar,
  type DocumentValue,
  plainData,
} from "./tree.ts";

/** The values that the shape check found wrong. */
export interface Shape {
  /** Says whether the value itself is wrong. */
  isBroken(value: DocumentValue): boolean;
  /** Says whether the value or something in it is wrong. */
  isTainted(value: DocumentValue): boolean;
}

/** A validator that was generated from a schema. */
export type Validate = typeof validateWaybill;

/** Checks the shape of a file's root value: a waybill's, or that of the validator's schema. */
export function checkShape(root: DocumentValue, report: Report, validate: Validate = validateWaybill): Shape {
  const broken = new Set<DocumentValue>();
  const tainted = new Set<DocumentValue>();
  validate(plainData(root));
  const reported = new Set<string>();
  for (const error of leadingErrors(validate.errors ?? [])) {
    const place = locate(root, error);
    const key = `${error.instancePath} ${place.pair?.key.text ?? ""}`;
    if (reported.has(key)) continue;
    reported.add(key);
    reportError(error, place, report);
    if (place.pair === undefined) broken.add(place.value);
    for (const ancestor of place.path) tainted.add(ancestor);
  }
  return { isBroken: (value) => broken.has(value), isTainted: (value) => tainted.has(value) };
}

/**
 * Leaves out what only repeats another error: the `if` around it, and everything inside an entry that has too
 * many keys. Type errors come first, because a value of the wrong type fails other keywords too.
 */
function leadingErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const tooManyKeys = errors.filter((error) => error.keyword === "maxProperties");
  return errors
    .filter((error) => error.keyword !== "if" && !isMisspelt(error, errors))
    .filter((error) => !tooManyKeys.some((outer) => error.instancePath.startsWith(`${outer.instancePath}/`)))
    .sort((a, b) => Number(b.keyword === "type") - Number(a.keyword === "type"));
}

/** Says whether a missing key is there under a name that is not known. */
function isMisspelt(missing: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (missing.keyword !== "required") return false;
  const key = String(missing.params["missingProperty"]);
  return errors.some(({ keyword, instancePath, params, data }) => {
    if (keyword !== "additionalProperties" || instancePath !== missing.instancePath) return false;
    const isAlone = Object.keys(Object(data)).length === 1;
    return isAlone || nearest(String(params["additionalProperty"]), [key]) !== undefined;
  });
}

interface Place {
  /** The values from the root to the one that is wrong. */
  readonly path: readonly DocumentValue[];
  readonly value: DocumentValue;
  /** The key that the value stands under, or its index in a list. */
  readonly step: string;
  /** The pair of `value` that is wrong, where it is a key and not the value. */
  readonly pair: DocumentPair | undefined;
}

function locate(root: DocumentValue, error: ErrorObject): Place {
  const steps = error.instancePath.split("/").slice(1).map(unescapePointer);
  const path = [root];
  for (const step of steps) {
    const next = childOf(path.at(-1) ?? root, step);
    if (next !== undefined) path.push(next);
  }
  if (error.keyword === "false schema") path.pop();
  const value = path.at(-1) ?? root;
  const step = steps.at(-1) ?? "";
  const key = error.keyword === "false schema" ? step : wrongKey(error);
  const pair = value.kind === "map" ? value.pairs.find((candidate) => candidate.key.text === key) : undefined;
  return { path, value, step, pair };
}

function unescapePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function childOf(value: DocumentValue, step: string): DocumentValue | undefined {
  if (value.kind === "list") return value.items[Number(step)];
  if (value.kind === "map") return value.pairs.find((pair) => pair.key.text === step)?.value;
  return undefined;
}

function wrongKey(error: ErrorObject): string | undefined {
  const key: unknown =
    error.keyword === "dependencies" ? error.params["property"] : error.params["additionalProperty"];
  return typeof key === "string" ? key : undefined;
}

function reportError(error: ErrorObject, place: Place, report: Report): void {
  const { value, pair } = place;
  const expected = titleOf(error);
  switch (error.keyword) {
    case "type":
      return reportType(error, value, report);
    case "required":
      return reportMissing(String(error.params["missingProperty"]), value, report);
    case "additionalProperties":
      return reportUnknownKey(error, place, report);
    case "enum":
      return reportUnknownValue(error, value, report);
    case "const":
      return reportVersion(value, report);
    case "pattern":
      return report("wrong-form", value.span, { value: textOf(value), expected });
    case "minLength":
      return report("empty-text", value.span, { expected });
    case "minItems":
      return report("too-few-items", value.span, { key: place.step });
    case "maxItems":
      return report("too-many-items", value.span, { key: place.step, limit: String(error.params["limit"]) });
    case "minProperties":
      return report("wrong-type", value.span, { expected: "a key and its value", found: "an empty mapping" });
    case "maxProperties":
      return reportEntryKeys(place, report);
    case "dependencies": {
      const { property, missingProperty } = error.params;
      return report("needs-key", keySpan(pair, value), {
        key: String(property),
        other: String(missingProperty),
      });
    }
    case "false schema":
      return reportConflict(error, place, report);
    default:
      report("wrong-type", value.span, { expected, found: error.message ?? error.keyword });
  }
}

function reportType(error: ErrorObject, value: DocumentValue, report: Report): void {
  const types: readonly unknown[] = [error.schema].flat();
  const expected = titleOf(error);
  if (value.kind !== "scalar" || typeof value.value === "string" || !types.includes("string")) {
    if (isNothing(value)) return reportEmpty(value.span, expected, report);
    return report("wrong-type", value.span, { expected, found: describe(value) });
  }
  if (isNothing(value)) return reportEmpty(value.span, expected, report);
  reportUnquoted(value, report);
}

function isNothing(value: DocumentValue): boolean {
  return value.kind === "scalar" && value.text === "" && value.value === null;
}

function reportEmpty(span: Span, expected: string, report: Report): void {
  const isItem = span.file.text.slice(0, span.start).trimEnd().endsWith("-");
  const [mark, part] = isItem ? ["dash", "item"] : ["colon", "key"];
  report("empty-value", span, { expected, mark, part });
}

function reportVersion(value: DocumentValue, report: Report): void {
  if (isNothing(value)) return reportEmpty(value.span, "the language version", report);
  const { file, start, end } = value.span;
  report("unknown-version", value.span, { version: file.text.slice(start, end).replaceAll("\r\n", "\n") });
}

/** Reports a scalar that YAML reads as a number, a boolean or null where text is meant. */
export function reportUnquoted(scalar: DocumentScalar, report: Report): void {
  const kind = scalar.value === null ? "null" : `a ${typeof scalar.value}`;
  const quoted = JSON.stringify(scalar.text);
  const fix = { title: `write ${quoted}`, edits: [{ span: scalar.span, text: quoted }], safe: true };
  report("quote-this", scalar.span, { text: scalar.text, kind, quoted }, [], [fix]);
}

function reportMissing(key: string, value: DocumentValue, report: Report): void {
  const first = value.kind === "map" ? value.pairs[0]?.key.span : undefined;
  if (key === "waybill") return report("missing-version", first ?? value.span, {});
  report("missing-key", first ?? value.span, { key });
}

function reportUnknownKey(error: ErrorObject, { value, pair }: Place, report: Report): void {
  const known = Object.keys(error.parentSchema?.["properties"] ?? {});
  const key = String(error.params["additionalProperty"]);
  const span = keySpan(pair, value);
  const suggestion = nearest(key, known);
  // A key that is there already cannot be written a second time.
  const isTaken = value.kind === "map" && value.pairs.some((other) => other.key.text === suggestion);
  const fixes = isTaken ? [] : renameFixes(span, { word: key, suggestion, candidates: known });
  if (error.parentSchema?.["title"] === "a mapping of identities") {
    const expected = "an identity type";
    return report(
      "unknown-value",
      span,
      { value: key, expected, suggestion, known: oneOf(known) },
      [],
      fixes,
    );
  }
  report("unknown-key", span, { key, suggestion, known: oneOf(known) }, [], fixes);
}

function reportUnknownValue(error: ErrorObject, value: DocumentValue, report: Report): void {
  const known: readonly string[] = error.params["allowedValues"];
  const text = textOf(value);
  const suggestion = nearest(text, known);
  const args = { value: text, expected: titleOf(error), suggestion, known: oneOf(known) };
  report(
    "unknown-value",
    value.span,
    args,
    [],
    renameFixes(value.span, { word: text, suggestion, candidates: known }),
  );
}

function reportEntryKeys({ path, value }: Place, report: Report): void {
  const root = path[0];
  const section = root?.kind === "map" ? root.pairs.find((pair) => pair.value === path[1])?.key.text : "";
  const isEvent = path.length === 3 && (section === "events" || section === "screens");
  const key = isEvent ? (section === "events" ? "event" : "screen") : "attribute";
  const count = value.kind === "map" ? value.pairs.length : 0;
  const span = value.kind === "map" ? (value.pairs[0]?.key.span ?? value.span) : value.span;
  const form = isEvent ? "mParticle name: SessionM name" : "mParticle name: SessionM key";
  report("entry-keys", span, { form, count, key: `${key}: …` });
}

function reportConflict(error: ErrorObject, { value, pair }: Place, report: Report): void {
  const other = error.schemaPath.split("/").at(-4) ?? "";
  const otherPair = value.kind === "map" ? findKey(value, other) : undefined;
  const labels = otherPair === undefined ? [] : [{ span: otherPair.key.span, text: "the other one" }];
  report("conflicting-keys", keySpan(pair, value), { key: pair?.key.text ?? "", other }, labels);
}

function findKey(map: DocumentMap, key: string): DocumentPair | undefined {
  return map.pairs.find((pair) => pair.key.text === key);
}

function keySpan(pair: DocumentPair | undefined, value: DocumentValue): Span {
  return pair?.key.span ?? value.span;
}

function titleOf(error: ErrorObject): string {
  const title: unknown = error.parentSchema?.["title"];
  if (typeof title === "string") return title;
  const names = [error.schema].flat().map((type) => typeNames[String(type)] ?? "something else");
  return names.join(" or ");
}

const typeNames: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "`true` or `false`",
  object: "a mapping",
  string: "text",
};

function describe(value: DocumentValue): string {
  if (value.kind === "map") return "a mapping";
  if (value.kind === "list") return "a list";
  return value.value === null
    ? "nothing"
    : typeof value.value === "string"
      ? "text"
      : `a ${typeof value.value}`;
}

function textOf(value: DocumentValue): string {
  return value.kind === "scalar" ? value.text : describe(value);
}
