import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { bundleForwarder } from "../src/bundle/bundle.ts";
import { compileWaybill } from "../src/compiler/compile.ts";
import { entry, memoryReader } from "./support/memory-reader.ts";

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    external: ["undici", "esbuild"],
    minify: true,
    treeShaking: true,
    logLevel: "silent",
  });
  return outputFiles[0]?.text.trim() ?? "";
}

test.each(["./src/runtime/index.ts", "./src/runtime/emitted/index.ts"])(
  "an empty import of %s leaves no code",
  async (path) => {
    const code = await bundle(`import {} from "${path}"; import "${path}";`);
    // A package that stays outside is imported still; that is all.
    expect(code.replace(/import"(?:node:[a-z/]+|undici)";/g, "")).toBe("");
  },
);

test("one helper of the emitted runtime brings only what it needs", async () => {
  const code = await bundle('export { normaliseKey } from "./src/runtime/emitted/index.ts";');
  expect(code.length).toBeLessThan(300);
});

test("the bundle of a minimal forwarder stays under 12 kB of gzip and imports nothing", async () => {
  const text = "waybill: 1\nname: loyalty\nevents:\n  - Purchase: purchase\n";
  const { module } = compileWaybill(entry, memoryReader({ [entry]: text }));
  if (module === undefined) throw new Error("nothing was emitted");
  const { code } = await bundleForwarder(module, { minify: true });
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(12_000);
  expect(code).not.toMatch(/\bimport\b|\brequire\(/);
});

/** Returns the minified bundle of a waybill whose one attribute has a value. */
async function bundleOf(expression: string): Promise<string> {
  const attributes = `profile:\n  attributes:\n    - attribute: a\n      value: ${JSON.stringify(expression)}\n`;
  const { module } = compileWaybill(
    entry,
    memoryReader({ [entry]: `waybill: 1\nname: loyalty\n${attributes}` }),
  );
  if (module === undefined) throw new Error("nothing was emitted");
  return (await bundleForwarder(module, { minify: true })).code;
}

test("a built-in function is in the bundle only where an expression calls it", async () => {
  const plain = await bundleOf("value");
  expect(plain).not.toContain("Afghanistan");
  expect(await bundleOf("value | country")).toContain("Afghanistan");
  const lower = await bundleOf("value | lower");
  expect(lower.length - plain.length).toBeLessThan(200);
  expect(plain).not.toContain("female");
  expect(await bundleOf("value | gender")).toContain("female");
});

test("an expression is code of its own: no parser and no interpreter come with it", async () => {
  const plain = await bundleOf("value");
  const rich = await bundleOf(
    'if(number(value) * 2 >= 10 and platform != "roku", concat(value, "!"), user("b"))',
  );
  expect(rich.length - plain.length).toBeLessThan(1_500);
  expect(rich).not.toMatch(/\bcoalesce\b|\barithmetic\b|"compare"/);
});
