import { expect, test } from "vitest";
import type { Answer } from "../../../src/runtime/delivery/transport.ts";
import { answer, ok, refusedConnection, serverError, timeout } from "../delivery/harness.ts";
import { createServiceHarness } from "./harness.ts";

const hour = 3_600_000;

/** The budget holds 500 tokens; a repeat costs 5 of them, and one in half a minute is free (docs/operations.md). */
const boundOf = (tokens: number, milliseconds: number) => tokens / 5 + milliseconds / 30_000 + 1;

const failures: readonly (readonly [string, Answer])[] = [
  ["turns all away", answer(429)],
  ["says that it is too early", answer(425)],
  ["fails", serverError],
  ["never answers", timeout],
  ["cannot be reached", refusedConnection],
];

test.each(failures)("a SessionM that %s gets no more repeats than the budget allows", async (_, failure) => {
  const until = 3 * hour;
  const { deliver, sent } = createServiceHarness((_request, now) => (now < until ? failure : ok));
  const batches = Array.from({ length: 400 }, (_, index) => ({
    id: `b${index}`,
    member: `m${index % 200}`,
    events: [`t${index}`],
  }));
  expect(await deliver(...batches)).toHaveLength(400);
  const failed = sent.filter(({ at }) => at < until);
  const repeats = failed.length - new Set(failed.map(({ messageId }) => messageId)).size;
  expect(repeats).toBeLessThanOrEqual(boundOf(500, until));
  expect(sent.length).toBeGreaterThan(400);
});

test.each(failures.slice(0, 4))(
  "where SessionM %s for a part of the members, repeats stay within what successes pay for",
  async (_, failure) => {
    const until = hour;
    let successes = 0;
    const { clock, dispatcher, accept, sent } = createServiceHarness(({ path }, now) => {
      if (path.includes("/sick") && now < until) return failure;
      if (now < until) successes++;
      return ok;
    });
    dispatcher.start();
    const come = async () => {
      for (let index = 0; index < 400; index++) {
        // Members in trouble among those who are well.
        const member = index % 2 === 0 ? `sick${index % 100}` : `well${index}`;
        await accept({ id: `b${index}`, member, events: [`t${index}`] });
        await clock.sleep(until / 400, new AbortController().signal);
      }
      await dispatcher.drain();
    };
    await clock.run(come());
    const failed = sent.filter(({ at, path }) => at < until && path.includes("/sick"));
    const repeats = failed.length - new Set(failed.map(({ messageId }) => messageId)).size;
    expect(successes).toBeGreaterThan(180);
    expect(repeats).toBeGreaterThan(0);
    expect(repeats).toBeLessThanOrEqual(boundOf(500 + successes, until));
  },
);
