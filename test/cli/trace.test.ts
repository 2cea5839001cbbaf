import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const waybill = `waybill: 1
name: loyalty
casing:
  rules:
    - match: "fav*_store"
      to: FavoriteStore
profile:
  identities: {email: email}
  reserved_fields: default
  attributes:
    - Favorite Store
    - attribute: [tier, Tier v2]
      to: tier
      lookup: {G: gold}
    - attribute: visits
      when: platform != "roku" and value > 3
events:
  - event: Store Visit
    type: location
    to: visit
    when: platform == "ios" or value("visits") >= 3
    attributes: [store, a1, a2, a3, a4, a5, a6, a7, a8, a9, color]
  - Purchase: purchase
screens:
  - Home
`;

const batch = {
  mpid: "7310000000000000001",
  batch_id: "b-1",
  device_info: { platform: "Roku" },
  user_identities: { customer_id: "C-1001", email: "pat@example.com" },
  user_attributes: {
    "Favorite Store": "Main St",
    $FirstName: "Pat",
    "favorite store": "x",
    "Tier v2": "S",
    visits: 2,
  },
  events: [
    {
      event_type: "custom_event",
      data: { event_name: "Store Visit", custom_event_type: "location", custom_attributes: { visits: 1 } },
    },
    { event_type: "custom_event", data: { event_name: "purchase" } },
    { event_type: "custom_event", data: { event_name: "Store Visit" } },
    { event_type: "custom_event", data: { event_name: "Home" } },
    { event_type: "session_start", data: {} },
    {
      event_type: "custom_event",
      data: {
        event_name: "Store Visit",
        custom_event_type: "location",
        custom_attributes: {
          visits: "3",
          store: "S-1",
          a1: 1,
          a2: 1,
          a3: 1,
          a4: 1,
          a5: 1,
          a6: 1,
          a7: 1,
          a8: 1,
          a9: 1,
          color: "\u001b[2Jred",
        },
      },
    },
  ],
};

function folderOf(): string {
  return temporaryFolder({
    "loyalty.waybill.yaml": waybill,
    "batch.json": JSON.stringify(batch),
    "two.ndjson": `${JSON.stringify(batch)}\n{"mpid":0}\n`,
  });
}

test("a trace shows each data point with its place, its steps, or the reason why not", async () => {
  const { stdout, status } = await runCli(folderOf(), [
    "trace",
    "loyalty.waybill.yaml",
    "--in",
    "batch.json",
    "--show-values",
  ]);
  const lines = stdout.split("\n").map((line) => line.trim().replace(/ {2,}/g, "  "));
  expect(lines.slice(0, 13)).toEqual([
    "batch b-1 of member 7310…0001 (roku, production, logged in by customer_id)",
    "",
    "profile  PUT …/users/7310…0001  loyalty.waybill.yaml:7",
    '✓ email  email  "pat@example.com"  :8  identity to a reserved field',
    "✗ customer_id  not_enabled  no entry is near it",
    '✓ $FirstName  first_name  "Pat"  :9  reserved_fields',
    '✓ Favorite Store  FavoriteStore  "Main St"  :11  key Favorite_Store → casing rule fav*_store',
    "✗ favorite store  not_enabled  `Favorite Store` at :11 differs only in case; `source.names: ignore_case` would match it",
    '✗ Tier v2  no_value  "S" has no row in the table',
    "✗ visits  condition  the condition at :16 was false because `platform` is roku",
    "",
    "event 0  Store Visit",
    '✗ condition  the entry at :18 matched, its condition was false because `platform` is roku and `value("visits")` is "1"',
  ]);
  const text = lines.join("\n");
  expect(text).toContain(
    "✗ not_enabled  `Purchase` at :23 differs only in case; `source.names: ignore_case` would match it",
  );
  expect(text).toContain("✗ not_enabled  the entry at :18 is for the type location; this one has none");
  expect(text).toContain("✗ not_enabled  it is a custom event, and `Home` at :25 is for screens");
  expect(text).toContain(
    "✗ event_type  `session_start` is not forwarded: only `custom_event` and `screen_view` are",
  );
  expect(text).toContain("✗ color  attribute_limit  the eleventh of ten; the order at :22 decides");
  expect(status).toBe(0);
});

test("advice speaks the syntax of the waybill", async () => {
  const folder = temporaryFolder({
    "loyalty.waybill": "waybill 1 loyalty\n\nsource {\n  users all\n}\n\nevent Order -> order\n",
    "batch.json": JSON.stringify({
      mpid: 7,
      events: [{ event_type: "custom_event", data: { event_name: "order" } }],
    }),
  });
  const { stdout } = await runCli(folder, ["trace", "loyalty.waybill", "--in", "batch.json"]);
  expect(stdout).toContain(
    "`Order` at :7 differs only in case; `source { names ignore_case }` would match it",
  );
});

test("values are hidden unless they are asked for, and a terminal's escapes are never printed", async () => {
  const folder = folderOf();
  for (const flags of [[], ["--json"]]) {
    const { stdout } = await runCli(folder, [
      "trace",
      "loyalty.waybill.yaml",
      "--in",
      "batch.json",
      ...flags,
    ]);
    expect(stdout).toContain("FavoriteStore");
    for (const secret of [
      "pat@example.com",
      "Main St",
      "Pat",
      "S-1",
      "7310000000000000001",
      "C-1001",
      "\u001b[2J",
    ]) {
      expect(stdout).not.toContain(secret);
    }
  }
});

test("as JSON, with requests, data points and what was sent of them", async () => {
  const { stdout } = await runCli(folderOf(), [
    "trace",
    "loyalty.waybill.yaml",
    "--in",
    "batch.json",
    "--json",
    "--show-values",
  ]);
  const trace = JSON.parse(stdout);
  expect(trace).toMatchObject({
    batch: 0,
    id: "b-1",
    member: "7310000000000000001",
    platform: "roku",
    logged_in_by: "customer_id",
  });
  expect(trace.requests[0]).toMatchObject({
    kind: "profile",
    path: "/priv/v1/apps/{api_key}/external/users/7310000000000000001",
    body: {
      user: { email: "pat@example.com", first_name: "Pat", user_profile: { FavoriteStore: "Main St" } },
    },
    at: "loyalty.waybill.yaml:7",
  });
  expect(trace.points).toContainEqual({
    kind: "attribute",
    name: "Favorite Store",
    event: null,
    sent: [
      {
        request: 0,
        key: "FavoriteStore",
        value: "Main St",
        at: "loyalty.waybill.yaml:11",
        steps: ["key Favorite_Store → casing rule fav*_store"],
      },
    ],
    reason: null,
    at: null,
    why: [],
  });
});

test("one of several batches can be named, and a batch that is left out has its reason", async () => {
  const folder = folderOf();
  const one = await runCli(folder, ["trace", "loyalty.waybill.yaml", "--in", "two.ndjson", "--batch", "1"]);
  expect(one.stdout).toBe(
    "batch\n  ✗ malformed  it is not a JSON object with an MPID that is a whole number other than 0\n",
  );
  expect(one.status).toBe(0);
  const none = await runCli(folder, ["trace", "loyalty.waybill.yaml", "--in", "two.ndjson", "--batch", "2"]);
  expect(none).toMatchObject({
    status: 1,
    stderr: "waybill: two.ndjson has no batch 2; they are counted from 0.\n",
  });
});

test.each([
  [[], 2, "No waybill was named."],
  [["loyalty.waybill.yaml"], 2, "`--in` is missing. Name a file of batches, or `-` for standard input."],
  [["loyalty.waybill.yaml", "--in", "none.json"], 1, "Cannot read `none.json`: there is no such file."],
  [["none.waybill.yaml", "--in", "batch.json"], 1, "There is no file `none.waybill.yaml`."],
  [
    ["loyalty.waybill.yaml", "--in", "batch.json", "--batch", "x"],
    2,
    "`--batch` is a whole number from 0, not `x`.",
  ],
  [
    ["loyalty.waybill.yaml", "--in", "batch.json", "--show-value"],
    2,
    "Unknown option `--show-value`. Did you mean `--show-values`?",
  ],
])("mistakes are told: %s", async (args, status, message) => {
  const result = await runCli(folderOf(), ["trace", ...args]);
  expect([result.status, result.stderr.split("\n")[0]]).toEqual([status, `waybill: ${message}`]);
});

test("a batch that is not JSON is traced as malformed, and a problem of the input", async () => {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill, "broken.json": '{"mpid": 7' });
  const { stdout, status } = await runCli(folder, ["trace", "loyalty.waybill.yaml", "--in", "broken.json"]);
  expect(stdout).toContain("✗ malformed");
  expect(status).toBe(1);
});

test.each([
  ["an object", '{"toString":1}', 'its environment is `{"toString":1}`; enabled: production'],
  ["development", '"development"', "its environment is `development`; enabled: production"],
])("an environment that is not enabled is said: %s", async (_, environment, words) => {
  const folder = temporaryFolder({
    "loyalty.waybill.yaml": waybill,
    "batch.json": `{"mpid":"7","device_info":{"platform":"iOS"},"environment":${environment}}`,
  });
  const { stdout, status } = await runCli(folder, ["trace", "loyalty.waybill.yaml", "--in", "batch.json"]);
  expect(stdout).toContain(words);
  expect(status).toBe(0);
});
