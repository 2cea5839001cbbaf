import { hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSeenIndex } from "../../../src/runtime/queue/libsql/seen-index.ts";

const digest = (key: number) => hash("sha256", String(key), "buffer").subarray(0, 16);

test("every key is found where it is, through additions, removals and growth", () => {
  const step = fc.record({ key: fc.nat(40), chunk: fc.integer({ min: 1, max: 5 }), isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200, size: "max" }), (steps) => {
      const index = createSeenIndex();
      const model = new Map<string, number>();
      for (const { key, chunk, isAdded } of steps) {
        const name = `${key} ${chunk}`;
        const count = model.get(name) ?? 0;
        if (isAdded) index.add(digest(key), chunk);
        else index.remove(digest(key), chunk);
        model.set(name, isAdded ? count + 1 : Math.max(0, count - 1));
      }
      for (let key = 0; key <= 40; key++) {
        const expected = [1, 2, 3, 4, 5].flatMap((chunk) =>
          Array.from({ length: model.get(`${key} ${chunk}`) ?? 0 }, () => chunk),
        );
        expect([...index.find(digest(key))].sort()).toEqual(expected);
      }
      expect(index.size()).toBe([...model.values()].reduce((sum, count) => sum + count, 0));
    }),
    { numRuns: 300 },
  );
});

test("a hundred thousand keys are found, nearly nothing else is, and half of them can go", () => {
  const index = createSeenIndex();
  const count = 100_000;
  for (let key = 0; key < count; key++) index.add(digest(key), 1 + (key >> 6));
  for (let key = 0; key < count; key += 2) index.remove(digest(key), 1 + (key >> 6));
  const wrong = Array.from({ length: count }, (_, key) => index.find(digest(key)).includes(1 + (key >> 6)))
    .map((isFound, key) => ({ isFound, key }))
    .filter(({ isFound, key }) => isFound !== (key % 2 === 1));
  expect(wrong).toEqual([]);
  const strangers = Array.from({ length: count }, (_, key) => index.find(digest(count + key)).length);
  expect(strangers.filter((found) => found > 0).length).toBeLessThan(10);
  expect(index.size()).toBe(count / 2);
});

test("chunks are numbered beyond 32 bits", () => {
  const index = createSeenIndex();
  const far = 2 ** 32 + 5;
  index.add(digest(1), far - 10);
  index.add(digest(2), far);
  expect([index.find(digest(1)), index.find(digest(2))]).toEqual([[far - 10], [far]]);
  index.remove(digest(1), far - 10);
  expect(index.find(digest(1))).toEqual([]);
});
