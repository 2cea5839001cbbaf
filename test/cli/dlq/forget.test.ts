import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openQueue } from "../../../src/runtime/queue/libsql/open.ts";
import { aBatch } from "../../runtime/queue/samples.ts";
import { runCli } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { batch, fillQueue, waybill } from "./fill-queue.ts";

const person = "9007199254740993";

test("forget erases what waits, what is remembered and dead letters, and leaves the others", async () => {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  await fillQueue(folder, [batch(1, "pat"), batch(3, "pat")]);
  const data = join(folder, ".waybill/serve");
  const before = await openQueue({ folder: data, ballastBytes: 0 });
  await before.accept([aBatch(person, 7, 1), aBatch("other-member", 8, 1)]);
  await before.close();
  const { status, stdout } = await runCli(folder, ["forget", "--external-id", person]);
  expect([status, stdout]).toEqual([0, "Erased: 1 batch that waited, 1 dead letter.\n"]);
  const bytes = readFileSync(join(data, "queue.db")).toString("latin1");
  expect(bytes).toContain("other-member");
  expect(bytes).not.toContain(person);
  expect(bytes).not.toContain("pat@example.com");
  const queue = await openQueue({ folder: data, ballastBytes: 0 });
  await queue.accept([aBatch(person, 9, 1)]);
  await queue.claim(9, Date.now());
  expect((await queue.next(person))?.member).toMatchObject({ isForgotten: true, profile: undefined });
  await queue.close();
});

test("a person of whom nothing is there is blocked from being created all the same", async () => {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  await fillQueue(folder, [batch(3, "pat")]);
  const { stdout } = await runCli(folder, ["forget", "--external-id", "nobody-yet"]);
  expect(stdout).toBe("Erased: 0 batches that waited, 0 dead letters.\n");
});

test.each([
  [["forget"], 2, "`--external-id` is missing."],
  [["forget", "--external-id", "a", "b"], 2, "`b` is one argument too many."],
  [
    ["forget", "--external-id", "a"],
    1,
    "There is no queue in `.waybill/serve`. `--data-dir` says where it is.",
  ],
])("%j ends with %i and says why", async (args, expected, message) => {
  const { status, stderr } = await runCli(temporaryFolder(), args);
  expect(status).toBe(expected);
  expect(stderr).toContain(message);
});
