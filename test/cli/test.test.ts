import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const waybill = `waybill: 1
name: loyalty
source: {users: all}
profile:
  attributes:
    - Tier: tier
events:
  - event: Purchase
    to: purchase
    attributes: [Amount]
  - event: Purchase
    to: visit
`;

const head = `batches:
  purchase:
    mpid: 7310000000000000001
    user_attributes: {Tier: Gold, Shoe: 9}
    events:
      - event_type: custom_event
        data:
          event_id: e1
          event_name: Purchase
          custom_attributes: {Amount: 12.5, color: null}
tests:
`;

const sent = `    requests:
      - profile: {user_profile: {tier: Gold}}
        member: "7310000000000000001"
      - event: {purchase: {transaction_id: e1, qty: "1", context: {Amount: "12.5"}}}
      - event: {visit: {transaction_id: "e1:visit", qty: "1"}}
`;

function folderOf(tests: string, files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({ "loyalty.waybill.yaml": waybill, "loyalty.test.yaml": head + tests, ...files });
}

test("a test passes where requests and drops are what it says, whole or in part", async () => {
  const folder = folderOf(`  - name: whole
    batch: purchase
${sent}    drops: {not_enabled: [Shoe, color]}
  - name: in part
    batch: purchase
    requests_include:
      - event: {visit: {qty: "1"}}
    drops_include: {not_enabled: [color]}
  - name: counted
    batch: purchase
    drops: {not_enabled: 2}
`);
  const { status, stdout } = await runCli(folder, ["test"]);
  expect(stdout).toMatch(
    /^loyalty\.test\.yaml → loyalty\.waybill\.yaml: 3 tests passed\n\n3 tests: 3 passed, 0 failed · /,
  );
  expect(status).toBe(0);
});

test.each([
  ["another value", sent.replace("Gold", "Gould"), "      -       tier: Gould\n      +       tier: Gold\n"],
  [
    "another member",
    sent.replace("0001", "0002"),
    '-   member: "7310000000000000002"\n      +   member: "7310000000000000001"\n',
  ],
  ["a request too few", sent.split("\n").slice(0, -2).join("\n"), "+ - event:\n      +     visit:\n"],
  [
    "a request in part that does not come",
    "    requests_include: [event: {refund: {}}]\n",
    "- - event:\n      -     refund: {}\n",
  ],
  [
    "requests in another order",
    "    requests_include: [event: {visit: {}}, event: {purchase: {}}]\n",
    "-     purchase: {}\n",
  ],
  ["a name that is not left out", "    drops: {not_enabled: [Shoe, color, size]}\n", "      -   - size\n"],
  ["a name that the test forgets", "    drops: {not_enabled: [color]}\n", "      +   - Shoe\n"],
  ["a reason that the test forgets", "    drops: {}\n", "+ not_enabled:\n"],
  ["another number", "    drops: {not_enabled: 3}\n", "- not_enabled: 3\n      + not_enabled: 2\n"],
  ["a number that is not reached", "    drops_include: {not_enabled: 3}\n", "+ not_enabled: 2\n"],
])("a test fails with a difference: %s", async (_, expectations, difference) => {
  const folder = folderOf(`  - name: one\n    batch: purchase\n${expectations}\n`);
  const { status, stdout } = await runCli(folder, ["test"]);
  expect(stdout).toContain(difference);
  expect(stdout).toContain("✗ one  loyalty.test.yaml:12\n");
  expect(stdout).toMatch(/\n1 test: 0 passed, 1 failed · /);
  expect(status).toBe(1);
});

test.each([
  [
    "a request that the test states in part",
    "    requests_include: [event: {refund: {}}]\n",
    "What came: the profile, `purchase`, `visit`.",
  ],
  [
    "a name with another reason",
    "    drops_include: {no_value: [color]}\n",
    "`color` was left out as not_enabled.",
  ],
  [
    "a name that was not left out",
    "    drops_include: {not_enabled: [size]}\n",
    "Left out as not_enabled: `Shoe`, `color`.",
  ],
  [
    "a reason that there is not",
    "    drops_include: {no_value: [size]}\n",
    "Nothing else was left out as no_value.",
  ],
  [
    "a batch that was left out",
    "    changes: {source_info: {is_historical: true}}\n    requests_include: [profile: {}]\n",
    "The batch was left out: replay (loyalty.waybill.yaml:",
  ],
  [
    "an event that was left out",
    "    changes: {events: {0: {data: {event_name: Refund}}}}\n    requests_include: [event: {purchase: {}}]\n",
    "Events that were left out: `Refund` (not_enabled, loyalty.waybill.yaml:",
  ],
])("what came instead is said: %s", async (_, expectations, note) => {
  const folder = folderOf(`  - name: one\n    batch: purchase\n${expectations}\n`);
  const { stdout } = await runCli(folder, ["test"]);
  expect(stdout).toContain(`      ${note}`);
});

test("the order of names and keys says nothing", async () => {
  const folder = folderOf(`  - name: one
    batch: purchase
    requests_include: [event: {purchase: {qty: "1", transaction_id: e1}}]
    drops: {not_enabled: [color, Shoe]}
`);
  expect((await runCli(folder, ["test"])).status).toBe(0);
});

test("changes make another batch of a named one", async () => {
  const folder = folderOf(`  - name: Nothing is sent for a refund
    batch: purchase
    changes:
      user_attributes: null
      events: {0: {data: {event_name: Refund}}}
    requests: []
    drops: {not_enabled: [Refund]}
`);
  const { stdout } = await runCli(folder, ["test"]);
  expect(stdout).toContain("1 test: 1 passed");
});

test("batches come from files too, with a number where there are several", async () => {
  const folder = folderOf(
    `  - name: a file
    batch: ./one.json
    drops: {malformed: [batch]}
  - name: the second of a file
    batch: ./two.ndjson#1
    requests: [profile: {user_profile: {tier: Silver}}]
  - name: changes of a file
    batch: ./two.ndjson#1
    changes: {mpid: null}
    drops: {malformed: [batch]}
`,
    { "one.json": "{}", "two.ndjson": '{"mpid":1}\n{"mpid":2,"user_attributes":{"Tier":"Silver"}}\n' },
  );
  expect((await runCli(folder, ["test"])).stdout).toContain("3 tests: 3 passed");
});

test("several entry files are each put to the test, or one that the test names", async () => {
  const entry = (name: string) => waybill.replace("loyalty", name);
  const folder = temporaryFolder({
    "a.waybill.yaml": entry("a"),
    "b.waybill.yaml": entry("b").replace("Tier: tier", "Tier: level"),
    "both.test.yaml": `waybill: [./a.waybill.yaml, ./b.waybill.yaml]
tests:
  - {name: both, batch: {mpid: 7}, requests: []}
  - name: only b
    waybill: ./b.waybill.yaml
    batch: {mpid: 7, user_attributes: {Tier: x}}
    requests: [profile: {user_profile: {level: x}}]
`,
  });
  const { stdout } = await runCli(folder, ["test"]);
  expect(stdout).toContain("both.test.yaml → a.waybill.yaml: 1 test passed\n");
  expect(stdout).toContain("both.test.yaml → b.waybill.yaml: 2 tests passed\n");
  expect((await runCli(folder, ["test", "b.waybill.yaml"])).stdout).toMatch(
    /^both.test.yaml → b.waybill.yaml: 2 tests/,
  );
});

test("--update writes what came, keeps comments, and the tests pass then", async () => {
  const folder = folderOf(`  - name: to be written   # a name
    batch: purchase
  - name: to be corrected
    batch: purchase
    # why
    drops: {not_enabled: 1} # how many
    requests_include:
      - event: {purchase: {context: {Amount: "1"}}}
`);
  const { status, stdout, stderr } = await runCli(folder, ["test", "--update"]);
  expect(stdout).toContain("2 tests: 2 passed");
  expect([status, stderr]).toEqual([0, "loyalty.test.yaml: 4 expectations rewritten\n"]);
  const text = readFileSync(join(folder, "loyalty.test.yaml"), "utf8");
  expect(
    text.startsWith(`${head}  - name: to be written   # a name\n    batch: purchase\n    requests:\n`),
  ).toBe(true);
  expect(text).toContain("    # why\n    drops: {not_enabled: 2} # how many\n");
  expect(text).toContain('      - event: {purchase: {context: {Amount: "12.5"}}}\n');
});

test("a test file without tests lacks them", async () => {
  for (const text of ["", "# nothing yet\n", "{}"]) {
    const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill, "loyalty.test.yaml": text });
    const { status, stdout } = await runCli(folder, ["test"]);
    expect(stdout).toContain("The key `tests` is missing here.");
    expect(status).toBe(1);
  }
});

test("a test that expects nothing fails, for it could never", async () => {
  const { status, stdout } = await runCli(folderOf("  - name: one\n    batch: purchase\n"), ["test"]);
  expect(stdout).toContain("It expects nothing yet. `--update` writes down what came");
  expect(status).toBe(1);
});

test("--filter runs the tests with a text in their name, and no such test is a failure", async () => {
  const folder = folderOf(`  - name: An order
    batch: purchase
    drops_include: {not_enabled: 1}
  - name: Something wrong
    batch: purchase
    drops: {}
`);
  expect((await runCli(folder, ["test", "--filter", "order"])).stdout).toContain("1 test: 1 passed");
  const none = await runCli(folder, ["test", "--filter", "refund"]);
  expect(none).toMatchObject({ status: 1, stderr: "waybill: No test has `refund` in its name.\n" });
});

test("no tests found is a failure", async () => {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  expect(await runCli(folder, ["test"])).toMatchObject({
    status: 1,
    stderr: "waybill: There are no tests in `.`: no file ends in .test.yaml or .test.yml.\n",
  });
  expect((await runCli(folder, ["test", "x.test.yaml"])).stderr).toBe(
    "waybill: There is no file or folder `x.test.yaml`.\n",
  );
});

test("a waybill with errors fails its tests with its diagnostics", async () => {
  const folder = folderOf("  - {name: one, batch: purchase, requests: []}\n", {
    "loyalty.waybill.yaml": "waybill: 1\nname: loyalty\nevnets: []\n",
  });
  const { status, stdout } = await runCli(folder, ["test"]);
  expect(stdout).toContain("error[unknown-key]");
  expect(stdout).toContain("1 waybill with errors");
  expect(status).toBe(1);
});

test("results as JSON and as JUnit", async () => {
  const folder = folderOf(`  - name: fine
    batch: purchase
    drops: {not_enabled: 2}
  - name: <"wrong" & more>
    batch: purchase
    drops: {}
`);
  const json = JSON.parse((await runCli(folder, ["test", "--json"])).stdout);
  expect(json).toMatchObject({ passed: 1, failed: 1, problems: [] });
  expect(json.tests[1]).toMatchObject({
    name: '<"wrong" & more>',
    file: "loyalty.test.yaml",
    line: 15,
    waybill: "loyalty.waybill.yaml",
    status: "failed",
    failures: [{ key: "drops", difference: "+ not_enabled:\n+   - Shoe\n+   - color" }],
  });
  const { stdout, status } = await runCli(folder, ["test", "--format", "junit"]);
  expect(stdout).toMatch(/<testsuites name="waybill test" tests="2" failures="1" errors="0" time="[\d.]+">/);
  expect(stdout).toContain(
    '<testcase name="&lt;&quot;wrong&quot; &amp; more&gt;" classname="loyalty.test.yaml"',
  );
  expect(stdout).toContain(
    '<failure type="drops" message="drops is not what came">loyalty.test.yaml:15\n+ not_enabled:\n',
  );
  expect(status).toBe(1);
});

test.each([
  [["--format", "jsn"], "There is no format `jsn`. Did you mean `json`?"],
  [["--watch", "--json"], "`--watch` prints text only. Remove `--format`."],
  [["--filter", ""], "`--filter` needs a part of a test's name."],
  [["--fliter", "x"], "Unknown option `--fliter`. Did you mean `--filter`?"],
])("wrong usage is told: %s", async (args, message) => {
  const { status, stderr } = await runCli(temporaryFolder(), ["test", ...args]);
  expect([status, stderr.split("\n")[0]]).toEqual([2, `waybill: ${message}`]);
});
