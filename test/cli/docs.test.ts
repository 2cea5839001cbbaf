import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { gitRepository } from "../support/git-repository.ts";
import { hostileTexts } from "../support/hostile-texts.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const waybill = `waybill: 1
name: loyalty
description: The loyalty app
source:
  platforms: [ios, android]
  when: consent.gdpr("loyalty")
profile:
  identities: {email: email}
  attributes:
    - Tier
    - attribute: [optIn, opt in]
      to: marketing
      lookup: {yes: "true", "1": "true", no: "false"}
    - attribute: source
      to: data_source
      text: app
    - attribute: nick
      value: if(value != "none" and length(value) >= 3, lower(value), user("name") ?? "friend")
events:
  - event: Store Visit
    type: location
    to: visit
    when: value("visits") >= 3 and not (platform == "ios" or present(value("test")))
    attributes: [store]
  - event: Store Visit
    to: other_visit
    when: otherwise
screens:
  - Home: home_viewed
`;

/** Returns the page and the rows that a waybill gives. */
async function docsOf(text: string, folder = temporaryFolder({ "loyalty.waybill.yaml": text })) {
  const { status, stdout, stderr } = await runCli(folder, ["docs", "loyalty.waybill.yaml"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toBe("waybill-docs/loyalty.html\nwaybill-docs/loyalty.csv\n");
  const path = join(folder, "waybill-docs/loyalty.html");
  return {
    path,
    page: readFileSync(path, "utf8"),
    csv: readFileSync(join(folder, "waybill-docs/loyalty.csv"), "utf8"),
  };
}

test("the page says in sentences what is sent, when and how", async () => {
  const { page } = await docsOf(waybill);
  const text = page.replace(/<[^>]*>/g, "");
  for (const said of [
    "Batches of these platforms are taken: ios and android.",
    "All of it only where the member consents to “loyalty” (GDPR).",
    "“yes” or “1” becomes “true”, “no” becomes “false”, anything else is left out.",
    "optIn or opt in",
    "Always “app”.",
    "The member&#39;s “nick”".replace(
      "The member&#39;s “nick”",
      "Its value in small letters if its value is there and is not “none” and the length of its value is at least 3, otherwise the member&#39;s “name”, or “friend” where that is missing.",
    ),
    "Only where its type is location, and the event&#39;s “visits” is at least 3 and it is not the case that (the platform is “ios” or the event&#39;s “test” is there).",
    "Only if nothing else was sent for this event.",
    "4 of 200",
    "1 of 10",
    "not known: the file is not in git",
  ]) {
    expect(text).toContain(said);
  }
});

test("owner and last changes come from git, line by line", async () => {
  const { folder, commit } = gitRepository();
  commit({ "loyalty.waybill.yaml": waybill }, "Robin Lee", "2026-03-01T12:00:00Z");
  commit(
    { "loyalty.waybill.yaml": waybill.replace("- Tier\n", "- Tier: tier\n") },
    "Sam Roe",
    "2026-04-02T12:00:00Z",
  );
  const { page, csv } = await docsOf("", folder);
  expect(page).toContain("<dt>Owner</dt><dd>Robin Lee</dd>");
  expect(page).toContain("<dt>Last change</dt><dd>2026-04-02, Sam Roe</dd>");
  const rows = csv.split("\r\n");
  expect(rows.find((row) => row.includes(",Tier,"))).toMatch(/"2026-04-02, Sam Roe"$/);
  expect(rows.find((row) => row.includes("nick"))).toMatch(/"2026-03-01, Robin Lee"$/);
});

test("no name becomes markup, and no cell a formula", async () => {
  const names = hostileTexts.filter((text) => text.trim() !== "").slice(0, 400);
  const text = JSON.stringify({
    waybill: 1,
    name: "loyalty",
    description: "</title><script>alert(1)</script>",
    events: names.map((name, index) => ({
      event: `${name}`,
      to: `${name} ${index}`,
      attributes: [{ attribute: name, to: `k${index}` }],
    })),
  });
  const folder = temporaryFolder({ "loyalty.waybill.yaml": text });
  const { status } = await runCli(folder, ["docs", "loyalty.waybill.yaml"]);
  expect(status).toBe(0);
  const page = readFileSync(join(folder, "waybill-docs/loyalty.html"), "utf8");
  const allowed =
    /^(?:!doctype|html|head|meta|title|style|body|a|header|p|h1|h2|h3|dl|div|dt|dd|main|section|svg|text|g|path|rect|ul|li|nav|ol|span|table|caption|thead|tr|th|tbody|td|b|em|br|footer|code)$/;
  const tags = [...page.matchAll(/<\/?([^\s>/]+)/g)].map(([, tag]) => tag?.toLowerCase() ?? "");
  expect([...new Set(tags)].filter((tag) => !allowed.test(tag))).toEqual([]);
  expect(page).not.toMatch(/<[^>]*\son\w+=/);
  const cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"];
  const guarded = {
    waybill: 1,
    name: "loyalty",
    events: cells.map((name, index) => ({ event: name, to: `e${index}` })),
  };
  const { csv } = await docsOf(JSON.stringify(guarded));
  const second = csv
    .split("\r\n")
    .slice(1, -1)
    .map((row) => row.split(",")[1]);
  expect(second).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "' =1"]);
});

test("a waybill with errors, a folder in the way and wrong usage are told", async () => {
  const folder = temporaryFolder({
    "loyalty.waybill.yaml": "waybill: 1\n",
    "a.waybill.yaml": waybill,
    out: "",
  });
  expect((await runCli(folder, ["docs", "loyalty.waybill.yaml"])).stderr).toContain("error[missing-name]");
  expect((await runCli(folder, ["docs"])).stderr).toContain("waybill: No waybill was named.");
  const blocked = await runCli(folder, ["docs", "a.waybill.yaml", "--out", "out"]);
  expect([blocked.status, blocked.stderr]).toEqual([
    1,
    expect.stringMatching(/^waybill: Cannot make .*out`: there is a file of that name\.\n$/),
  ]);
});

test("a folder where none can be made is told, and does not keep the command busy", {
  skip: !existsSync("/proc/self"),
}, async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": waybill });
  for (const out of ["/proc/x", "/proc/x/y/z"]) {
    const { status, stderr } = await runCli(folder, ["docs", "a.waybill.yaml", "--out", out]);
    expect([status, stderr]).toEqual([1, "waybill: Cannot make `/proc/x`: no folder can be made there.\n"]);
  }
});

const browserPath = "/usr/bin/chromium";
const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

test("in a browser the page fits screens and paper, light and dark, and loads nothing", {
  timeout: 120_000,
}, async (context) => {
  if (!existsSync(browserPath)) {
    if (process.env["CI"]) throw new Error(`There is no browser at ${browserPath}: install chromium.`);
    return context.skip(`There is no browser at ${browserPath}.`);
  }
  const example = await runCli(".", [
    "docs",
    "examples/restaurant/production.waybill.yaml",
    "--out",
    temporaryFolder(),
    "--json",
  ]);
  const path = join(process.cwd(), JSON.parse(example.stdout).files[0]);
  const browser = await chromium.launch({ executablePath: browserPath, args: flags.split(" ") });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1100, height: 1400 }, colorScheme: "light" });
  const loaded: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(pathToFileURL(path).href);
  const shots = temporaryFolder();
  const shoot = async (name: string) =>
    (await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })).length;
  const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  const overflow = () =>
    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect([await background(), await overflow(), (await shoot("light")) > 50_000]).toEqual([
    "rgb(255, 255, 255)",
    0,
    true,
  ]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect([await background(), (await shoot("dark")) > 50_000]).toEqual(["rgb(18, 23, 29)", true]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect([await overflow(), (await shoot("narrow")) > 20_000]).toEqual([0, true]);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 680, height: 980 });
  expect([await background(), await overflow(), (await shoot("print")) > 50_000]).toEqual([
    "rgb(255, 255, 255)",
    0,
    true,
  ]);
  expect(await page.locator(".signature").isVisible()).toBe(true);
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
  expect([loaded, complaints]).toEqual([[pathToFileURL(path).href], []]);
  const long = [
    "W".repeat(60),
    "illicit filling ".repeat(8),
    "東京タワー".repeat(12),
    "a_long_name_".repeat(9),
  ];
  const events = long.map((name, index) => ({ event: name, to: `${index} ${name}` }));
  const { path: other } = await docsOf(JSON.stringify({ waybill: 1, name: "loyalty", events }));
  await page.goto(pathToFileURL(other).href);
  await page.emulateMedia({ media: "screen" });
  const outside = await page.evaluate(`[...document.querySelectorAll(".flow .box")].filter((box) => {
    const [rect, text] = [box.querySelector("rect"), box.querySelector("text")].map((one) => one.getBBox());
    return text.x + text.width > rect.x + rect.width || text.y < rect.y;
  }).length`);
  expect(outside).toBe(0);
});
