import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const head = "waybill: 1\nname: loyalty\n";

test("--fix corrects what is certain, in included files too, and reports what is left", async () => {
  const folder = temporaryFolder({
    "a.waybill.yaml": `${head}include: [./shared.waybill.yaml]\nprofile:\n  identities:\n    customer_id: {identifier: CRM}\n`,
    "shared.waybill.yaml": "waybill: 1\nevnets:\n  - 404: not_found\n",
  });
  const { status, stdout, stderr } = await runCli(folder, ["check", "--fix"]);
  expect(readFileSync(join(folder, "shared.waybill.yaml"), "utf8")).toBe(
    'waybill: 1\nevents:\n  - "404": not_found\n',
  );
  expect(stderr).toBe("a.waybill.yaml: 2 corrections made: quote-this, unknown-key\n");
  expect(stdout).toContain("error[identifiers-replaced]");
  expect(stdout).toMatch(
    /\nmore: waybill explain identifiers-replaced\na\.waybill\.yaml: 1 error, no warnings\n$/,
  );
  expect(status).toBe(1);
});

test("--fix says nothing of a file in which nothing is to correct, and leaves it alone", async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": `${head}source: {users: all}\n` });
  chmodSync(join(folder, "a.waybill.yaml"), 0o444);
  const { status, stderr } = await runCli(folder, ["check", "--fix"]);
  expect([status, stderr]).toEqual([0, ""]);
});

test("--deny-warnings makes a warning a failure, and information none", async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": `${head}source: {users: all}\n` });
  expect((await runCli(folder, ["check"])).status).toBe(0);
  expect((await runCli(folder, ["check", "--deny-warnings"])).status).toBe(1);
  const informed = temporaryFolder({ "a.waybill.yaml": `${head}sessionm: {attributes: [tier]}\n` });
  expect((await runCli(informed, ["check", "--deny-warnings"])).status).toBe(0);
});

test("an accepted warning is no failure", async () => {
  const folder = temporaryFolder({
    "a.waybill.yaml": `${head}source:\n  # waybill-ignore anonymous-users: everybody is a member\n  users: all\n`,
  });
  const { status, stdout } = await runCli(folder, ["check", "--deny-warnings"]);
  expect([status, stdout]).toEqual([0, "a.waybill.yaml: no errors, no warnings\n"]);
});

test("a comment in a shared file is used where one of the files that include it gives the warning", async () => {
  const shared = `waybill: 1
attribute_sets:
  store: [Store ID]
events:
  # waybill-ignore never-fires: the other file has no event before it
  - event: Purchase
    to: second_purchase
    when: otherwise
`;
  const first = (name: string, extra: string) =>
    `waybill: 1\nname: ${name}\ninclude: [./${name}-part.waybill.yaml, ./shared.waybill.yaml]\n${extra}`;
  const files = {
    "one.waybill.yaml": first("one", ""),
    "one-part.waybill.yaml": "waybill: 1\nevents: [Purchase: purchase]\n",
    "two.waybill.yaml": first("two", ""),
    "two-part.waybill.yaml": "waybill: 1\nevents: [Visit: visit]\n",
    "shared.waybill.yaml": shared,
  };
  const folder = temporaryFolder(files);
  const both = await runCli(folder, ["check", "--fix"]);
  expect(both.stdout).toBe(
    "one.waybill.yaml: no errors, no warnings\ntwo.waybill.yaml: no errors, no warnings\n",
  );
  expect(readFileSync(join(folder, "shared.waybill.yaml"), "utf8")).toBe(shared);
  const alone = await runCli(folder, ["check", "two.waybill.yaml"]);
  expect(alone.stdout).toContain("warning[ignore-unused]");
});
