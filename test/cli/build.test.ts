import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const files = {
  "maps/loyalty.waybill.yaml": `waybill: 1
name: loyalty
description: Loyalty – Größe, 日本
include: [./shared.waybill.yaml]
profile:
  attributes: [Favorite Store]
events:
  - Purchase: purchase
`,
  "maps/shared.waybill.yaml": "waybill: 1\nscreens: [Home, Basket: basket]\n",
};
const names = [
  "forwarder.d.mts",
  "forwarder.d.ts",
  "forwarder.mjs",
  "forwarder.mjs.map",
  "forwarder.ts",
  "manifest.json",
];
const waybill = "maps/loyalty.waybill.yaml";

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

test("a build writes its files to a folder named after the waybill and lists them with their sizes", async () => {
  const folder = temporaryFolder(files);
  const { status, stdout, stderr } = await runCli(folder, ["build", waybill]);
  expect([status, stderr]).toEqual([0, ""]);
  const out = join(folder, "forwarders/loyalty");
  expect(readdirSync(out).sort()).toEqual(names);
  expect(stdout.split("\n")[0]).toBe("forwarders/loyalty/");
  for (const name of names)
    expect(stdout).toMatch(new RegExp(`^  ${name.replaceAll(".", "\\.")} +[\\d,]+ bytes$`, "m"));
});

test("--out names the folder and --json prints the manifest", async () => {
  const folder = temporaryFolder(files);
  const { stdout } = await runCli(folder, ["build", waybill, "--out", "deep/er", "--json"]);
  expect(stdout).toBe(readFileSync(join(folder, "deep/er/manifest.json"), "utf8"));
  const manifest = JSON.parse(stdout);
  expect(manifest).toMatchObject({
    name: "loyalty",
    description: "Loyalty – Größe, 日本",
    language: 1,
    files: ["shared.waybill.yaml", "loyalty.waybill.yaml"],
    sends: { user_attributes: ["Favorite_Store"], events: { Home: [], basket: [], purchase: [] } },
  });
  for (const [name, size] of Object.entries(manifest.sizes)) {
    const path = join(folder, "deep/er", name);
    if (existsSync(path)) expect(readFileSync(path).length).toBe(size);
  }
});

test("errors stop the build, warnings do not", async () => {
  const folder = temporaryFolder({
    "a.waybill.yaml": "waybill: 1\nname: a\nevnets: []\n",
    "b.waybill.yaml": "waybill: 1\nname: b\nnew_events: forward\n",
  });
  const failed = await runCli(folder, ["build", "a.waybill.yaml"]);
  expect([failed.status, failed.stdout]).toEqual([1, ""]);
  expect(failed.stderr).toContain("error[unknown-key]");
  expect(existsSync(join(folder, "forwarders"))).toBe(false);
  const built = await runCli(folder, ["build", "b.waybill.yaml"]);
  expect(built.status).toBe(0);
  expect(built.stderr).toContain("warning[forwards-new]");
});

test("the same waybill gives the same bytes in another folder, time zone, language and working directory", async () => {
  const folder = temporaryFolder(files);
  await runCli(folder, ["build", waybill, "--out", "one"]);
  const elsewhere = join(folder, "some where/else-ü");
  mkdirSync(elsewhere, { recursive: true });
  cpSync(join(folder, "maps"), join(elsewhere, "maps"), { recursive: true });
  const bin = join(process.cwd(), "bin/waybill.cjs");
  const path = join(elsewhere, waybill);
  const { status, stderr } = spawnSync(process.execPath, [bin, "build", path, "--out", join(folder, "two")], {
    cwd: "/",
    env: {
      PATH: process.env["PATH"],
      TZ: "Pacific/Chatham",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      NO_COLOR: "1",
    },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(contents(join(folder, "two"))).toEqual(contents(join(folder, "one")));
});

test("nothing that is built names a folder of this machine", async () => {
  const folder = temporaryFolder(files);
  await runCli(folder, ["build", waybill, "--out", "out"]);
  for (const text of Object.values(contents(join(folder, "out")))) {
    expect(text).not.toContain(folder);
    expect(text).not.toContain(process.cwd());
  }
});

test("a build is written over an earlier one", async () => {
  const folder = temporaryFolder(files);
  await runCli(folder, ["build", waybill]);
  writeFileSync(join(folder, "maps/shared.waybill.yaml"), "waybill: 1\n");
  expect((await runCli(folder, ["build", waybill])).status).toBe(0);
  expect(readFileSync(join(folder, "forwarders/loyalty/forwarder.ts"), "utf8")).not.toContain("basket");
});

test("a file that Waybill did not make is not written over", async () => {
  const folder = temporaryFolder({ ...files, "out/forwarder.ts": "export {};\n" });
  const { status, stdout, stderr } = await runCli(folder, ["build", waybill, "--out", "out"]);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("forwarder.ts was not made by Waybill");
  expect(contents(join(folder, "out"))).toEqual({ "forwarder.ts": "export {};\n" });
});

test("a manifest of something else is not written over either", async () => {
  const folder = temporaryFolder({ ...files, "out/manifest.json": '{"name":"my web app"}\n' });
  await runCli(folder, ["build", waybill, "--out", "out"]);
  expect(readFileSync(join(folder, "out/manifest.json"), "utf8")).toBe('{"name":"my web app"}\n');
});

test("a folder that cannot be made is a problem in one line", async () => {
  const folder = temporaryFolder({ ...files, out: "a file" });
  const { status, stderr } = await runCli(folder, ["build", waybill, "--out", "out/in"]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^waybill: Cannot make `.*out`: there is a file of that name\.\n$/);
});

test("a waybill that is not there is a problem", async () => {
  const { status, stderr } = await runCli(temporaryFolder(), ["build", "no.waybill.yaml"]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/no\.waybill\.yaml/);
});

test("the bundle imports nothing and runs from any folder", async () => {
  const folder = temporaryFolder(files);
  await runCli(folder, ["build", waybill, "--out", "out"]);
  const code = readFileSync(join(folder, "out/forwarder.mjs"), "utf8");
  expect(code).not.toMatch(/\bimport\b\s*[("'{*]|\brequire\s*\(/);
  expect(code.endsWith("\n//# sourceMappingURL=forwarder.mjs.map\n")).toBe(true);
  const { forward } = await import(pathToFileURL(join(folder, "out/forwarder.mjs")).href);
  const batch = {
    mpid: 7,
    user_identities: { customer_id: "c" },
    events: [{ event_type: "screen_view", data: { screen_name: "Basket", event_id: 1 } }],
  };
  const { requests } = forward(JSON.stringify(batch));
  expect(requests.map(({ body }: { body: string }) => JSON.parse(body))).toEqual([
    { events: { basket: { transaction_id: "1", qty: "1" } } },
  ]);
});

test("the declarations beside the bundle fit how it is used", async () => {
  const folder = temporaryFolder({
    ...files,
    "use.ts": `import { forward, type Drop, type Request } from "./out/forwarder.mjs";
const full: readonly Drop[] = forward("{}", { drops: "full" }).drops;
const requests: readonly Request[] = forward(new Uint8Array()).requests;
const malformed: number | undefined = forward("").drops.malformed;
// @ts-expect-error: a batch is text or bytes
forward({});
export { full, malformed, requests };
`,
  });
  await runCli(folder, ["build", waybill, "--out", "out"]);
  const program = ts.createProgram([join(folder, "use.ts")], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const messages = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
  expect(messages).toEqual([]);
});
