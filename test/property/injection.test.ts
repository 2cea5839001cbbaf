/**
 * Text of the user stays text: hundreds of hostile texts in every place of a waybill that takes text, compiled,
 * bundled and run. None of them runs, all of them arrive, and the code has the shape of a harmless waybill's.
 */
import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { loadForwarder } from "../../src/bundle/load.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import type { EmittedModule } from "../../src/compiler/emit/forwarder.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { convertFile } from "../../src/compiler/frontend/print.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { manyHostileTexts } from "../support/hostile-texts.ts";
import { memoryReader } from "../support/memory-reader.ts";
import { typeProblems } from "../support/type-problems.ts";

const perWaybill = 45;
const hostile = manyHostileTexts(12 * perWaybill);
const chunks = Array.from({ length: 12 }, (_, index) =>
  hostile.slice(index * perWaybill, (index + 1) * perWaybill),
);

afterAll(() => {
  expect(Object.hasOwn(globalThis, "__canary")).toBe(false);
});

/** Settings that change which code is emitted. */
interface Variant {
  readonly entry: string;
  readonly settings: string;
  readonly isDefined: boolean;
}

const variants: readonly Variant[] = [
  { entry: "loyalty.waybill.yaml", settings: "", isDefined: true },
  {
    entry: "*／ */ globalThis.__canary=1; /* `${globalThis.__canary=1}` \" ' \u2028.waybill.yaml",
    settings: "source: {names: ignore_case}\n",
    isDefined: false,
  },
  {
    entry: "a\nglobalThis.__canary=1;\n</script>.waybill.yaml",
    settings: "casing: {user_attributes: snake_case, event_attributes: camel_case}\n",
    isDefined: false,
  },
];

/** Returns a double-quoted YAML scalar in ASCII. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** An expression that gives a text four times, for an attribute whose name and value it is; the text is quoted. */
function expressionOf(text: string): string {
  return `concat(${text}, user(${text}), lookup(value, {${text}: ${text}}, ${text}), replace(value, ${text}, ${text}))`;
}

/** A condition that is true for the same. */
function conditionOf(text: string): string {
  const isFalse = `consent.gdpr(${text}) or event.name in ["x", ${text}, "y"] and ends_with(mpid, ${text})`;
  return `value(${text}) == ${text} and value in [${text}, 1] and not (${isFalse})`;
}

function waybill(texts: readonly string[], { settings, isDefined }: Variant): string {
  const q = texts.map(quote);
  const list = (items: readonly string[]) => `[${items.join(", ")}]`;
  const casing = `{rules: ${list(q.map((text, index) => `{match: ${text}, to: key${index}}`))}}`;
  const defined = `sessionm: {events: ${list(q)}, attributes: ${list([...q, ...q.map((_, index) => `key${index}`)])}}`;
  const attributes = q.map((text, index) => {
    if (index % 3 === 0) return `{attribute: [${text}, ${q[0]}], to: key${index}, text: ${text}}`;
    if (index % 3 === 1) return `{${text}: key${index}}`;
    return `{attribute: ${text}, to: key${index}, lookup: {${text}: ${text}, other: ${text}}, else: ${text}}`;
  });
  const events = q.map((text, index) => {
    const own = [`{${text}: ${text}}`, `{attribute: ${text}, to: text, text: ${text}}`, `set: ${text}`];
    const lookup = `{attribute: ${text}, to: lookup, lookup: {${text}: ${text}}, else: ${text}}`;
    const made = `{attribute: ${text}, to: made, value: ${quote(expressionOf(text))}, when: ${quote(conditionOf(text))}}`;
    const more = index % 2 === 0 ? "forward" : "drop";
    return `{event: ${text}, to: ${text}, attributes: ${list([...own, lookup, made])}, new_attributes: ${more}}`;
  });
  return `waybill: 1
name: loyalty
description: ${q.slice(0, 5).join(" ").replaceAll('" "', " ")}
${settings}${isDefined ? `${defined}\ncasing: ${casing}` : ""}
${settings.includes("source") ? "" : `source: {loop_partners: ${list(q)}, when: ${quote(`user(${q[4]}) == ${q[4]}`)}}`}
attribute_sets: {${q.map((text, index) => `${text}: [{set${index}: from_set}]`).join(", ")}}
profile:
  when: ${quote(`not consent.gdpr(${q[5]})`)}
  identities: {customer_id: {identifier: ${q[1]}, replaces: all}}
  reserved_fields: [default, {${q[2]}: dob}, {attribute: ${q[3]}, to: ip, text: ${q[3]}}]
  attributes: ${list(attributes)}
  new_attributes: forward
events: ${list(events)}
screens: ${list(q.map((text) => `{screen: ${text}, to: ${text}}`))}
new_events: forward
`;
}

function compile(texts: readonly string[], variant: Variant): EmittedModule {
  const { module, diagnostics } = compileWaybill(
    variant.entry,
    memoryReader({ [variant.entry]: waybill(texts, variant) }),
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (module === undefined) throw new Error("nothing was emitted");
  return module;
}

/** The kinds of all nodes, in order, with their depth. */
function shapeOf(code: string): string {
  const file = ts.createSourceFile("forwarder.ts", code, ts.ScriptTarget.ES2022);
  const kinds: string[] = [];
  const visit = (node: ts.Node, depth: number): void => {
    kinds.push(`${depth}:${node.kind}`);
    ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(file, 0);
  return kinds.join(" ");
}

function batchOf(texts: readonly string[]): string {
  const attributes = Object.fromEntries(texts.map((text) => [text, text]));
  return JSON.stringify({
    mpid: "7346244611012968789",
    source_request_id: texts[0],
    user_identities: { customer_id: texts[1] },
    user_attributes: { ...attributes, ...Object.fromEntries(texts.map((text) => [`new ${text}`, text])) },
    events: texts.flatMap((text, index) =>
      [
        { event_type: "custom_event", data: { event_name: text, custom_attributes: attributes } },
        { event_type: "screen_view", data: { screen_name: text } },
        { event_type: "custom_event", data: { event_name: `new ${text}` } },
      ].map(({ event_type, data }) => ({ event_type, data: { ...data, event_id: `${index}` } })),
    ),
  });
}

const runs = chunks.map((texts, index) => {
  return [index, texts, variants[index % variants.length] as Variant] as const;
});

test.each(runs)("hostile texts of chunk %s arrive as text and never run", async (_, texts, variant) => {
  const module = compile(texts, variant);
  const forward = await loadForwarder(module);
  const { requests } = forward(batchOf(texts), { drops: "full" });
  expect(Object.hasOwn(globalThis, "__canary")).toBe(false);
  const bodies = requests.map(({ body }) => JSON.parse(body));
  const sent = new Set(bodies.flatMap(({ events }) => Object.keys(events ?? {})));
  expect(texts.filter((text) => !sent.has(text))).toEqual([]);
  const contexts = bodies.flatMap(({ events }) =>
    Object.values<{ context?: { made?: string } }>(events ?? {}),
  );
  const made = new Set(contexts.map(({ context }) => context?.made));
  expect(texts.filter((text) => !made.has(text.repeat(4)))).toEqual([]);
  const texted = bodies.find(({ user }) => user !== undefined).user.user_profile;
  expect(texts.filter((text, index) => index % 3 === 0 && texted[`key${index}`] !== text)).toEqual([]);
});

test.each(runs)("the code for chunk %s has the shape of a harmless waybill's", (_, texts, variant) => {
  const harmless = texts.map(
    (text, index) =>
      `word ${String.fromCharCode(97 + (index % 26))}${index}${"x".repeat(text.length > 200 ? 200 : 0)}`,
  );
  const twin: Variant = { ...variant, entry: "loyalty.waybill.yaml" };
  expect(shapeOf(compile(texts, variant).code)).toBe(shapeOf(compile(harmless, twin).code));
});

test.each(runs)(
  "the code for chunk %s is ASCII-clean where text could mislead a reader",
  (_, texts, variant) => {
    const { code } = compile(texts, variant);
    expect(code).not.toMatch(/[\p{Cf}\p{Surrogate}\u2028\u2029]|(?!\n)\p{Cc}/u);
    expect(code).not.toMatch(/<\/script/i);
    for (const [line] of code.matchAll(/^\s*\/[/*].*$/gm)) {
      expect(line.indexOf("*/") === -1 || line.indexOf("*/") === line.length - 2).toBe(true);
      expect(line).not.toMatch(/\/\/[#@] *source/);
    }
  },
);

test("the code for hostile texts type-checks under every strict option", () => {
  const modules = runs.slice(0, 3).map(([index, texts, variant]) => {
    return [`hostile-${index}`, compile(texts, variant).code] as const;
  });
  expect(typeProblems(new Map(modules))).toEqual([]);
}, 60_000);

test.each(runs.slice(0, 6))(
  "in the DSL the texts of chunk %s give code of the same shape",
  (_, texts, variant) => {
    const yaml = parse(createSourceFile("loyalty.waybill.yaml", waybill(texts, variant)));
    const dsl = convertFile(yaml, "dsl");
    const { module } = compileWaybill("loyalty.waybill", memoryReader({ "loyalty.waybill": dsl }));
    expect(shapeOf(module?.code ?? "")).toBe(shapeOf(compile(texts, variant).code));
  },
);
