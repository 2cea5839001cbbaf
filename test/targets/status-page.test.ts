import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { createAdmin } from "../../src/runtime/telemetry/admin.ts";
import { createMetrics } from "../../src/runtime/telemetry/metrics.ts";
import { sampleStatus } from "../runtime/telemetry/sample-status.ts";

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env["CHROMIUM"] ?? browsers.find((path) => existsSync(path));
const title =
  executablePath === undefined
    ? "the status page in a browser: skipped, `apt-get install chromium` or set CHROMIUM to run it"
    : "the status page in a browser";

test.skipIf(executablePath === undefined)(
  `${title} shows its numbers, fits a phone, and asks for nothing`,
  async () => {
    const status = sampleStatus();
    const server = createAdmin({
      metrics: createMetrics(() => status.queue),
      readStatus: async () => status,
    });
    const url = await server.listen({ port: 0, host: "127.0.0.1" });
    const browser = await chromium.launch({
      args: ["--no-sandbox"],
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      const problems: string[] = [];
      const asked: string[] = [];
      page.on("console", (message) => problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
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
    } finally {
      await browser.close();
      await server.close();
    }
  },
  60_000,
);
