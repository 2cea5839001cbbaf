/** What is installed runs on the oldest Node.js that Waybill runs on. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const oldest = [20, 19];

interface LockedPackage {
  readonly engines?: { readonly node?: string };
}

const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
);

/** Says whether one of the ranges of `a || b` begins at the oldest version or before, and does not end before it. */
function takesOldest(ranges: string): boolean {
  return ranges.split("||").some((range) => {
    const [, operator, major = "0", minor = "0"] = /^\s*(\^|>=)?\s*v?(\d+)(?:\.(\d+))?/.exec(range) ?? [];
    const isBefore =
      Number(major) < Number(oldest[0]) ||
      (Number(major) === oldest[0] && Number(minor) <= Number(oldest[1]));
    return range.trim() === "*" || (isBefore && (operator === ">=" || Number(major) === oldest[0]));
  });
}

test("every package takes the oldest Node.js that Waybill takes", () => {
  const wrong = Object.entries(lock.packages).flatMap(([name, { engines }]) =>
    engines?.node === undefined || takesOldest(engines.node) ? [] : [`${name} wants ${engines.node}`],
  );
  expect(wrong).toEqual([]);
  expect(takesOldest(">=22")).toBe(false);
  expect(takesOldest("^18 || ^20.20 || >=22")).toBe(false);
});
