import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const wrong = `waybill: 1
name: loyalty
connection: {api_secret: made-up-for-this-test}
sessionm:
  events: [purchase]
source:
  users: all
events:
  - Purchase, "big" <50%>: purchse
  - 100% Purchase: purchse
`;

const validateSarif = (() => {
  // The schema is of draft 4, of which it uses nothing that later drafts read in another way.
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync("test/fixtures/sarif/sarif-2.1.0-rtm.5.json", "utf8"));
  return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
})();

async function sarifOf(files: Readonly<Record<string, string>>, cwd = temporaryFolder(files)) {
  const { stdout } = await runCli(cwd, ["check", "--format", "sarif"]);
  const log = JSON.parse(stdout);
  validateSarif(log);
  expect(validateSarif.errors ?? []).toEqual([]);
  return log.runs[0];
}

test("SARIF is valid, and has rules, places, fixes and no credential", async () => {
  const folder = temporaryFolder({ "my maps/a.waybill.yaml": wrong });
  const run = await sarifOf({}, folder);
  expect(JSON.stringify(run)).not.toContain("made-up-for-this-test");
  const ids = run.tool.driver.rules.map((rule: { readonly id: string }) => rule.id);
  expect(ids).toEqual(["anonymous-users", "event-not-defined", "literal-credential"]);
  const result = run.results.find((one: { readonly ruleId: string }) => one.ruleId === "event-not-defined");
  expect(result).toMatchObject({
    ruleIndex: 1,
    level: "error",
    message: { text: "SessionM has no event `purchse`. Did you mean `purchase`?" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "my%20maps/a.waybill.yaml", uriBaseId: "%SRCROOT%" },
          region: { startLine: 9, startColumn: 28, endLine: 9, endColumn: 35 },
        },
      },
    ],
    relatedLocations: [{ message: { text: "did you mean this one?" } }],
    fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: "purchase" } }] }] }],
  });
});

test("SARIF of nothing wrong is valid", async () => {
  const run = await sarifOf({ "a.waybill.yaml": "waybill: 1\nname: loyalty\n" });
  expect([run.results, run.tool.driver.rules]).toEqual([[], []]);
});

test("fingerprints stay when lines move, and tell equal lines apart", async () => {
  type Result = { readonly partialFingerprints: object };
  const prints = async (text: string) => {
    const run = await sarifOf({ "a.waybill.yaml": text });
    return run.results.map((one: Result) => one.partialFingerprints);
  };
  const text =
    "waybill: 1\nname: loyalty\nsource: {users: all}\nprofile: {new_attributes: forward}\nnew_events: forward\n";
  expect(await prints(text.replace("name", "# moved\n\nname"))).toEqual(await prints(text));
  const twice = await prints("waybill: 1\nname: loyalty\nsource: {platforms: [x, x]}\n");
  expect(twice).toHaveLength(2);
  expect(twice[0]).not.toEqual(twice[1]);
});

test("GitHub's commands have places, and are escaped", async () => {
  const folder = temporaryFolder({ "maps, a:b/a.waybill.yaml": wrong });
  const { status, stdout } = await runCli(folder, ["check", "--format", "github"]);
  expect(status).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  expect(lines).toContain(
    "::error file=maps%2C a%3Ab/a.waybill.yaml,line=9,endLine=9,col=28,endColumn=34,title=event-not-defined" +
      "::SessionM has no event `purchse`.%0ADid you mean `purchase`?%0AMore: waybill explain event-not-defined",
  );
  expect(lines.some((line) => line.startsWith("::warning ") && line.includes("title=anonymous-users"))).toBe(
    true,
  );
  expect(stdout).not.toContain("made-up-for-this-test");
});

test("JUnit has a suite for each file, and a warning fails where it is denied", async () => {
  const folder = temporaryFolder({
    "a.waybill.yaml": wrong.replace("big", "a & b"),
    "b.waybill.yaml": "waybill: 1\nname: fine\n",
  });
  const { stdout } = await runCli(folder, ["check", "--format", "junit"]);
  expect(stdout).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /);
  expect(stdout).toContain('<testsuites name="waybill check" tests="5" failures="3" errors="0">');
  expect(stdout).toContain('<testsuite name="b.waybill.yaml" tests="1" failures="0" errors="0">');
  expect(stdout).toContain('<failure type="event-not-defined" message="SessionM has no event `purchse`.">');
  expect(stdout).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#)/);
  expect(stdout).not.toContain("made-up-for-this-test");
  const denied = await runCli(folder, ["check", "--format", "junit", "--deny-warnings"]);
  expect(denied.stdout).toContain('tests="5" failures="4"');
});

test("a format that there is not gives a suggestion", async () => {
  const { status, stderr } = await runCli(".", ["check", "--format", "sariff"]);
  expect(status).toBe(2);
  expect(stderr).toContain("There is no format `sariff`. Did you mean `sarif`?");
});
