import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { convertFile } from "../../src/compiler/frontend/print.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const read = (name: string) => readFileSync(join(resolve("test/fixtures/import"), name), "utf8");

/** What the exports of the fixtures say, with seven differences. */
const waybill = `waybill: 1
name: branches
sessionm:
  attributes: [HomeBranch, loyalty_tier, ShoeSize]
profile:
  identities:
    email: email
    customer_id: { attribute: HomeBranch }
  reserved_fields: default
events:
  - event: Basket Paid
    type: transaction
    to: purchase
    attributes:
      - amount: total
      - cashier
      - attribute: origin
        text: app
  - event: Card Scanned
    to: scanned
  - event: Branch Entered
    to: store_visit
screens:
  - Home: home_seen
`;

function folder(text = waybill) {
  return temporaryFolder({
    "maps/branches.waybill.yaml": text,
    "mappings.json": read("mappings.json"),
    "filter.json": read("filter.json"),
    "service.json": read("service.json"),
    "attributes.txt": read("attributes.txt"),
    "plan.json": read("branches.plan.json"),
  });
}

test("differences are said with their places, by export, and nothing is changed", async () => {
  const cwd = folder();
  const args =
    "maps/branches.waybill.yaml --mappings mappings.json --filter filter.json --attributes attributes.txt";
  const { status, stdout, stderr } = await runCli(cwd, ["drift", ...args.split(" ")]);
  expect([status, stderr]).toEqual([1, ""]);
  expect(stdout).toBe(`the event mappings:
  different            maps/branches.waybill.yaml:24: \`Home\` goes to \`home_viewed\` by the mapping, to \`home_seen\` by the waybill.
  only there           mapping 5: an event that the waybill does not name goes to \`mystery\` (its hash is -95968103).
  not compared         mapping 6 to \`6600114422998811003\`: it has no hash, and ids of mParticle's server say no name.
  only there           the attribute \`home branch\` of the profile goes to \`HomeBranch\`; no entry sends it.
  only there           the attribute \`section\` of \`Home\` goes to \`area\`; no entry sends it.
  not compared         mapping 10 to \`rewards & "more"\`: there is nothing in a waybill for the type \`StaticList\`.
  not compared         mapping 11 to \`is_app\`: it has conditions; write them as \`when\`.
  only in the waybill  maps/branches.waybill.yaml:19: \`Card Scanned\` goes to \`scanned\`; no mapping says so.
the Data Filter:
  only there           \`coupon\` of event \`Basket Paid\` (transaction) is on; no entry sends it.
  only there           \`device\` of event \`Card Scanned\` (other) is on; no entry sends it.
  only there           \`section\` of screen \`Home\` is on; no entry sends it.
  only there           user attribute \`home branch\` is on; no entry sends it.
  only there           user attribute \`loyalty-tier\` is on; no entry sends it.
  only there           user attribute \`shoe size\` is on; no entry sends it.
  only in the waybill  maps/branches.waybill.yaml:16: \`cashier\` of event \`Basket Paid\` (transaction) is off in the Data Filter.
  only in the waybill  maps/branches.waybill.yaml:21: event \`Branch Entered\` is off in the Data Filter.
SessionM's attributes:
  different            maps/branches.waybill.yaml:4: SessionM spells \`Loyalty_Tier\`, the waybill \`loyalty_tier\`.
  only there           the waybill does not list \`BirthMonth\`.
  only in the waybill  maps/branches.waybill.yaml:4: SessionM has no attribute \`ShoeSize\`.
19 differences: 10 only there, 4 only in the waybill, 2 different, 3 not compared.
`);
  expect(readFileSync(join(cwd, "maps/branches.waybill.yaml"), "utf8")).toBe(waybill);
});

test("both syntaxes have the same differences", async () => {
  const cwd = folder();
  const { tree, ...rest } = parse(createSourceFile("branches.waybill.yaml", waybill));
  const dsl = convertFile({ tree, ...rest }, "dsl");
  const other = temporaryFolder({ "branches.waybill": dsl, "mappings.json": read("mappings.json") });
  const messages = async (where: string, file: string) => {
    const { stdout } = await runCli(where, ["drift", file, "--mappings", "mappings.json", "--json"]);
    return JSON.parse(stdout).differences.map((one: { readonly message: string }) => one.message);
  };
  expect(await messages(other, "branches.waybill")).toEqual(
    await messages(cwd, "maps/branches.waybill.yaml"),
  );
});

test("--json has a place for what is in the waybill", async () => {
  const args = ["drift", "maps/branches.waybill.yaml", "--attributes", "attributes.txt", "--format", "json"];
  const { status, stdout } = await runCli(folder(), args);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    compared: ["attributes"],
    differences: [
      {
        kind: "different",
        export: "attributes",
        message: "SessionM spells `Loyalty_Tier`, the waybill `loyalty_tier`.",
        file: "maps/branches.waybill.yaml",
        line: 4,
        column: 28,
      },
      {
        kind: "only_in_export",
        export: "attributes",
        message: "the waybill does not list `BirthMonth`.",
        file: null,
        line: null,
        column: null,
      },
      expect.objectContaining({ kind: "only_in_waybill", line: 4, column: 42 }),
    ],
  });
});

const same = `waybill: 1
name: same
source: { names: ignore_case }
sessionm: { attributes: [HomeBranch, Loyalty_Tier, BirthMonth] }
new_events: forward
profile:
  identities: { email: email, customer_id: { attribute: BirthMonth } }
  reserved_fields: default
  attributes: [HOME BRANCH: HomeBranch, loyalty-tier: Loyalty_Tier]
  new_attributes: forward
events:
  - event: basket paid
    to: purchase
    attributes: [Amount, coupon]
    new_attributes: forward
  - event: Card Scanned
    to: scanned
    new_attributes: forward
screens:
  - screen: Home
    to: home_viewed
    new_attributes: forward
`;

test("no differences are exit status 0, and names match as the waybill matches them", async () => {
  const args = ["--filter", "filter.json", "--filter", "service.json", "--attributes", "attributes.txt"];
  const { status, stdout } = await runCli(folder(same), ["drift", "maps/branches.waybill.yaml", ...args]);
  expect(stdout).toBe(
    "the Data Filter: no differences\nSessionM's attributes: no differences\nNo differences.\n",
  );
  expect(status).toBe(0);
});

test("sending new data points by default is compared both ways", async () => {
  const cwd = folder();
  const args = ["drift", "maps/branches.waybill.yaml", "--filter", "service.json"];
  const sends = await runCli(cwd, args);
  expect(sends.stdout).toContain("the console sends new data points by default");
  const off = { data: [{ name: "X", sendNewDataPointsByDefault: false }] };
  const other = temporaryFolder({ "a.waybill.yaml": same, "service.json": JSON.stringify(off) });
  const { stdout } = await runCli(other, ["drift", "a.waybill.yaml", "--filter", "service.json"]);
  expect(stdout.match(/a\.waybill\.yaml:\d+: new data points are forwarded/g)).toHaveLength(5);
});

test("a waybill with errors is not compared", async () => {
  const cwd = folder("waybill: 1\nname: x\nevnets: []\n");
  const args = ["drift", "maps/branches.waybill.yaml", "--filter", "filter.json"];
  const { status, stdout, stderr } = await runCli(cwd, args);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("maps/branches.waybill.yaml:3:1");
});

const file = "maps/branches.waybill.yaml";

test.each([
  [[], 2, "No waybill was named."],
  [[file], 2, "There is nothing to compare the waybill with. Name an export with"],
  [[file, "--plan", "plan.json"], 2, "There is nothing to compare the waybill with."],
  [
    [file, "filter.json", "--filter", "filter.json"],
    2,
    "`drift` takes one waybill; `filter.json` is one argument too many. Name an export with `--mappings`, `--filter` or `--attributes`.",
  ],
  [[file, "--filter", "filter.json", "--format", "jsn"], 2, "There is no format `jsn`. Did you mean `json`?"],
  [[file, "--filter", "mappings.json"], 1, "`mappings.json` is a mapping setting, not a Data Filter export"],
  [[file, "--filter", "none.json"], 1, "Cannot read `none.json`: there is no such file."],
  [["none.waybill", "--filter", "filter.json"], 1, "There is no file `none.waybill`."],
])("bad input is said in one line (%j)", async (args, expected, message) => {
  const { status, stdout, stderr } = await runCli(folder(), ["drift", ...args]);
  expect([status, stdout]).toEqual([expected, ""]);
  expect(stderr.startsWith(`waybill: ${message}`)).toBe(true);
});
