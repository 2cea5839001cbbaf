/** The parts of JSON Schema that data plans use for attributes (mParticle's Data Planning API). */
import { type Type, type as types } from "../types/type.ts";
import type { PlannedAttribute, PlannedAttributes } from "./data-plan.ts";

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Says whether a value of JSON is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the object under a path of keys, or undefined where there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject | undefined {
  let inner = value;
  for (const key of path) inner = isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  return isObject(inner) ? inner : undefined;
}

/**
 * Returns the attributes that a schema lists. Undefined where it says nothing of them: there is no schema, or it lists
 * none and does not exclude others.
 */
export function readAttributes(schema: JsonObject | undefined): PlannedAttributes | undefined {
  const properties = objectAt(schema, "properties");
  const isClosed = schema?.["additionalProperties"] === false;
  if (Object.keys(properties ?? {}).length === 0 && !isClosed) return undefined;
  const required: readonly unknown[] = [schema?.["required"] ?? []].flat();
  return new Map(
    Object.entries(properties ?? {}).map(([name, property]) => {
      return [name, readAttribute(name, property, required.includes(name))];
    }),
  );
}

function readAttribute(name: string, schema: unknown, isRequired: boolean): PlannedAttribute {
  const { type, description, ...rest }: JsonObject = isObject(schema) ? schema : {};
  return {
    name,
    type: readType(type),
    values: readValues(rest),
    isRequired,
    description: typeof description === "string" && description !== "" ? description : undefined,
  };
}

/** A type, or a list of them; `null` is absence, which any attribute may have. */
function readType(type: unknown): Type {
  let all: Type = types.none;
  for (const name of [type].flat()) all |= typesByName.get(String(name)) ?? types.none;
  return all === types.none ? types.any : all;
}

const typesByName: ReadonlyMap<string, Type> = new Map([
  ["array", types.list],
  ["boolean", types.boolean],
  ["integer", types.number],
  ["number", types.number],
  ["string", types.string],
]);

function readValues(schema: JsonObject): readonly string[] | undefined {
  const values = Array.isArray(schema["enum"])
    ? schema["enum"]
    : Object.hasOwn(schema, "const")
      ? [schema["const"]]
      : undefined;
  return values?.filter((value) => value !== null && typeof value !== "object").map(String);
}
