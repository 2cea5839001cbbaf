import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

const isUpdate = process.env["UPDATE"] === "1";

/** Compares a text with a file; `UPDATE=1` writes the file instead, which CI may not. */
export function expectSnapshot(path: string, text: string): void {
  if (isUpdate) {
    if (process.env["CI"]) throw new Error("Snapshots are not rewritten in CI.");
    writeFileSync(path, text);
  }
  if (!existsSync(path)) throw new Error(`${path} is missing: write it with UPDATE=1 and review it.`);
  expect(text).toBe(readFileSync(path, "utf8"));
}
