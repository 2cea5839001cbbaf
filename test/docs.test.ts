import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { catalogue } from "../src/compiler/diagnostics/catalogue/index.ts";
import { createCollector } from "../src/compiler/diagnostics/diagnostic.ts";
import { parse } from "../src/compiler/frontend/parse.ts";
import { compileWaybill, renderText } from "../src/compiler/index.ts";
import { createSourceFile } from "../src/compiler/source/source-file.ts";
import { type Style, styleKey } from "../src/runtime/emitted/keys.ts";
import type { Reason } from "../src/runtime/emitted/result.ts";
import { readTestFile } from "../src/testing/read-test-file.ts";
import { dump } from "./support/dump.ts";
import { memoryReader } from "./support/memory-reader.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = [
  "CONTRIBUTING.md",
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`),
];
const read = (page: string) => readFileSync(join(root, page), "utf8");

interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly text: string;
  /** The last snippet before it that is a file without a name: what its `include` means. */
  readonly shared: string | undefined;
}

test.each(pages.flatMap(snippetsOf))("the YAML at $page:$line compiles", ({ text, shared }) => {
  const isWhole = text.startsWith("waybill: 1\n");
  const isEntry = isWhole && /^name:/m.test(text);
  const files = {
    // A file without a name, or a part of one, is compiled as part of the smallest waybill.
    "entry.waybill.yaml": isEntry ? text : "waybill: 1\nname: part\ninclude: [./part.waybill.yaml]\n",
    "part.waybill.yaml": isWhole ? text : `waybill: 1\n${text}`,
    ...(shared === undefined ? {} : { "shared.waybill.yaml": shared }),
  };
  const { diagnostics } = compileWaybill("entry.waybill.yaml", memoryReader(files));
  expect(renderText(diagnostics.filter(({ severity }) => severity !== "info"))).toBe("");
});

test.each(snippetsIn("docs/testing.md", "yml"))(
  "the test file at docs/testing.md:$line is one",
  ({ text }) => {
    // A part of a file stands in one test.
    const whole = text.startsWith("waybill:") ? text : `tests:\n  - name: part\n    batch: {}\n${text}`;
    const { diagnostics, report } = createCollector();
    readTestFile(createSourceFile("docs.test.yaml", whole), report);
    expect(renderText(diagnostics)).toBe("");
  },
);
test.each(pages.flatMap(dslSnippetsOf))("the DSL at $page:$line compiles", ({ text }) => {
  const isEntry = /^waybill 1 \w/.test(text);
  const files = {
    "entry.waybill": isEntry ? text : 'waybill 1 part\ninclude "./part.waybill"\n',
    "part.waybill": `waybill 1\n${text}`,
  };
  const { diagnostics } = compileWaybill("entry.waybill", memoryReader(files));
  expect(renderText(diagnostics.filter(({ severity }) => severity !== "info"))).toBe("");
});

test("the waybill at the beginning of the language reference is the same in both syntaxes", () => {
  const [yaml] = snippetsOf("docs/language.md");
  const [dsl] = dslSnippetsOf("docs/language.md");
  const treeOf = (path: string, text = "") => dump(parse(createSourceFile(path, text)).tree);
  expect(treeOf("loyalty.waybill", dsl?.text)).toEqual(treeOf("loyalty.waybill.yaml", yaml?.text));
});

test.each(pages)("the links of %s lead somewhere", (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? "");
  const missing = links.filter((link) => !existsSync(join(root, page, "..", link)));
  expect(missing).toEqual([]);
});

test("the language reference has every key of the schema", () => {
  const page = read("docs/language.md");
  const missing = keysOf(JSON.parse(read("grammar/waybill.schema.json"))).filter(
    // The page writes the numbered identities as "`other_id_2` to `other_id_10`".
    (key) => !/^other_id_[3-9]$/.test(key) && !new RegExp(`\\b${key}\\b`).test(page),
  );
  expect(missing).toEqual([]);
});

test("the language reference has every reason", () => {
  const page = read("docs/language.md");
  const reasons: Readonly<Record<Reason, true>> = {
    malformed: true,
    platform: true,
    environment: true,
    loop: true,
    replay: true,
    not_logged_in: true,
    bad_external_id: true,
    condition: true,
    event_type: true,
    not_enabled: true,
    not_defined: true,
    duplicate_event: true,
    empty_key: true,
    duplicate_key: true,
    removed_not_forwarded: true,
    null_value: true,
    empty_value: true,
    no_value: true,
    profile_limit: true,
    attribute_limit: true,
  };
  expect(Object.keys(reasons).filter((reason) => !page.includes(`\`${reason}\``))).toEqual([]);
});

test("the language reference shows what each casing style makes", () => {
  const rows = [...read("docs/language.md").matchAll(/^\| `(\w+)` +\|(?: `(\w+)` +\|){3}/gm)].map(([row]) =>
    [...row.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ""),
  );
  expect(rows.map(([style]) => style)).toEqual(styles);
  const sources = rows[0]?.slice(1) ?? [];
  for (const [style = "", ...keys] of rows) {
    expect(sources.map((source) => styleKey(source, style as Style))).toEqual(keys);
  }
});

const styles = ["preserve", "snake_case", "camel_case", "pascal_case", "lower_case", "upper_case"];

test("no page names a diagnostic that there is not", () => {
  const codes = pages.flatMap((page) => [...read(page).matchAll(/\b(?:error|warning)\[([a-z-]+)\]/g)]);
  expect(codes.map((match) => match[1] ?? "").filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
});

/** Returns the YAML of a page: fenced blocks, each with its first line. */
function snippetsOf(page: string): readonly Snippet[] {
  let shared: string | undefined;
  return [...read(page).matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => {
    const text = match[1] ?? "";
    const line = read(page).slice(0, match.index).split("\n").length + 1;
    const snippet = { page, line, text, shared };
    if (text.startsWith("waybill: 1\n") && !/^name:/m.test(text)) shared = text;
    return snippet;
  });
}

/** Returns the fenced blocks of a page with this info string. */
function snippetsIn(page: string, info: string) {
  return [...read(page).matchAll(new RegExp(`^\`\`\`${info}\\n(.*?)^\`\`\`$`, "gms"))].map((match) => {
    return { line: read(page).slice(0, match.index).split("\n").length + 1, text: match[1] ?? "" };
  });
}

/** Returns the DSL of a page: fenced blocks, each with its first line. */
function dslSnippetsOf(page: string): readonly Pick<Snippet, "page" | "line" | "text">[] {
  return [...read(page).matchAll(/^```waybill\n(.*?)^```$/gms)].map((match) => {
    const line = read(page).slice(0, match.index).split("\n").length + 1;
    return { page, line, text: match[1] ?? "" };
  });
}

/** Returns the names of all properties in a JSON schema. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema && typeof schema.properties === "object" ? schema.properties : null;
  return [...Object.keys(own ?? {}), ...Object.values(schema).flatMap(keysOf)];
}
