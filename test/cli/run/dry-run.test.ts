import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { runDry } from "../../../src/cli/run/dry-run.ts";
import { openInput } from "../../../src/cli/run/input.ts";
import { createMemoryHost } from "./memory-host.ts";
import { plainForwarder, runOptions } from "./plain-forwarder.ts";

async function run(stdin: string | Readable, options: { json?: boolean; stdout?: Writable } = {}) {
  const host = await createMemoryHost({ stdin, ...(options.stdout && { stdout: options.stdout }) });
  const input = await openInput("-", host);
  const status = await runDry(plainForwarder(), input, { ...runOptions, json: options.json ?? false }, host);
  await host.remove();
  return { status, out: host.out(), err: host.err() };
}

test("prints one line for each request, and a summary on standard error", async () => {
  const { status, out, err } = await run(
    '{"id":"a/b","name":"Pat","events":1}\n[1]\n{"id":"c","events":1}\n{}\n',
  );
  expect(status).toBe(0);
  const lines = [
    '{"batch":0,"kind":"profile","method":"PUT","path":"/priv/v1/apps/{api_key}/external/users/a%2Fb","headers":{"message-id":"ID"},"body":{"user":{"first_name":"Pat"}}}',
    '{"batch":0,"kind":"event","method":"POST","path":"/priv/v1/apps/{api_key}/external/users/a%2Fb/events","headers":{"message-id":"ID"},"body":{"events":{"visit":{"transaction_id":"a/b-0","qty":"1"}}}}',
    '{"batch":2,"kind":"event","method":"POST","path":"/priv/v1/apps/{api_key}/external/users/c/events","headers":{"message-id":"ID"},"body":{"events":{"visit":{"transaction_id":"c-0","qty":"1"}}}}',
  ];
  expect(out.replaceAll(/"message-id":"[0-9a-f-]{36}"/g, '"message-id":"ID"')).toBe(`${lines.join("\n")}\n`);
  expect(err.replace(/\d+\.\d s/, "0.0 s")).toBe(
    [
      "4 batches · 3 requests",
      "  would send     3   profile 1   events 2",
      "  dropped        2   malformed 1 · not_logged_in 1",
      "0.0 s",
      "",
    ].join("\n"),
  );
});

test("names the lines that are not JSON, ten of them, and exits with 1", async () => {
  const lines = ['{"id":"a"}', ...Array.from({ length: 12 }, () => "oops"), "[]", '{"id":"a","events":1}'];
  const { status, out, err } = await run(lines.join("\n"));
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ batch: 14 });
  expect(err.split("\n").slice(0, 11)).toEqual([
    ...Array.from({ length: 10 }, (_, at) => `standard input:${at + 2}: this batch is not JSON`),
    "standard input: 2 more batches cannot be read",
  ]);
  expect(err).toContain("malformed 13");
});

test("prints what was complete in an array that breaks off, and exits with 1", async () => {
  const { status, out, err } = await run('[{"id":"a","events":1},\n{"id":"b"');
  expect(status).toBe(1);
  expect(out.trim().split("\n")).toHaveLength(1);
  expect(err).toContain("standard input:2: The array has no end; batches before it breaks off: 1.");
});

test("says that an input cannot be read to its end, and exits with 1", async () => {
  const failing = Readable.from(
    (async function* () {
      yield Buffer.from('{"id":"a","events":1}\n');
      throw Object.assign(new Error("made up"), { code: "EIO" });
    })(),
  );
  const { status, out, err } = await run(failing);
  expect(status).toBe(1);
  expect(out).not.toBe("");
  expect(err).toContain("Cannot read `standard input`: EIO.");
});

test("prints the summary as JSON on standard error where asked to", async () => {
  const { err } = await run('{"id":"a","name":"Pat","events":2}', { json: true });
  expect(JSON.parse(err)).toEqual({
    batches: 1,
    unreadable: 0,
    requests: { profile: 1, event: 2 },
    dropped: {},
    seconds: expect.any(Number),
  });
});

test("ends quietly when its reader goes away", async () => {
  const stdout = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) =>
      setImmediate(done, Object.assign(new Error("gone"), { code: "EPIPE" })),
  });
  let read = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        read++;
        yield Buffer.from(`{"id":"a","name":"${"x".repeat(10_000)}"}\n`);
      }
    })(),
  );
  expect(await run(endless, { stdout })).toMatchObject({ status: 0 });
  expect(read).toBeLessThan(1000);
});

test("reads a file, and names one that is not there or is a folder", async () => {
  const host = await createMemoryHost();
  await expect(openInput("nowhere.ndjson", host)).rejects.toThrow(
    "Cannot read `nowhere.ndjson`: there is no such file.",
  );
  await expect(openInput(".", host)).rejects.toThrow("Cannot read `.`: it is a folder.");
  await host.remove();
});
