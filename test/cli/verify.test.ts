import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const plan = {
  version_document: {
    data_points: [
      {
        match: { type: "custom_event", criteria: { event_name: "Order", custom_event_type: "transaction" } },
        validator: {
          definition: {
            properties: {
              data: {
                properties: {
                  custom_attributes: { properties: { size: { type: "string", enum: ["S", "planned-L"] } } },
                },
              },
            },
          },
        },
      },
    ],
  },
};

const waybill = `waybill: 1
name: loyalty
source: {data_plan: ./loyalty.plan.json}
profile:
  attributes:
    - attribute: [tier, Tier v2]
      to: tier
      lookup: {G: gold}
events:
  - event: Order
    to: order
    when: value("size") == "planned-L"
    attributes: [size]
  - event: Order
    to: impossible
    when: value("size") == "1" and value("size") == "2"
`;

function folderOf(text = waybill): string {
  return temporaryFolder({ "loyalty.waybill.yaml": text, "loyalty.plan.json": JSON.stringify(plan) });
}

test("all ways agree, and what the batches reached is said", async () => {
  const args = ["verify", "loyalty.waybill.yaml", "--random", "100"];
  const { status, stdout, stderr } = await runCli(folderOf(), args);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^loyalty\.waybill\.yaml: all 4 ways agree on \d+ batches$/m);
  expect(stdout).toContain("code without passes · code with all passes · minified bundle");
  expect(stdout).toMatch(/^ {2}batches {3}\d+ made for this waybill · 100 random, seed 1$/m);
  expect(stdout).toContain("conditions 3/4 · spellings 2/2");
  expect(stdout).toContain(":14  `Order` → `impossible`: its condition was false");
});

test("the JSON has the same, and the same seed gives the same", async () => {
  const run = async (...more: string[]) => {
    const args = ["verify", "loyalty.waybill.yaml", "--json", "--random", "200", ...more];
    const { seconds, ...rest } = JSON.parse((await runCli(folderOf(), args)).stdout);
    expect(seconds).toEqual(expect.any(Number));
    return rest;
  };
  const first = await run();
  expect(first).toMatchObject({ agree: true, failure: null, batches: { random: 200, seed: 1 } });
  expect(first.requests.event).toBeGreaterThan(0);
  expect(await run("--seed", "1")).toEqual(first);
  expect((await run("--seed", "2")).dropped).not.toEqual(first.dropped);
});

test("a waybill with errors is not verified", async () => {
  const folder = folderOf(waybill.replace("events:", "evnets:"));
  const { status, stdout, stderr } = await runCli(folder, ["verify", "loyalty.waybill.yaml"]);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("unknown-key");
});

test.each([
  [[], "No waybill was named."],
  [["a", "b"], "`verify` takes one waybill; `b` is one argument too many."],
  [["a", "--random", "many"], "`--random` is a whole number from 0 to 100000000, not `many`."],
  [["a", "--seed=-1"], "`--seed` is a whole number from 0 to 2147483647, not `-1`."],
  [["a", "--sead", "1"], "Unknown option `--sead`. Did you mean `--seed`?"],
])("verify %j is wrong usage", async (args, message) => {
  const { status, stdout, stderr } = await runCli(".", ["verify", ...args]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});

test("a file that is not there is said to be missing", async () => {
  const { status, stderr } = await runCli(".", ["verify", "nowhere.waybill.yaml"]);
  expect([status, stderr]).toEqual([1, "waybill: There is no file `nowhere.waybill.yaml`.\n"]);
});
