import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startOracle } from "../runtime/queue/oracle.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { batchOf, post, waybill } from "./loyalty.ts";
import { startServiceProcess } from "./service-process.ts";

test.each([
  [
    "gives an event more",
    "- { event: Purchase Completed, to: purchase, attributes: [Store] }",
    "Main Street",
  ],
  ["calls an event otherwise", "- Purchase Completed: bought", '"bought"'],
])(
  "after a time-out and a reload of a waybill that %s, the repeat has the same id and bytes",
  async (_, entry, sign) => {
    const oracle = await startOracle();
    onTestFinished(oracle.close);
    oracle.scripts.set("5001", ["hang"]);
    const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
    const service = await startServiceProcess(
      [resolve("bin/waybill.cjs"), "serve", "loyalty.waybill.yaml", "--timeout", "1"],
      folder,
      { SESSIONM_HOST: oracle.origin, SESSIONM_API_KEY: "key", SESSIONM_API_SECRET: "secret" },
    );
    onTestFinished(async () => void (await service.stop()));
    const events = () => oracle.taken.filter(({ body }) => body.includes("transaction_id"));
    expect((await post(service, batchOf(1, 1))).status).toBe(202);
    await expect.poll(() => events().length, { timeout: 10_000 }).toBe(1);
    writeFileSync(
      join(folder, "loyalty.waybill.yaml"),
      waybill.replace("- Purchase Completed: purchase", entry),
    );
    service.signal("SIGHUP");
    const reloaded = () => service.lines().some(({ msg }) => msg === "reloaded");
    await expect.poll(reloaded, { timeout: 10_000 }).toBe(true);
    expect((await post(service, batchOf(2, 1))).status).toBe(202);
    await expect.poll(() => events().at(-1)?.body, { timeout: 20_000 }).toContain('"5002"');
    const [first, ...others] = events();
    expect(others.map(({ body }) => body)).toEqual([first?.body, expect.stringContaining(sign)]);
    expect(others[0]?.messageId).toBe(first?.messageId);
  },
  60_000,
);
