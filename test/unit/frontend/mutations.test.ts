import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileWaybill } from "../../../src/compiler/compile.ts";
import { hasErrors } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { renderJson } from "../../../src/compiler/diagnostics/render-json.ts";
import { renderText } from "../../../src/compiler/diagnostics/render-text.ts";
import { parse } from "../../../src/compiler/frontend/parse.ts";
import { createSourceFile, type Span } from "../../../src/compiler/source/source-file.ts";
import { diagnosticFixtures } from "../../support/diagnostic-fixtures.ts";
import { entry, memoryReader } from "../../support/memory-reader.ts";

/** A small generator of pseudo-random numbers (mulberry32), so that a failure can be repeated by its seed. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

const fixtures = diagnosticFixtures();
const inYaml = textsOf((path) => /\.ya?ml$/.test(path));
const parity = "test/fixtures/parity";
const inDsl = [
  ...textsOf((path) => path.endsWith(".waybill")),
  ...readdirSync(parity).map((name) => readFileSync(join(parity, name, "mapping.waybill"), "utf8")),
];

function textsOf(isWanted: (path: string) => boolean): readonly string[] {
  return fixtures
    .filter((fixture) => isWanted(fixture.entry))
    .map((fixture) => readFileSync(join(fixture.folder, fixture.entry), "utf8"))
    .filter((text) => text.length < 2000);
}

const alphabet = "[]{}:,-?|>&*!#%@`'\"~ \t\n\r\0\ud83c\udfea\ufeff\u2028$\\<0aé";

type Random = ReturnType<typeof createRandom>;

function mutate(text: string, texts: readonly string[], random: Random): string {
  const [a, b] = [random(text.length), random(text.length)].sort((x, y) => x - y) as [number, number];
  switch (random(6)) {
    case 0:
      return text.slice(0, a) + text.slice(b);
    case 1:
      return text.slice(0, a);
    case 2:
      return text.slice(0, b) + text.slice(a, b).repeat(1 + random(3)) + text.slice(b);
    case 3:
      return text.slice(0, a) + alphabet[random(alphabet.length)] + text.slice(a + 1);
    case 4:
      return text.slice(0, a) + alphabet[random(alphabet.length)] + text.slice(a);
    default: {
      const other = texts[random(texts.length)] ?? "";
      return text.slice(0, a) + other.slice(random(other.length));
    }
  }
}

test.each([
  { syntax: "YAML", texts: inYaml, path: entry },
  { syntax: "the DSL", texts: inDsl, path: "loyalty.waybill" },
])(
  "mutations of fixtures in $syntax neither throw nor hang, and errors alone keep code back",
  ({ texts, path }) => {
    for (let seed = 1; seed <= 2000; seed++) {
      const random = createRandom(seed);
      let text = texts[random(texts.length)] ?? "";
      for (let count = 1 + random(3); count > 0; count--) text = mutate(text, texts, random);
      const start = performance.now();
      try {
        expectAnswer(path, text);
      } catch (cause) {
        throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause });
      }
      expect(performance.now() - start).toBeLessThan(2000);
    }
  },
);

function expectAnswer(path: string, text: string): void {
  const { module, diagnostics } = compileWaybill(path, memoryReader({ [path]: text }));
  expect(module === undefined).toBe(hasErrors(diagnostics));
  expect(renderText(diagnostics)).toEqual(expect.any(String));
  for (const { range } of JSON.parse(renderJson(diagnostics)).diagnostics) {
    expect(range.start.line).toBeGreaterThan(0);
    expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
  }
  expectSoundTree(path, text);
}

/** Every node of the tree has a span in the file, and what is missing from a tree has a diagnostic. */
function expectSoundTree(path: string, text: string): void {
  const { tree, isWhole, diagnostics } = parse(createSourceFile(path, text));
  if (!isWhole) expect(diagnostics).not.toEqual([]);
  for (const { start, end } of spansIn(tree)) {
    const isSound = Number.isInteger(start) && start >= 0 && start <= end && end <= text.length;
    expect(isSound, `${start} to ${end}`).toBe(true);
  }
  const starts = tree.comments.map(({ span }) => span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
}

function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== "object" || value === null) return [];
  if ("file" in value) return [];
  const own = "span" in value ? [value.span as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}
