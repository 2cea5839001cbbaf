import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema | false>>;
  readonly [keyword: string]: unknown;
}

const schema: Schema = JSON.parse(readFileSync("grammar/waybill.schema.json", "utf8"));

interface Property {
  readonly path: string;
  readonly key: string;
  readonly schema: Schema;
}

/** Every key of the schema. Under `dependencies` stand only keys that are there already. */
function propertiesOf(value: unknown, path: string): readonly Property[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([keyword, inner]) => {
    if (keyword === "dependencies") return [];
    if (keyword !== "properties") return propertiesOf(inner, `${path}/${keyword}`);
    return Object.entries(inner as Record<string, Schema>).flatMap(([key, property]) => [
      { path: `${path}/${key}`, key, schema: property },
      ...propertiesOf(property, `${path}/${key}`),
    ]);
  });
}

const properties = propertiesOf(schema, "");

/** The keys that the lowering reads: as `.text("key")` and its like, and `section("key", …)`. */
function keysRead(): ReadonlySet<string> {
  const folder = "src/compiler/frontend/document";
  const source = readdirSync(folder)
    .filter((name) => name.startsWith("lower"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  const calls = source.matchAll(
    /(?:\.(?:text|texts|value|expression|keySpan)|\bsection|lowerEvents)\((?:file, )?"([a-z_]+)"/g,
  );
  const inLists = /\[nameKey, ((?:"[a-z_]+",? ?)+)\]/.exec(source)?.[1]?.matchAll(/"([a-z_]+)"/g) ?? [];
  const nameKeys = /\? "(event)" : "(screen)"/.exec(source)?.slice(1) ?? [];
  return new Set([...[...calls, ...inLists].map((match) => match[1] ?? ""), ...nameKeys]);
}

test("every key that the lowering reads is in the schema, and every key of the schema is read", () => {
  const identities = Object.keys(schema.properties?.["profile"] ? identityTypes() : {});
  const inSchema = new Set(properties.map(({ key }) => key));
  const read = keysRead();
  expect([...read].filter((key) => !inSchema.has(key))).toEqual([]);
  // The version is read by the schema alone; identities are read as a list of pairs.
  const elsewhere = new Set(["waybill", ...identities]);
  expect([...inSchema].filter((key) => !read.has(key) && !elsewhere.has(key))).toEqual([]);
});

function identityTypes(): Readonly<Record<string, unknown>> {
  const found = properties.find(({ key, path }) => key === "identities" && path === "/profile/identities");
  return found?.schema.properties ?? {};
}

test("every key has a description, of its own or of what it refers to", () => {
  const definitions = schema["definitions"] as Readonly<Record<string, Schema>>;
  const described = ({ schema: { description, $ref } }: Property) =>
    description ?? definitions[$ref?.replace("#/definitions/", "") ?? ""]?.description;
  expect(properties.filter((property) => described(property) === undefined).map(({ path }) => path)).toEqual(
    [],
  );
});

interface EnumSchema {
  readonly enum: readonly string[];
  readonly properties?: Readonly<Record<string, EnumSchema>>;
}

test("lists of names that stand in the schema and in the compiler agree", async () => {
  const { allPlatforms, environments, eventTypes } = await import(
    "../../../src/compiler/check/vocabulary.ts"
  );
  const definitions = schema["definitions"] as Readonly<Record<string, EnumSchema>>;
  expect(definitions["platform"]?.enum).toEqual(allPlatforms);
  expect(definitions["environment"]?.enum).toEqual(environments);
  expect(definitions["eventLong"]?.properties?.["type"]?.enum).toEqual(eventTypes);
  expect(Object.keys(identityTypes())).toEqual(definitions["externalId"]?.enum);
  expect(["mpid", ...(definitions["identity"]?.enum ?? [])]).toEqual(definitions["externalId"]?.enum);
});
