import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { createAdmin } from "../../src/runtime/telemetry/admin.ts";
import { createMetrics } from "../../src/runtime/telemetry/metrics.ts";
import { startSandbox } from "../../src/sandbox/sandbox.ts";
import { sampleStatus } from "../runtime/telemetry/sample-status.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { authorization, startServiceProcess } from "./service-process.ts";

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env["CHROMIUM"] || browsers.find((path) => existsSync(path));

let browser: Browser | undefined;
afterAll(() => browser?.close());

// Where tests run for everybody, a browser that is missing is a failure.
beforeEach((context) => {
  if (executablePath !== undefined || process.env["CI"] !== undefined) return;
  context.skip("There is no browser here: `apt-get install chromium`, or set CHROMIUM.");
});

/** A page as wide as a phone, what it asks for, and what goes wrong on it. */
async function openPage(): Promise<{ page: Page; problems: readonly string[]; asked: readonly string[] }> {
  if (executablePath === undefined) throw new Error("There is no browser: `apt-get install chromium`.");
  browser ??= await chromium.launch({ args: ["--no-sandbox"], executablePath });
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  onTestFinished(() => page.close());
  const problems: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return { page, problems, asked };
}

test("the status page shows its numbers, fits a phone, and asks for nothing", async () => {
  const status = sampleStatus();
  const server = createAdmin({
    metrics: createMetrics(() => status.queue),
    readStatus: async () => status,
  });
  onTestFinished(() => server.close());
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  const { page, problems, asked } = await openPage();
  await page.goto(url);
  expect(await page.getByRole("status").textContent()).toBe("Batches are received and delivered.");
  expect(await page.locator("[data-tile=waiting]").textContent()).toBe("1,234");
  expect(await page.locator("[data-tile=lag]").textContent()).toBe("1 min 35 s");
  expect(await page.getByRole("img").getAttribute("aria-label")).toContain("at most 1 min 35 s");
  expect(await page.locator("table.wide tbody tr").count()).toBe(1);
  const width = await page.evaluate("document.documentElement.scrollWidth");
  expect(width).toBeLessThanOrEqual(390);
  expect(asked.filter((path) => path !== "/favicon.ico")).toEqual(["/"]);
  expect(problems.filter((problem) => !problem.includes("favicon"))).toEqual([]);
}, 60_000);

const waybill = `waybill: 1
name: loyalty
connection: { host: "\${SESSIONM_HOST}", api_key: "\${SESSIONM_API_KEY}", api_secret: "\${SESSIONM_API_SECRET}" }
profile:
  identities: { email: email }
events:
  - Purchase Completed: purchase
`;

test("the status page of a service that runs shows what it received, delivered and could not deliver", async () => {
  const sandbox = await startSandbox({ port: 0, switches: { missing_user_on_profile: "upsert" } });
  onTestFinished(() => sandbox.close());
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  const service = await startServiceProcess(
    [resolve("bin/waybill.cjs"), "serve", "loyalty.waybill.yaml"],
    folder,
    {
      SESSIONM_HOST: sandbox.url,
      SESSIONM_API_KEY: sandbox.apiKey,
      SESSIONM_API_SECRET: sandbox.apiSecret,
    },
  );
  onTestFinished(async () => void (await service.stop()));
  const batch = { mpid: "70", user_identities: { customer_id: "C-1", email: "pat@example.com" } };
  const body = JSON.stringify([batch, "no batch"]);
  const headers = { "content-type": "application/json", authorization };
  expect((await fetch(service.batches, { method: "POST", headers, body })).status).toBe(202);
  await expect.poll(() => sandbox.state.counts().users, { timeout: 10_000 }).toBe(1);
  const { page, problems } = await openPage();
  const waiting = async () => {
    await page.goto(service.admin);
    return page.locator("[data-tile=waiting]").textContent();
  };
  await expect.poll(waiting, { timeout: 20_000 }).toBe("0");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("loyalty");
  expect(await page.locator("[data-tile='dead letters']").textContent()).toBe("1");
  const rowOf = (name: string) => page.getByRole("row", { name }).first().textContent();
  expect(await rowOf("accepted")).toBe("accepted1");
  expect(await rowOf("delivered")).toBe("delivered1");
  expect(await page.locator("table.wide tbody tr").textContent()).toContain("malformed");
  expect(await page.content()).not.toMatch(/pat@example|C-1|sandbox-secret|made-up-for-tests/);
  expect(problems.filter((problem) => !problem.includes("favicon"))).toEqual([]);
}, 60_000);
