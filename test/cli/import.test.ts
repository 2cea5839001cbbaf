import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { dumpTree } from "../../src/compiler/ast/dump.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { runCli } from "../support/cli.ts";
import { expectSnapshot } from "../support/snapshots.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const fixtures = resolve("test/fixtures/import");
const names = [
  "attributes.csv",
  "attributes.txt",
  "branches.plan.json",
  "filter.json",
  "mappings.json",
  "service.json",
  "settings.json",
];

/** Returns a folder with the exports, and others. */
function folderWith(more: Readonly<Record<string, string>> = {}): string {
  const exports = names.map((name) => [name, readFileSync(join(fixtures, name), "utf8")]);
  return temporaryFolder({ ...Object.fromEntries(exports), ...more });
}

const everything =
  "--mappings settings.json --filter filter.json --plan branches.plan.json --attributes attributes.csv";

test.each([
  ["everything", everything],
  ["mappings", "--mappings mappings.json"],
  ["mappings-and-plan", "--mappings mappings.json --plan branches.plan.json"],
  ["filter", "--filter filter.json --filter service.json"],
  ["plan", "--plan branches.plan.json"],
  ["attributes", "--attributes attributes.txt"],
])(
  "%s: the waybill is the one that was reviewed, in both syntaxes, checks and is formatted",
  async (name, flags) => {
    const folder = folderWith();
    for (const ending of [".waybill.yaml", ".waybill"]) {
      const file = `branches${ending}`;
      const { status, stdout, stderr } = await runCli(folder, ["import", ...flags.split(" "), "-o", file]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/^waybill check: no errors/m);
      const text = readFileSync(join(folder, file), "utf8");
      expectSnapshot(join(fixtures, "expected", `${name}${ending}`), text);
      expect((await runCli(folder, ["check", file])).stdout).toContain("no errors");
      expect((await runCli(folder, ["fmt", "--check", file])).status).toBe(0);
      for (const line of text.split("\n").filter((one) => /^# +\d+\. /.test(one))) {
        expect(stdout).toContain(line.slice(2));
      }
    }
    const treeOf = (file: string) => {
      return dumpTree(parse(createSourceFile(file, readFileSync(join(folder, file), "utf8"))).tree);
    };
    expect(treeOf("branches.waybill")).toBe(treeOf("branches.waybill.yaml"));
  },
);

test("--json counts what became of each row", async () => {
  const { status, stdout } = await runCli(folderWith(), ["import", ...everything.split(" "), "--json"]);
  const { text, counts, to_do: toDo, ...rest } = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(text).toContain("waybill: 1\nname: imported\n");
  expect(counts).toEqual({
    mappings: { rows: 11, translated: 5, without_effect: 1, to_do: 5 },
    filter: { rows: 15, translated: 9, without_effect: 1, to_do: 5 },
  });
  expect(toDo[0]).toEqual({ from: "mappings", text: expect.any(String) });
  expect(rest).toEqual({ syntax: "yaml", errors: 0, warnings: 0 });
});

test("without --out the waybill is on standard output and the report on standard error", async () => {
  const { stdout, stderr } = await runCli(folderWith(), ["import", "--attributes", "attributes.csv"]);
  expect(stdout).toMatch(/^# Made by/);
  expect(stderr).toMatch(/^To do:\n {2}1\. Nothing is sent yet/);
});

test("a file in a folder that is not there is said in one line", async () => {
  const args = ["import", "--attributes", "attributes.csv", "-o", "maps/a.waybill.yaml"];
  const { status, stderr } = await runCli(folderWith(), args);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^waybill: Cannot write `.*maps\/a\.waybill\.yaml`: its folder is not there\.\n$/);
});

test("a setting may be chosen by its name, and a name for the waybill given", async () => {
  const args = ["--mappings", "settings.json", "--setting", "mParticle to SessionM Event Mappings"];
  const { stdout } = await runCli(folderWith(), ["import", ...args, "--name", "branches", "--to", "dsl"]);
  expect(stdout).toContain("waybill 1 branches\n");
});

test("a data plan outside the project is not named, and that is said", async () => {
  const folder = folderWith({ "project/.git/HEAD": "" });
  const args = ["import", "--plan", "branches.plan.json", "-o", "project/branches.waybill.yaml"];
  const { status, stdout } = await runCli(folder, args);
  expect(status).toBe(0);
  expect(stdout).toContain("`branches.plan.json` is outside the waybill's project: copy it there");
  expect(readFileSync(join(folder, "project/branches.waybill.yaml"), "utf8")).not.toContain("data_plan:");
});

test("a data plan in another folder of the project is named by its path", async () => {
  const folder = folderWith({ ".git/HEAD": "", "maps/x": "" });
  await runCli(folder, ["import", "--plan", "branches.plan.json", "-o", "maps/branches.waybill.yaml"]);
  const text = readFileSync(join(folder, "maps/branches.waybill.yaml"), "utf8");
  expect(text).toContain("data_plan: ../branches.plan.json\n");
});

test("a file that is there is not written over without --force", async () => {
  const folder = folderWith({ "a.waybill.yaml": "mine" });
  const args = ["import", "--attributes", "attributes.csv", "-o", "a.waybill.yaml"];
  const refused = await runCli(folder, args);
  expect([refused.status, refused.stderr]).toEqual([
    1,
    "waybill: `a.waybill.yaml` is there already; add --force to write over it.\n",
  ]);
  expect(readFileSync(join(folder, "a.waybill.yaml"), "utf8")).toBe("mine");
  expect((await runCli(folder, [...args, "--force"])).status).toBe(0);
});

test.each([
  [["--mappings", "none.json"], "Cannot read `none.json`: there is no such file."],
  [
    ["--mappings", "attributes.txt"],
    "`attributes.txt` is not JSON, so it is no event-mapping setting: that is an array of",
  ],
  [["--mappings", "filter.json"], "`filter.json` is a Data Filter export, not an event-mapping setting"],
  [["--filter", "branches.plan.json"], "`branches.plan.json` is a data plan, not a Data Filter export"],
  [["--plan", "filter.json"], "`filter.json` is a Data Filter export, not a data plan"],
  [["--plan", "attributes.txt"], "`attributes.txt` is no data plan: it is not JSON."],
  [["--attributes", "filter.json"], "`filter.json` is a Data Filter export; a list of attributes is text"],
  [
    ["--mappings", "settings.json", "--setting", "Mappings"],
    "`settings.json` has no mapping setting `Mappings`",
  ],
  [["--mappings", "latin.json"], "`latin.json` is not UTF-8 text."],
])("an export that cannot be read is one line and exit status 1 (%j)", async (args, message) => {
  const folder = folderWith();
  const { writeFileSync } = await import("node:fs");
  writeFileSync(join(folder, "latin.json"), Buffer.from([0x22, 0xe9, 0x22]));
  const { status, stdout, stderr } = await runCli(folder, ["import", ...args, "-o", "a.waybill.yaml"]);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr.startsWith(`waybill: ${message}`)).toBe(true);
  expect(stderr.trimEnd()).not.toContain("\n");
  expect(existsSync(join(folder, "a.waybill.yaml"))).toBe(false);
});

test.each([
  [[], "There is nothing to import. Name an export with"],
  [["settings.json"], "`import` takes files by options, not `settings.json`. Say what it is"],
  [["--data-points", "filter.json"], "There is nothing to import."],
  [["--plan", "p.json", "--to", "xml"], "There is no syntax `xml`."],
  [["--plan", "p.json", "-o", "a.yaml"], "`a.yaml` is no waybill's name. End it in `.waybill.yaml`."],
  [["--plan", "p.json", "-o", "a.waybill", "--to", "yaml"], "`a.waybill` would not be read as yaml."],
  [["--plan", "p.json", "--name", "My Map"], "`My Map` is no name for a waybill."],
  [["--plan", "p.json", "--setting", "x"], "`--setting` is for `--mappings`."],
  [["--plan", "p.json", "--column", "x"], "`--column` is for `--attributes`."],
  [["--atributes", "x"], "Unknown option `--atributes`. Did you mean `--attributes`?"],
])("wrong usage is exit status 2 (%j)", async (args, message) => {
  const { status, stderr } = await runCli(folderWith(), ["import", ...args]);
  expect(status).toBe(2);
  expect(stderr.startsWith(`waybill: ${message}`)).toBe(true);
});

const numbered = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => name(i));

test("more than 200 user attributes are one to-do, and the waybill has the first 200", async () => {
  const data = numbered(203, (index) => `attribute ${index}`).map((name) => {
    return { name, type: "UserAttribute", enabled: true };
  });
  const folder = temporaryFolder({ "filter.json": JSON.stringify({ data }) });
  const { status, stdout } = await runCli(folder, ["import", "--filter", "filter.json", "-o", "a.waybill"]);
  expect(status).toBe(0);
  expect(stdout).toContain("200 of 203 translated, 3 to do");
  expect(stdout).toMatch(
    /3 user attributes are left out\. .* They are `attribute 200`, `attribute 201`, `attribute 202`\.\n/,
  );
});

test("what no to-do can take out is said, and the exit status is 1", async () => {
  const folder = temporaryFolder({ "attributes.txt": numbered(201, (index) => `a${index}`).join("\n") });
  const args = ["import", "--attributes", "attributes.txt", "-o", "a.waybill.yaml"];
  const { status, stdout } = await runCli(folder, args);
  expect(status).toBe(1);
  expect(stdout).toContain(
    "`waybill check` says profile-limit: correct it.\nwaybill check: 1 error, no warnings\n",
  );
});

test("a hash that may mean two events means neither, and one of many attributes names three", async () => {
  const data = numbered(5, (index) => `Screen ${index}`).flatMap((name) => [
    { name, type: "ScreenView" },
    { name, attribute_name: "section", type: "ScreenViewAttribute" },
  ]);
  const points = [...data, { name: "Home", type: "ScreenView" }, { name: "HOME", type: "ScreenView" }];
  const rows = [
    { jsmap: "1507624124", map: "1", maptype: "EventClassDetails.Id", value: "home" },
    { jsmap: "2034894312", map: "2", maptype: "EventAttributeClassDetails.ScreenView.Id", value: "area" },
  ];
  const folder = temporaryFolder({
    "m.json": JSON.stringify(rows),
    "p.json": JSON.stringify({ data: points }),
  });
  const { stderr } = await runCli(folder, ["import", "--mappings", "m.json", "--data-points", "p.json"]);
  expect(stderr).toContain("to `home`): the hash 1507624124 is that of `Home` and `HOME`.");
  expect(stderr).toContain(
    "`section` of `Screen 0`, `section` of `Screen 1`, `section` of `Screen 2` and 2 more.",
  );
});
