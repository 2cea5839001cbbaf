import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileWaybill } from "../../../src/compiler/compile.ts";
import { hasErrors } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { renderJson } from "../../../src/compiler/diagnostics/render-json.ts";
import { renderText } from "../../../src/compiler/diagnostics/render-text.ts";
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

const texts = diagnosticFixtures()
  .map((fixture) => readFileSync(join(fixture.folder, fixture.entry), "utf8"))
  .filter((text) => text.length < 2000);
const alphabet = "[]{}:,-?|>&*!#%@`'\"~ \t\n\r\0\ud83c\udfea\ufeff\u2028$\\<0aé";

type Random = ReturnType<typeof createRandom>;

function mutate(text: string, random: Random): string {
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

test("two thousand mutations of the fixtures neither throw nor hang, and errors alone keep code back", () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const random = createRandom(seed);
    let text = texts[random(texts.length)] ?? "";
    for (let count = 1 + random(3); count > 0; count--) text = mutate(text, random);
    const start = performance.now();
    try {
      const { module, diagnostics } = compileWaybill(entry, memoryReader({ [entry]: text }));
      expect(module === undefined).toBe(hasErrors(diagnostics));
      expect(renderText(diagnostics)).toEqual(expect.any(String));
      for (const { range } of JSON.parse(renderJson(diagnostics)).diagnostics) {
        expect(range.start.line).toBeGreaterThan(0);
        expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
      }
    } catch (cause) {
      throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause });
    }
    expect(performance.now() - start).toBeLessThan(2000);
  }
});
