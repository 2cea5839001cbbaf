import { join } from "node:path";
import { expect, test } from "vitest";
import { connect } from "../../../src/runtime/queue/libsql/database.ts";
import { openQueue } from "../../../src/runtime/queue/libsql/open.ts";
import { runCli } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { batch, fillQueue, waybill } from "./fill-queue.ts";

/** A folder with a waybill and a queue in which a refused event, an unknown one and a malformed batch are dead. */
async function folderWithLetters(): Promise<string> {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  await fillQueue(folder, [batch(1, "pat"), batch(2, "kim"), "[1]", batch(3, "lee")]);
  return folder;
}

const dlq = (folder: string, ...args: readonly string[]) => runCli(folder, ["dlq", ...args]);

interface Letter {
  readonly id: number;
  readonly reason: string;
  readonly [key: string]: unknown;
}

async function lettersOf(folder: string, ...args: readonly string[]): Promise<readonly Letter[]> {
  const { status, stdout } = await dlq(folder, "list", "--json", ...args);
  expect(status).toBe(0);
  return stdout
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Letter => JSON.parse(line));
}

const idOf = async (folder: string, reason: string) => {
  const [letter] = await lettersOf(folder, "--reason", reason);
  return String(letter?.id);
};

test("a queue of a newer version is left alone, and the message says so", async () => {
  const folder = await folderWithLetters();
  const queue = connect(join(folder, ".waybill/serve/queue.db"));
  queue.exec("PRAGMA user_version = 99");
  queue.close();
  expect(await dlq(folder, "list")).toMatchObject({
    status: 1,
    stdout: "",
    stderr: "waybill: The queue was written by a newer version of Waybill.\n",
  });
});

test("list shows a line for each dead letter, the latest first, without personal data", async () => {
  const folder = await folderWithLetters();
  const { stdout, stderr, status } = await dlq(folder, "list");
  expect([status, stderr]).toEqual([0, ""]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  expect(stdout).toMatch(/validation +event 0 +loyalty\.waybill\.yaml:7 +1001 +\(200 validation\)/);
  expect(stdout).toMatch(/unknown_outcome +event 0 .* \(timeout\)/);
  expect(stdout).toMatch(/malformed +batch +- +-$/m);
  expect(stdout).not.toMatch(/example\.com|pat|kim/);
  const ids = lines.map((line) => Number.parseInt(line, 10));
  expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  expect((await dlq(folder, "list", "--limit", "1")).stdout.trimEnd().split("\n")).toHaveLength(1);
});

test("a filter by reason or member leaves the others out", async () => {
  const folder = await folderWithLetters();
  expect((await lettersOf(folder, "--reason", "validation")).map(({ reason }) => reason)).toEqual([
    "validation",
  ]);
  const member = "9007199254740993";
  expect(await lettersOf(folder, "--external-id", member)).toHaveLength(2);
  expect(await lettersOf(folder, "--external-id", "nobody")).toEqual([]);
  expect((await dlq(folder, "list", "--reason", "failed")).stdout).toBe("There are no such dead letters.\n");
});

test("show gives the batch's original bytes, the entry, the attempts and the request with its id", async () => {
  const folder = await folderWithLetters();
  const { stdout } = await dlq(folder, "show", await idOf(folder, "validation"));
  const letter = JSON.parse(stdout);
  expect(letter).toMatchObject({
    reason: "validation",
    code: "validation",
    status: 200,
    file: "loyalty.waybill.yaml",
    line: 7,
    position: 0,
    batch: "1001",
    external_id: "9007199254740993",
    waybill: "build-1",
    attempts: 1,
    original: batch(1, "pat"),
    request: { method: "POST", path: "/priv/v1/apps/{api_key}/external/users/9007199254740993/events" },
  });
  expect(letter.answers).toMatchObject([{ outcome: "refused", status: 200, code: "validation" }]);
  expect(letter.request.message_id).toMatch(/^[0-9a-f-]{36}$/);
});

test("export writes every dead letter as a line of JSON, those of no member too", async () => {
  const folder = await folderWithLetters();
  const { stdout } = await dlq(folder, "export");
  const letters = stdout
    .trim()
    .split("\n")
    .map((line): Letter => JSON.parse(line));
  expect(letters.map(({ reason }) => reason).toSorted()).toEqual([
    "malformed",
    "unknown_outcome",
    "validation",
  ]);
  expect(letters.find(({ reason }) => reason === "malformed")?.["original"]).toBe("[1]");
});

test("retry puts back what surely had no effect, and the rest only when it is asked for", async () => {
  const folder = await folderWithLetters();
  const first = await dlq(folder, "retry", "--external-id", "9007199254740993");
  expect(first.stdout).toBe(
    "1 dead letter put back. 1 may have been processed and was left: look at it, then `--unknown`.\n",
  );
  const second = await dlq(folder, "retry", "--reason", "unknown_outcome", "--unknown", "--json");
  expect(JSON.parse(second.stdout)).toEqual({ changed: 1, left: 0 });
  expect((await lettersOf(folder)).map(({ reason }) => reason)).toEqual(["malformed"]);
  const queue = await openQueue({ folder: join(folder, ".waybill/serve"), ballastBytes: 0 });
  expect((await queue.status()).batches).toBe(2);
  await queue.close();
});

test("what was put back is delivered by the next service, the refused event as it is mapped now", async () => {
  const folder = await folderWithLetters();
  await dlq(folder, "retry", "--reason", "validation");
  // SessionM answers `validation` again, so it comes back as a dead letter with the same entry.
  await fillQueue(folder, []);
  expect(await lettersOf(folder, "--reason", "validation")).toHaveLength(1);
});

test("drop deletes, and says how many", async () => {
  const folder = await folderWithLetters();
  const one = await dlq(folder, "drop", await idOf(folder, "malformed"));
  expect(one.stdout).toBe("1 dead letter deleted.\n");
  expect((await dlq(folder, "drop", "--all", "--json")).stdout).toBe('{"changed":2,"left":0}\n');
  expect(await lettersOf(folder)).toEqual([]);
});

test("replay says what a waybill now makes of them, and changes nothing", async () => {
  const folder = await folderWithLetters();
  const replayed = async (text: string) => {
    const changed = temporaryFolder({ "changed.waybill.yaml": text });
    const args = ["replay", join(changed, "changed.waybill.yaml"), "--dry-run", "--json"];
    return JSON.parse((await dlq(folder, ...args)).stdout);
  };
  expect(await replayed(waybill)).toEqual({
    would_succeed: 0,
    would_fail: 2,
    would_be_dropped: 0,
    may_count_twice: 1,
  });
  const renamed = waybill.replace(": purchase", ": bought");
  expect(await replayed(renamed)).toMatchObject({ would_succeed: 1, would_fail: 1 });
  const without = waybill.replace("  - Purchase Completed: purchase\n", "");
  expect(await replayed(without)).toMatchObject({ would_be_dropped: 1, would_fail: 1 });
  expect(await lettersOf(folder)).toHaveLength(3);
});

test("a service may run meanwhile", async () => {
  const folder = await folderWithLetters();
  const queue = await openQueue({ folder: join(folder, ".waybill/serve"), ballastBytes: 0 });
  expect(await lettersOf(folder)).toHaveLength(3);
  expect((await dlq(folder, "retry", "--reason", "validation")).status).toBe(0);
  expect((await queue.claim(1, Date.now())).lanes).toEqual(["9007199254740993"]);
  await queue.close();
});

test.each([
  [["dlq"], "What to do is missing."],
  [["dlq", "lst"], "`dlq` has no `lst`."],
  [["dlq", "show"], "The number of a dead letter is missing."],
  [["dlq", "show", "one"], "A dead letter has a number, not `one`."],
  [["dlq", "retry"], "Which to retry is missing."],
  [["dlq", "drop"], "Which to drop is missing."],
  [["dlq", "list", "--limit", "0"], "`--limit` is a whole number above 0, not `0`."],
  [["dlq", "replay", "a.waybill.yaml"], "`dlq replay` sends nothing: give `--dry-run`."],
  [["dlq", "replay", "--dry-run"], "No waybill was named."],
  [["dlq", "list", "--data-dri", "x"], "Did you mean `--data-dir`?"],
])("%j is wrong usage, and says why", async (args, message) => {
  const { status, stderr } = await runCli(temporaryFolder(), args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});

test("a folder without a queue, and a number that no dead letter has, are problems", async () => {
  const folder = await folderWithLetters();
  expect(await dlq(folder, "show", "99")).toMatchObject({ status: 1 });
  expect(await dlq(folder, "drop", "99")).toMatchObject({ status: 1 });
  const { status, stderr } = await dlq(folder, "list", "--data-dir", "elsewhere");
  expect(status).toBe(1);
  expect(stderr).toContain("There is no queue in `elsewhere`.");
});
