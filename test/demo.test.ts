import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "waybill-demo-test-"));
afterAll(() => rmSync(temporary, { recursive: true }));

test("the demo delivers, shows what arrived, and leaves nothing behind", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/demo.mjs")], {
    cwd: temporary,
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    encoding: "utf8",
    timeout: 60_000,
  });
  expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: "" });
  for (const line of [
    "production.waybill.yaml: no errors, no warnings",
    "17 batches · 27 requests",
    "delivered      25   profile 9   events 16",
    "2 retries",
    "sent again under its Message-ID",
    "14 events took effect, none of them twice",
    "LoyaltyTier Gold",
    "25 of 25 requests were answered from the cache",
    "events before 14, after 14; members unchanged",
    "All was delivered, once.",
  ]) {
    expect(stdout).toContain(line);
  }
  expect(stdout).not.toContain("\u001b");

  const [, forwarder = ""] = /(\S+forwarder\.ts) /.exec(stdout) ?? [];
  expect(existsSync(forwarder)).toBe(true);
  expect(
    readdirSync(temporary, { recursive: true }).filter((name) => /dead-letters/.test(String(name))),
  ).toEqual([]);

  const [, address = ""] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(stdout) ?? [];
  return expect(fetch(`${address}/sandbox`)).rejects.toThrow();
}, 60_000);
