import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { gitRepository } from "../support/git-repository.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const old = `waybill: 1
name: loyalty
source:
  platforms: [ios, roku]
profile:
  identities: {email: email}
  attributes:
    - Tier
    - Store: favorite_store
    - Shoe: shoe
events:
  - event: Purchase
    to: purchase
    attributes: [amount, store]
  - Visit: visit
`;

const batch = (attributes: object, events: readonly object[] = [], platform = "iOS") =>
  JSON.stringify({
    mpid: "7310000000000000001",
    batch_id: "b-1",
    device_info: { platform },
    user_identities: { customer_id: "C-1", email: "pat@example.com" },
    user_attributes: attributes,
    events: events.map((data) => ({ event_type: "custom_event", data })),
  });

const purchase = (id: string) => ({
  event_id: id,
  event_name: "Purchase",
  custom_attributes: { amount: "12.50", store: "S-1" },
});

/** Compares two texts as files, over the batches. */
async function diffTexts(before: string, after: string, args: readonly string[] = [], sample?: string) {
  const folder = temporaryFolder({
    "old.waybill.yaml": before,
    "new.waybill.yaml": after,
    ...(sample === undefined ? {} : { "sample.ndjson": sample }),
  });
  const input = sample === undefined ? [] : ["--in", "sample.ndjson"];
  return runCli(folder, ["diff", "old.waybill.yaml", "new.waybill.yaml", ...input, ...args]);
}

async function changesOf(before: string, after: string, sample?: string) {
  const { stdout, status } = await diffTexts(before, after, ["--json"], sample);
  expect(status).toBe(0);
  const [waybill] = JSON.parse(stdout).waybills;
  return waybill.changes.map((change: Record<string, unknown>) => {
    const { class: of, kind, event, name, renamed } = change;
    return [of, kind, event, name, renamed].filter((part) => part !== null).join(" ");
  });
}

test("losses come first, each with how often, why, and an example", async () => {
  const changed = old
    .replace("[ios, roku]", "[ios]")
    .replace("- Tier\n", "- attribute: Tier\n      value: upper(value)\n")
    .replace("    - Shoe: shoe\n", "")
    .replace("to: purchase", "to: order")
    .replace("- Visit: visit", "- Visit: visit\n  - Booking: booking");
  const sample = [
    batch({ Tier: "Gold", Shoe: "9" }, [purchase("1"), { event_id: "2", event_name: "Visit" }]),
    batch({}, [{ event_id: "3", event_name: "Visit" }], "Roku"),
  ].join("\n");
  const { stdout, status } = await diffTexts(old, changed, [], sample);
  expect(status).toBe(0);
  const lines = stdout.split("\n").filter((line) => /^\w|^ {2}\S/.test(line));
  expect(lines).toEqual([
    "new.waybill.yaml  old.waybill.yaml → new.waybill.yaml",
    expect.stringMatching(/^batches: 2 of the sample, \d+ made from the waybills$/),
    "drops  5, no longer sent",
    "  - whole batches are no longer sent",
    "  - the profile is no longer sent",
    "  - the event `visit` is no longer sent",
    "  - the event `purchase` is no longer sent",
    "  - the attribute `shoe` of the profile is no longer sent",
    "changes  2, sent differently",
    "  ~ the event `purchase` is now called `order`",
    "  ~ the attribute `Tier` of the profile has other values",
    "adds  1, newly sent",
    "  + the event `booking` is sent where it was not",
    "cosmetic  2, nobody notices",
    "  · left out by both, for another reason: attribute: removed_not_forwarded → not_enabled",
    "  · left out by both, for another reason: attribute: null_value → not_enabled",
  ]);
  expect(stdout).toContain("left out: platform at new.waybill.yaml:4");
  expect(stdout).toContain('"a Tier" → "A TIER"   made for: everything');
});

test("a key that another takes the value of is renamed; otherwise it is a loss and an addition", async () => {
  expect(await changesOf(old, old.replace("Store: favorite_store", "Store: store"))).toEqual([
    "changes attribute_renamed favorite_store store",
  ]);
  const other = old.replace("Store: favorite_store", "Other Store: store");
  const changes = await changesOf(old, other);
  expect(changes).toContain("drops attribute favorite_store");
  expect(changes).toContain("adds attribute store");
});

test("settings of delivery and the name change something without any batch", async () => {
  const changed = old
    .replace("name: loyalty", "name: members")
    .replace("profile:\n", "profile:\n  send: always\n  missing_users: dead_letter\n");
  expect(await changesOf(old, changed)).toEqual([
    "changes setting name",
    "changes setting profile.send",
    "changes setting profile.missing_users",
  ]);
});

test("a member's id, fields, dates and transaction ids are seen to change", async () => {
  const changed = old
    .replace("profile:\n", "profile:\n  external_id: customer_id\n")
    .replace("{email: email}", "{mpid: {attribute: mpid}}");
  const changes = await changesOf(old, changed);
  expect(changes).toContain("changes member profile");
  expect(changes).toContain("changes member purchase purchase");
  expect(changes).toContain("drops attribute user.email");
  expect(changes).toContain("adds attribute mpid");
  const twice = old.replace("  - event: Purchase\n", "  - Purchase: first\n  - event: Purchase\n");
  expect(await changesOf(old, twice)).toContain("changes attribute purchase transaction_id");
});

test("comments and order are cosmetic, and the same forwarder is said to be the same", async () => {
  const same = await diffTexts(old, `# A comment\n${old}`, ["--exit-code"]);
  expect(same.stdout).toContain("Nothing changes: both make the same forwarder.");
  expect(same.status).toBe(0);
  const swapped = old.replace(
    "    - Tier\n    - Store: favorite_store\n",
    "    - Store: favorite_store\n    - Tier\n",
  );
  expect(await changesOf(old, swapped)).toEqual(["cosmetic order profile"]);
  expect((await diffTexts(old, swapped, ["--exit-code"])).status).toBe(0);
});

test("with --exit-code a change for members is the status 1", async () => {
  const changed = old.replace("- Visit: visit", "- Visit: visited");
  expect((await diffTexts(old, changed)).status).toBe(0);
  expect((await diffTexts(old, changed, ["--exit-code"])).status).toBe(1);
});

test("where no batch shows a difference between two forwarders, it says so", async () => {
  const guarded = old.replace(
    "- Visit: visit",
    '- event: Visit\n    to: visit\n    when: sha256(value("x") ?? "") != "a"',
  );
  const { stdout } = await diffTexts(old, guarded);
  expect(stdout).toContain("No batch shows a difference, but the two are not the same forwarder.");
});

test("values of a sample are hidden unless they are asked for", async () => {
  // No batch is made whose value has this hash, so that the sample alone shows the loss.
  const hash = createHash("sha256").update("Gold Secret").digest("hex");
  const changed = old.replace("- Tier\n", `- attribute: Tier\n      when: sha256(value) != "${hash}"\n`);
  const sample = batch({ Tier: "Gold Secret" });
  for (const format of ["text", "markdown", "json"]) {
    const hidden = await diffTexts(old, changed, ["--format", format], sample);
    expect(hidden.stdout).toContain("•••");
    for (const secret of ["Gold Secret", "pat@example.com", "7310000000000000001"]) {
      expect(hidden.stdout).not.toContain(secret);
    }
    const shown = await diffTexts(old, changed, ["--format", format, "--show-values"], sample);
    expect(shown.stdout).toContain("Gold Secret");
    expect(shown.stdout).toContain("sample.ndjson:1");
  }
});

test("Markdown is a table for each class, and no name ends its code span", async () => {
  const hostile = "Order | `x` <img src=x> @everyone";
  const text = old.replace("- Visit: visit", `- ${JSON.stringify(hostile)}: ${JSON.stringify(hostile)}`);
  const { stdout } = await diffTexts(text, old, ["--format", "markdown"]);
  expect(stdout).toMatch(/^## What changes for members\n\n### `new\.waybill\.yaml`/);
  expect(stdout).toContain("#### 🔴 Drops: no longer sent");
  expect(stdout).toContain("| The event ``Order \\| `x` <img src=x> @everyone`` is no longer sent");
  const rows = stdout.split("\n").filter((line) => line.startsWith("| "));
  for (const row of rows) expect(row.replaceAll("\\|", "").split("|")).toHaveLength(7);
});

test("a revision is compared with the files as they are, with what it includes at that revision", async () => {
  const { folder, commit, git } = gitRepository();
  commit({
    "maps/loyalty.waybill.yaml":
      "waybill: 1\nname: loyalty\ninclude: [./shared.waybill.yaml]\nevents:\n  - Purchase: purchase\n",
    "maps/shared.waybill.yaml": "waybill: 1\nevents:\n  - Visit: visit\n",
    "maps/loyalty.test.yaml": `tests:\n  - name: A visit\n    batch: {mpid: 7, user_identities: {customer_id: c}, events: [{event_type: custom_event, data: {event_name: Visit}}]}\n    requests: []\n`,
  });
  writeFileSync(join(folder, "maps/shared.waybill.yaml"), "waybill: 1\nevents:\n  - Visit: came\n");
  const all = await runCli(folder, ["diff", "main"]);
  expect(all.stderr).toBe("");
  expect(all.stdout).toContain(
    "maps/loyalty.waybill.yaml  main:maps/loyalty.waybill.yaml → maps/loyalty.waybill.yaml",
  );
  expect(all.stdout).toContain("the event `visit` is now called `came`");
  expect(all.stdout).toContain("tests 1 of 1");
  const inside = join(folder, "maps");
  for (const [cwd, args] of [
    [folder, ["main:maps/loyalty.waybill.yaml"]],
    [folder, ["HEAD", "maps/loyalty.waybill.yaml"]],
    [folder, ["HEAD", "maps"]],
    [inside, ["HEAD"]],
    [inside, ["HEAD:./loyalty.waybill.yaml"]],
    [inside, ["HEAD:maps", "."]],
  ] as const) {
    const { stdout, stderr, status } = await runCli(cwd, ["diff", ...args]);
    expect([args, stderr, status]).toEqual([args, "", 0]);
    expect(stdout).toContain("the event `visit` is now called `came`");
  }
  commit({});
  git("tag", "second");
  expect((await runCli(folder, ["diff", "HEAD~1", "second"])).stdout).toContain("now called `came`");
  expect((await runCli(folder, ["diff", "second"])).stdout).toContain("both make the same forwarder");
});

test("a waybill that is new, gone, or written in the other syntax is followed", async () => {
  const { folder, commit } = gitRepository();
  commit({
    "a.waybill.yaml": "waybill: 1\nname: a\nevents:\n  - Visit: visit\n",
    "b.waybill.yaml": "waybill: 1\nname: b\nevents:\n  - Visit: visit\n",
  });
  commit({
    "a.waybill.yaml": null,
    "b.waybill.yaml": null,
    "b.waybill": "waybill 1 b\n\nevent Visit -> visit\n",
    "c.waybill.yaml": "waybill: 1\nname: c\nevents:\n  - Visit: visit\n",
  });
  const { stdout } = await runCli(folder, ["diff", "HEAD~1", "--json"]);
  const waybills = JSON.parse(stdout).waybills;
  expect(waybills.map((one: { waybill: string }) => one.waybill)).toEqual([
    "a.waybill.yaml",
    "b.waybill",
    "c.waybill.yaml",
  ]);
  const classes = waybills.map((one: { changes: readonly { class: string; kind: string }[] }) => [
    ...new Set(one.changes.map((change) => `${change.class} ${change.kind}`)),
  ]);
  expect(classes).toEqual([["drops event"], [], ["adds event"]]);
});

test("links within a revision are followed, and none leads out of it", async () => {
  const { folder, commit } = gitRepository();
  mkdirSync(join(folder, "a"));
  symlinkSync("../shared.waybill.yaml", join(folder, "a/shared.waybill.yaml"));
  const entry = "waybill: 1\nname: a\ninclude: [./shared.waybill.yaml]\n";
  commit({ "a/a.waybill.yaml": entry, "shared.waybill.yaml": "waybill: 1\nevents:\n  - Visit: visit\n" });
  writeFileSync(join(folder, "shared.waybill.yaml"), "waybill: 1\nevents:\n  - Visit: came\n");
  expect((await runCli(folder, ["diff", "main:a"])).stdout).toContain("now called `came`");
  symlinkSync("/etc/hostname", join(folder, "a/outside.waybill.yaml"));
  commit({ "a/a.waybill.yaml": entry.replace("shared", "outside") });
  const { status, stderr } = await runCli(folder, [
    "diff",
    "HEAD:a/a.waybill.yaml",
    "HEAD~1:a/a.waybill.yaml",
  ]);
  expect(status).toBe(1);
  expect(stderr).toContain("`HEAD:a/a.waybill.yaml` has errors, so it cannot be compared:");
  expect(stderr).toContain("include-outside");
});

test("a version with errors is named, and the others are compared all the same", async () => {
  const { folder, commit } = gitRepository();
  commit({
    "a.waybill.yaml": "waybill: 1\nname: a\nevnets: []\n",
    "b.waybill.yaml": "waybill: 1\nname: b\nevents:\n  - Visit: visit\n",
  });
  writeFileSync(join(folder, "a.waybill.yaml"), "waybill: 1\nname: a\n");
  const { status, stdout, stderr } = await runCli(folder, ["diff", "main"]);
  expect(status).toBe(1);
  expect(stderr).toContain(
    "waybill: `main:a.waybill.yaml` has errors, so it cannot be compared:\nerror[unknown-key]",
  );
  expect(stdout).toContain("b.waybill.yaml");
});

test.each([
  [
    ["nowhere"],
    1,
    "There is no file or folder `nowhere`, and it can be no revision: this folder is in no git repository.",
  ],
  [[], 2, "Nothing was named to compare. `waybill diff main` compares with the branch `main`."],
  [
    ["a.waybill.yaml"],
    2,
    "`a.waybill.yaml` is a path, and there is nothing to compare it with. `waybill diff HEAD a.waybill.yaml` compares it with the last commit.",
  ],
  [
    ["a.waybill.yaml", "a.waybill.yaml", "b"],
    2,
    "`diff` takes two versions; `b` is one argument too many. Name batches with `--in`.",
  ],
  [
    ["a.waybill.yaml", "notes.txt"],
    1,
    "`notes.txt` is no waybill: its name ends in none of .waybill, .waybill.yaml, .waybill.yml.",
  ],
  [
    ["a.waybill.yaml", "a.waybill.yaml", "--format", "markdwon"],
    2,
    "There is no format `markdwon`. Did you mean `markdown`?",
  ],
  [
    ["a.waybill.yaml", "a.waybill.yaml", "--in", "none.ndjson"],
    1,
    "Cannot read `none.ndjson`: there is no such file.",
  ],
  [["a.waybill.yaml", "a.waybill.yaml", "--in", "empty.ndjson"], 1, "empty.ndjson holds no batch."],
])("outside of a repository, mistakes are told: %s", async (args, status, message) => {
  const folder = temporaryFolder({ "a.waybill.yaml": old, "notes.txt": "", "empty.ndjson": "" });
  const result = await runCli(folder, ["diff", ...args]);
  expect([result.status, result.stderr.split("\n")[0]]).toEqual([status, `waybill: ${message}`]);
});

test.each([
  ["mainn", "There is no file, folder or git revision `mainn`. Did you mean `main`?"],
  ["--", "Nothing was named to compare. `waybill diff main` compares with the branch `main`."],
  [
    "HEAD~7",
    "There is no file, folder or git revision `HEAD~7`. `git log` and `git branch --all` list what there is.",
  ],
  ["main..HEAD", "There is no file, folder or git revision `main..HEAD`. Write `waybill diff main HEAD`."],
  [
    "main:b.waybill.yaml",
    "There is no file or folder `b.waybill.yaml` in main. Paths after `:` start from the repository's topmost folder; `./` starts from here.",
  ],
  [
    "main:notes.txt",
    "`main:notes.txt` is no waybill: its name ends in none of .waybill, .waybill.yaml, .waybill.yml.",
  ],
])("in a repository, mistakes are told: %s", async (argument, message) => {
  const { folder, commit } = gitRepository();
  commit({ "a.waybill.yaml": old, "notes.txt": "notes\n" });
  const { status, stderr } = await runCli(folder, ["diff", argument]);
  expect([status > 0, stderr.split("\n")[0]]).toEqual([true, `waybill: ${message}`]);
});

test("a revision that looks like an option is none", async () => {
  const { folder, commit } = gitRepository();
  commit({ "a.waybill.yaml": old });
  const { status, stderr } = await runCli(folder, ["diff", "--", "--output=stolen"]);
  expect(status).toBe(1);
  expect(stderr).toContain("There is no file, folder or git revision `--output=stolen`.");
});

test("before the first commit everything is new", async () => {
  const { folder } = gitRepository();
  writeFileSync(join(folder, "a.waybill.yaml"), old);
  const { status, stdout } = await runCli(folder, ["diff", "HEAD"]);
  expect(status).toBe(0);
  expect(stdout).toContain("a.waybill.yaml  nothing → a.waybill.yaml");
  expect(stdout).toContain("+ the event `purchase` is sent where it was not");
});

test("without git, files are compared all the same, and a revision says what is missing", async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": old });
  const path = process.env["PATH"];
  process.env["PATH"] = "";
  onTestFinished(() => {
    process.env["PATH"] = path;
  });
  expect((await runCli(folder, ["diff", "a.waybill.yaml", "a.waybill.yaml"])).status).toBe(0);
  const { status, stderr } = await runCli(folder, ["diff", "main"]);
  expect([status, stderr]).toEqual([1, "waybill: `git` is not installed, or not on the PATH.\n"]);
});

test("--prove answers for every batch: proven, a batch, or what is not decided", async () => {
  const when = (condition: string) =>
    old.replace("- Visit: visit", `- {event: Visit, to: visit, when: '${condition}'}`);
  const same = await diffTexts(when('value("n") >= 3'), when('value("n") > 2.5'), ["--prove"]);
  expect(same.stdout).toContain("Not the same: this batch tells the two apart.");
  const proven = await diffTexts(when('value("n") >= 3'), when('value("n") == 3 or value("n") > 3'), [
    "--prove",
    "--exit-code",
  ]);
  expect(proven.stdout).toContain("Proven: every batch gives the same requests, byte by byte.");
  expect(proven.status).toBe(0);
  const open = [when('value("n") + 0 > 2'), when('value("n") > 2')] as const;
  const undecided = await diffTexts(...open, ["--prove", "--exit-code"]);
  expect(undecided.stdout).toContain("Not decided:");
  expect(undecided.stdout).toContain(
    "which events `Visit` gives (old.waybill.yaml:15 → new.waybill.yaml:15): a combination of values",
  );
  expect(undecided.status).toBe(1);
  const json = JSON.parse((await diffTexts(...open, ["--prove", "--json"])).stdout);
  expect(json.waybills[0].proof.kind).toBe("undecided");
  expect((await diffTexts(...open, ["--prove", "--format", "markdown"])).stdout).toContain("**Not decided:");
});
