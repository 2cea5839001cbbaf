import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { batchOf, post, waybill } from "./loyalty.ts";
import { startServiceProcess } from "./service-process.ts";

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function openSandbox(): Promise<{ sandbox: Sandbox; env: Record<string, string> }> {
  const sandbox = await startSandbox({ port: 0, switches: { missing_user_on_profile: "upsert" } });
  stops.push(() => sandbox.close());
  const env = {
    SESSIONM_HOST: sandbox.url,
    SESSIONM_API_KEY: sandbox.apiKey,
    SESSIONM_API_SECRET: sandbox.apiSecret,
  };
  return { sandbox, env };
}

test("the built service is one file, delivers, and loses and repeats nothing over a stop", async () => {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  const built = await runCli(folder, ["build", "loyalty.waybill.yaml", "--target", "node", "--out", "."]);
  expect([built.status, built.stderr]).toEqual([0, ""]);
  const { sandbox, env } = await openSandbox();
  const service = await startServiceProcess(["service.cjs"], folder, env);
  const numbers = Array.from({ length: 60 }, (_, index) => index);
  const statuses = await Promise.all(
    numbers.map(async (one) => (await post(service, batchOf(one, one % 7))).status),
  );
  expect(new Set(statuses)).toEqual(new Set([202]));
  // Stopped in the midst of it: what was answered with 202 is on the disk.
  const first = await service.stop();
  expect(first.status).toBe(0);
  expect(first.milliseconds).toBeLessThan(20_000);
  const again = await startServiceProcess(["service.cjs"], folder, env);
  stops.push(again.stop);
  expect(await (await post(again, batchOf(3, 3))).json()).toEqual({ accepted: 0, duplicates: 1 });
  await expect.poll(() => sandbox.state.counts().events, { timeout: 15_000 }).toBe(60);
  const status = JSON.parse(await (await fetch(`${again.admin}/status.json`)).text());
  expect(status).toMatchObject({ name: "loyalty", destination: sandbox.url, isStopping: false });
  expect(JSON.stringify(again.lines())).not.toMatch(/example\.com|made-up-for-tests/);
}, 60_000);

test("SIGHUP takes a new waybill over once it was checked, and keeps the old one where it has errors", async () => {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  const file = join(folder, "loyalty.waybill.yaml");
  const { sandbox, env } = await openSandbox();
  const service = await startServiceProcess(
    [resolve("bin/waybill.cjs"), "serve", "loyalty.waybill.yaml"],
    folder,
    env,
  );
  stops.push(service.stop);
  const logged = (msg: RegExp) =>
    expect.poll(() => service.lines().filter((line) => msg.test(line.msg)).length, { timeout: 10_000 });
  writeFileSync(file, waybill.replace("- Purchase", "- [Purchase"));
  service.signal("SIGHUP");
  await logged(/not reloaded: the waybill has errors/).toBe(1);
  writeFileSync(file, waybill.replace("name: loyalty", "name: other"));
  service.signal("SIGHUP");
  await logged(/needs a restart/).toBe(1);
  writeFileSync(file, waybill.replace(": purchase", ": bought"));
  service.signal("SIGHUP");
  await logged(/^reloaded$/).toBe(1);
  expect((await post(service, batchOf(1))).status).toBe(202);
  await expect.poll(() => sandbox.state.counts().events, { timeout: 10_000 }).toBe(1);
  expect(readFileSync(file, "utf8")).toContain("bought");
}, 60_000);
