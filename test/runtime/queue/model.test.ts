import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openQueue } from "../../../src/runtime/queue/libsql/open.ts";
import { createMemoryQueue } from "../../../src/runtime/queue/memory-queue.ts";
import type { Queue, QueuedBatch } from "../../../src/runtime/queue/queue.ts";
import { extent } from "./extent.ts";
import { aBatch, aLetter, aRequest } from "./samples.ts";

/** Something that is done to a queue; what it gives is compared. */
type Action = (queue: Queue, now: number) => Promise<unknown>;

function act(text: string, run: Action): { readonly text: string; readonly run: Action } {
  return { text, run };
}

const lane = fc.constantFrom("a", "b", "c");
const sequence = fc.integer({ min: 1, max: 12 });
const letterIds = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });
const name = fc.constantFrom("profile", "0:purchase", "1:purchase");
const reason = fc.constantFrom("validation", "unknown_outcome", "missing_user", "failed");

const action: fc.Arbitrary<{ readonly text: string; readonly run: Action }> = fc.oneof(
  fc
    .tuple(lane, fc.nat(8))
    .map(([to, content]) =>
      act(`accept ${to} ${content}`, (queue, now) => queue.accept([aBatch(to, content, now)])),
    ),
  fc
    .tuple(lane, fc.nat(8))
    .map(([to, content]) =>
      act(`accept dead ${to} ${content}`, (queue, now) =>
        queue.accept([{ ...aBatch(to, 100 + content, now), deadLetter: aLetter("malformed", undefined) }]),
      ),
    ),
  fc.nat(3).map((limit) => act(`claim ${limit}`, (queue, now) => queue.claim(limit, now))),
  fc
    .tuple(lane, fc.option(sequence, { nil: undefined }))
    .map(([of, done]) => act(`next ${of} ${done}`, async (queue) => comparable(await queue.next(of, done)))),
  fc
    .tuple(lane, sequence)
    .map(([of, after]) => act(`peek ${of} ${after}`, async (queue) => textOf(await queue.peek(of, after)))),
  fc
    .tuple(lane, fc.nat(5000))
    .map(([of, wait]) => act(`release ${of} ${wait}`, (queue, now) => queue.release(of, now + wait))),
  fc.tuple(sequence, lane).map(([batch, to]) => act(`move ${batch} ${to}`, (queue) => queue.move(batch, to))),
  fc
    .tuple(sequence, name, fc.constantFrom("e1", "e2", undefined))
    .map(([batch, key, eventKey]) =>
      act(`freeze ${batch} ${key} ${eventKey}`, (queue, now) =>
        queue.freeze(batch, aRequest(key, eventKey), now),
      ),
    ),
  fc.tuple(sequence, name, fc.constantFrom("e1", "e2", undefined)).map(([batch, key, eventKey]) =>
    act(`freeze and thaw ${batch} ${key} ${eventKey}`, async (queue, now) => {
      const answer = await queue.freeze(batch, aRequest(key, eventKey), now);
      if (answer === "frozen") await queue.thaw(batch, aRequest(key, eventKey));
      return answer;
    }),
  ),
  fc
    .tuple(sequence, name)
    .map(([batch, key]) =>
      act(`deliver ${batch} ${key}`, (queue, now) =>
        queue.settle(
          batch,
          key,
          { kind: "delivered", profile: { hash: "h", madeAt: now, deliveredAt: now } },
          now,
        ),
      ),
    ),
  fc
    .tuple(sequence, name, reason)
    .map(([batch, key, why]) =>
      act(`bury ${batch} ${key} ${why}`, (queue, now) =>
        queue.settle(
          batch,
          key,
          { kind: "dead_letter", letter: aLetter(why, aRequest(key, `e-${batch}`)) },
          now,
        ),
      ),
    ),
  lane.map((of) => act(`missing ${of}`, (queue, now) => queue.setMissing(of, now))),
  letterIds.map((ids) => act(`retry ${ids}`, (queue, now) => queue.retry(ids, now))),
  letterIds.map((ids) => act(`drop ${ids}`, (queue) => queue.drop(ids))),
  lane.map((of) => act(`forget ${of}`, (queue, now) => queue.forget(of, now))),
  fc.constant(act("letters", lettersOf)),
  fc.constant(
    act("status", async (queue: Queue) => {
      const { batches, deadLetters, deadLettersByReason } = await queue.status();
      return { batches, deadLetters, deadLettersByReason };
    }),
  ),
  fc
    .constantFrom(1, 8, 31)
    .map((days) => act(`tidy after ${days} days`, (queue, now) => queue.tidy(now + days * 24 * 3_600_000))),
);

async function lettersOf(queue: Queue): Promise<unknown> {
  const letters = await queue.deadLetters();
  return letters.map(({ bytes, ...letter }) => ({ ...letter, text: textOf(bytes) }));
}

function comparable(batch: QueuedBatch | undefined): unknown {
  return batch && { ...batch, bytes: textOf(batch.bytes), requests: Object.fromEntries(batch.requests) };
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString();
}

test("the queue on disk does what the queue in memory does, whatever is asked of it", async () => {
  const run = async (actions: readonly { readonly text: string; readonly run: Action }[]) => {
    const folder = mkdtempSync(join(tmpdir(), "waybill-queue-"));
    const queue = await openQueue({ folder, ballastBytes: 0, floorBytes: 0 });
    const model = createMemoryQueue();
    try {
      for (const [index, one] of actions.entries()) {
        const now = 1_000_000 + index * 1000;
        const expected = JSON.parse(JSON.stringify((await one.run(model, now)) ?? null));
        expect(JSON.parse(JSON.stringify((await one.run(queue, now)) ?? null))).toEqual(expected);
      }
      expect(JSON.parse(JSON.stringify(await lettersOf(queue)))).toEqual(
        JSON.parse(JSON.stringify(await lettersOf(model))),
      );
    } finally {
      await queue.close();
      rmSync(folder, { recursive: true });
    }
  };
  const actions = fc.array(action, { minLength: 5, maxLength: 60, size: "max" });
  // Side by side: each waits for the disk most of the time.
  const sides = extent(1, 8);
  const prove = () => fc.assert(fc.asyncProperty(actions, run), { numRuns: extent(25, 3000) / sides });
  await Promise.all(Array.from({ length: sides }, prove));
}, 3_600_000);
