import { expect, test } from "vitest";
import { createLog } from "../../../src/runtime/telemetry/log.ts";

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = "";
  const destination = {
    write(line: string) {
      text += line;
    },
  };
  write(createLog({ name: "loyalty", level: "info", destination, secrets: ["s3cr3t-value", ""] }));
  return text;
}

test("a line is one JSON object with time, level and message", () => {
  const line: unknown = JSON.parse(logged((log) => log.info({ id: "a-1", batches: 2 }, "received")));
  expect(line).toMatchObject({ level: "info", name: "loyalty", id: "a-1", batches: 2, msg: "received" });
  expect(line).toHaveProperty("time", expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/));
});

test("credentials and members' data are left out, at any depth", () => {
  const text = logged((log) => {
    log.info(
      { authorization: "Basic abc", answer: { body: "pat@example.com" }, externalId: "C-1001" },
      "one",
    );
    log.warn({ hint: "the key s3cr3t-value was turned down", list: ["s3cr3t-value"] }, "two");
    log.error({ error: new Error("s3cr3t-value is wrong") }, "three");
  });
  for (const secret of ["abc", "pat@", "C-1001", "s3cr3t"]) expect(text).not.toContain(secret);
  expect(text).toContain("the key [redacted] was turned down");
});

test("control and bidi characters cannot forge a line, and long texts are cut", () => {
  const text = logged((log) =>
    log.info({ event: `a\n{"level":"error"}\u202eb\u2028`, long: "x".repeat(9999) }, "one"),
  );
  expect(text.trimEnd()).not.toContain("\n");
  expect(text).not.toMatch(/[\u202e\u2028]/);
  expect(text.length).toBeLessThan(1000);
});

test("an error keeps its name, message and code, and loses its stack", () => {
  const error = Object.assign(new Error("no space is left"), { code: "ENOSPC" });
  const line: unknown = JSON.parse(logged((log) => log.error({ error }, "not kept")));
  expect(line).toHaveProperty("error", { type: "Error", message: "no space is left", code: "ENOSPC" });
});
