import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { createOutput } from "../../../src/cli/run/output.ts";

test("a slow reader is waited for, and leaves no listeners behind", async () => {
  let bytes = 0;
  const stream = new Writable({
    highWaterMark: 1,
    write(chunk, _, done) {
      bytes += chunk.length;
      setImmediate().then(() => done());
    },
  });
  const output = createOutput(stream);
  const before = stream.eventNames().map((name) => stream.listenerCount(name));
  for (let chunk = 0; chunk < 20; chunk++) await output.write("x".repeat(100_000));
  await output.flush();
  expect(bytes).toBe(2_000_000);
  expect(stream.eventNames().map((name) => stream.listenerCount(name))).toEqual(before);
});

test("a reader that goes is noticed while it is waited for", async () => {
  const stream = new Writable({ highWaterMark: 1, write: () => setImmediate().then(() => stream.destroy()) });
  const output = createOutput(stream);
  await output.write("x".repeat(100_000));
  expect(stream.destroyed).toBe(true);
});
