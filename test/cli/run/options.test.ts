import { expect, test } from "vitest";
import { UsageError } from "../../../src/cli/exit.ts";
import { readRunOptions } from "../../../src/cli/run/options.ts";

test("reads what was asked for, with defaults", () => {
  expect(readRunOptions(["a.waybill.yaml", "--in", "-", "--send"])).toEqual({
    waybill: "a.waybill.yaml",
    input: "-",
    action: "send",
    json: false,
    envFile: undefined,
    concurrency: 16,
    timeoutMilliseconds: 10_000,
    deadLetters: ".waybill/dead-letters.ndjson",
  });
  const args = [
    "--dry-run",
    "--in=b.ndjson",
    "a",
    "--json",
    "--timeout",
    "0.5",
    "--concurrency",
    "3",
    "--env-file",
    ".env",
  ];
  expect(readRunOptions(args)).toMatchObject({
    action: "dry_run",
    json: true,
    timeoutMilliseconds: 500,
    concurrency: 3,
    envFile: ".env",
  });
});

test.each([
  [["--in", "-", "--send"], "No waybill was named."],
  [["a", "b", "--in", "-", "--send"], "`run` takes one waybill; `b` is one argument too many."],
  [["a", "--send"], "`--in` is missing."],
  [["a", "--in", "-"], "One of `--dry-run` and `--send` is needed."],
  [["a", "--in", "-", "--send", "--dry-run"], "`--dry-run` and `--send` exclude each other."],
  [["a", "--in", "-", "--sent"], "Unknown option `--sent`."],
  [
    ["a", "--in", "-", "--send", "--concurrency", "0"],
    "`--concurrency` is a number above 0 and up to 256, not `0`.",
  ],
  [
    ["a", "--in", "-", "--send", "--concurrency", "1.5"],
    "`--concurrency` is a number above 0 and up to 256, not `1.5`.",
  ],
  [
    ["a", "--in", "-", "--send", "--timeout", "ten"],
    "`--timeout` is a number above 0 and up to 120, not `ten`.",
  ],
])("refuses %j", (args, message) => {
  expect(() => readRunOptions(args)).toThrow(UsageError);
  expect(() => readRunOptions(args)).toThrow(message);
});
