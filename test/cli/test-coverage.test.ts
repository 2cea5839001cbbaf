import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const waybill = `waybill: 1
name: loyalty
source: {users: all}
profile:
  identities: {email: email}
  reserved_fields:
    - $City: city
  attributes:
    - attribute: [tier, Tier v2]
      to: tier
    - attribute: visits
      when: value > 3
events:
  - event: Visit
    type: location
    to: visit
  - event: Visit
    to: other_visit
    when: otherwise
  - event: Purchase
    to: purchase
    when: value("amount") >= 10
    attributes: [amount, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10]
  - Refund: refund
`;

const tests = `tests:
  - name: a small purchase and a visit
    batch:
      mpid: 7
      user_attributes: {tier: Gold, visits: 2}
      events:
        - {event_type: custom_event, data: {event_name: Purchase, custom_attributes: {amount: 5}}}
        - {event_type: custom_event, data: {event_name: Visit}}
        - {event_type: custom_event, data: {event_name: refund}}
    requests_include: [event: {other_visit: {}}]
`;

function folderOf(): string {
  return temporaryFolder({ "loyalty.waybill.yaml": waybill, "loyalty.test.yaml": tests });
}

test("coverage counts what was reached, and gives of each miss the place and the reason", async () => {
  const { stdout, status } = await runCli(folderOf(), ["test", "--coverage"]);
  const [, report = ""] = stdout.split("\n\ncoverage of ");
  expect(report.replace(/ {2,}/g, "  ")).toBe(
    `loyalty.waybill.yaml: 21.4 % · entries 2/18 · conditions 3/6 · reserved fields 0/1 · spellings 1/2 · limits 0/1
  ✗ :5  identity \`email\`: no batch has this identity
  ✗ :7  \`$City\` → \`city\`: no batch has it
  ✗ :9  the name \`Tier v2\` of \`tier\` → \`tier\`: no batch has it
  ✗ :11  \`visits\` → \`visits\`: its condition was false the one time
  ✗ :12  \`when\` of \`visits\` → \`visits\`: true: it was false the one time
  ✗ :14  \`Visit\` → \`visit\`: it came, but not with the type location: none
  ✗ :17  \`otherwise\` of \`Visit\` → \`other_visit\`: false: no earlier entry fired
  ✗ :20  \`Purchase\` → \`purchase\`: its condition was false the one time, nor what it has in it (12)
  ✗ :22  \`when\` of \`Purchase\` → \`purchase\`: true: it was false the one time
  ✗ :24  \`Refund\` → \`refund\`: only \`refund\` came, which differs in case
`.replace(/ {2,}/g, "  "),
  );
  expect(status).toBe(0);
});

test("--min-coverage fails where less is reached", async () => {
  const folder = folderOf();
  expect((await runCli(folder, ["test", "--min-coverage", "20"])).status).toBe(0);
  const { status, stderr } = await runCli(folder, ["test", "--min-coverage", "90%"]);
  expect([status, stderr]).toEqual([1, "loyalty.waybill.yaml: coverage 21.4 % is less than 90 %\n"]);
  expect((await runCli(folder, ["test", "--min-coverage", "lots"])).status).toBe(2);
});

test("the tests that --suggest writes reach the rest", async () => {
  const folder = folderOf();
  const { stdout } = await runCli(folder, ["test", "--suggest"]);
  const [, suggested = ""] = stdout.split(/\n(?=# For the tests of)/);
  expect(suggested).toContain("- name: Reaches Refund → refund\n");
  const file = join(folder, "loyalty.test.yaml");
  writeFileSync(file, readFileSync(file, "utf8") + suggested.replace(/^(?=.)/gm, "  "));
  const { stdout: after, status } = await runCli(folder, ["test", "--update", "--min-coverage", "100"]);
  expect(after).toContain("coverage of loyalty.waybill.yaml: 100 %");
  expect(status).toBe(0);
});

test("as JSON, with each item", async () => {
  const { stdout } = await runCli(folderOf(), ["test", "--coverage", "--json"]);
  const [coverage] = JSON.parse(stdout).coverage;
  expect(coverage.waybill).toBe("loyalty.waybill.yaml");
  expect(coverage.items).toContainEqual({
    kind: "spelling",
    text: "the name `tier` of `tier` → `tier`",
    at: "loyalty.waybill.yaml:9",
    reached: true,
    reason: null,
  });
});
