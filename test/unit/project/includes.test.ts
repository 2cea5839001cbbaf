import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEntry } from "../../../src/cli/disk-reader.ts";
import { checkWaybill } from "../../../src/compiler/compile.ts";
import { hintOf } from "../../../src/compiler/diagnostics/diagnostic.ts";
import type { FileReader } from "../../../src/compiler/project/file-reader.ts";
import { joinPath } from "../../../src/compiler/project/path.ts";
import { placeOf } from "../../../src/compiler/source/source-file.ts";
import { memoryReader } from "../../support/memory-reader.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const entry = "entry.waybill.yaml";

function waybill(includes: readonly string[], rest = ""): string {
  const list = includes.length === 0 ? "" : `include: [${includes.join(", ")}]\n`;
  return `waybill: 1\n${list}${rest}`;
}

function entryText(includes: readonly string[], rest = ""): string {
  return waybill(includes, `name: loyalty\n${rest}`);
}

function check(files: Readonly<Record<string, string>>) {
  return checkWaybill(entry, memoryReader(files));
}

/** Each diagnostic as `code place: marked text`. */
function shown({ diagnostics }: ReturnType<typeof checkWaybill>): readonly string[] {
  return diagnostics.map(({ code, span }) => {
    return `${code} ${placeOf(span)}: ${span.file.text.slice(span.start, span.end)}`;
  });
}

test("included lists come first, depth first, and the entry file's own last", () => {
  const events = (name: string) => `events: [${name}]\n`;
  const { program, diagnostics } = check({
    [entry]: entryText(["a.waybill.yaml", "b.waybill.yaml"], events("Entry")),
    "a.waybill.yaml": waybill(["deep/c.waybill.yaml"], events("A")),
    "deep/c.waybill.yaml": waybill(["../d.waybill.yaml"], events("C")),
    "d.waybill.yaml": waybill([], events("D")),
    "b.waybill.yaml": waybill([], events("B")),
  });
  expect(diagnostics).toEqual([]);
  expect(program?.events.entries.map(({ name }) => name)).toEqual(["D", "C", "A", "B", "Entry"]);
  const paths = ["d", "deep/c", "a", "b", "entry"].map((name) => `${name}.waybill.yaml`);
  expect(program?.files.map(({ path }) => path)).toEqual(paths);
});

test("a file that is included twice is read once", () => {
  const reads: string[] = [];
  const memory = memoryReader({
    [entry]: entryText(["a.waybill.yaml", "b.waybill.yaml", "./b.waybill.yaml"]),
    "a.waybill.yaml": waybill(["shared.waybill.yaml"]),
    "b.waybill.yaml": waybill(["./x/../shared.waybill.yaml"]),
    "shared.waybill.yaml": waybill([], "events: [Purchase]\n"),
  });
  const reader: FileReader = {
    read(path) {
      reads.push(path);
      return memory.read(path);
    },
  };
  const { program, diagnostics } = checkWaybill(entry, reader);
  expect(diagnostics).toEqual([]);
  expect(program?.events.entries).toHaveLength(1);
  expect(program?.files.map(({ path }) => path.slice(0, 1))).toEqual(["s", "a", "b", "e"]);
  expect(reads).not.toContain("x/../shared.waybill.yaml");
});

test("a cycle is reported where it closes, with the include that began it", () => {
  const result = check({
    [entry]: entryText(["a.waybill.yaml"]),
    "a.waybill.yaml": waybill(["b.waybill.yaml"]),
    "b.waybill.yaml": waybill(["./entry.waybill.yaml"]),
  });
  expect(shown(result)).toEqual(["include-cycle b.waybill.yaml:2: ./entry.waybill.yaml"]);
  const [label] = result.diagnostics[0]?.labels ?? [];
  expect(label && placeOf(label.span)).toBe("entry.waybill.yaml:2");
});

test.each([
  ["/etc/passwd.waybill.yaml", "include-path"],
  ["C:/a.waybill.yaml", "include-path"],
  ["file:a.waybill.yaml", "include-path"],
  ["https://example.com/a.waybill.yaml", "include-path"],
  ["'a\\b.waybill.yaml'", "include-path"],
  ['"a\\0b.waybill.yaml"', "include-path"],
  ["a.yaml", "include-path"],
  ["a.waybill.json", "include-path"],
  [".", "include-path"],
  ["../a.waybill.yaml", "include-outside"],
  ["x/../../a.waybill.yaml", "include-outside"],
  ["there.waybill.yaml", "include-not-found"],
])("the include %s is refused with %s", (path, code) => {
  const result = check({ [entry]: entryText([path]), "shared.waybill.yaml": waybill([]) });
  expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test("a missing file suggests a file beside it", () => {
  const { diagnostics } = check({
    [entry]: entryText(["./shard.waybill.yaml"]),
    "shared.waybill.yaml": waybill([]),
  });
  expect(diagnostics.map((diagnostic) => hintOf(diagnostic))).toEqual([
    "Did you mean `shared.waybill.yaml`?",
  ]);
});

test("200 files can be included and not one more", () => {
  const files = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `part-${index}.waybill.yaml`);
    return { [entry]: entryText(names), ...Object.fromEntries(names.map((name) => [name, waybill([])])) };
  };
  expect(shown(check(files(200)))).toEqual([]);
  expect(shown(check(files(201)))).toEqual(["include-limit entry.waybill.yaml:2: part-200.waybill.yaml"]);
});

test("includes one in another count towards the limit and do not exhaust the stack", () => {
  const files: Record<string, string> = { [entry]: entryText(["f0.waybill.yaml"]) };
  for (let count = 0; count < 400; count++)
    files[`f${count}.waybill.yaml`] = waybill([`f${count + 1}.waybill.yaml`]);
  expect(shown(check(files))).toEqual(["include-limit f199.waybill.yaml:2: f200.waybill.yaml"]);
});

test("every scalar that two files state is reported with both places", () => {
  const settings = `description: x
connection: {host: "\${HOST}", api_key: "\${KEY}", api_secret: "\${SECRET}"}
source: {data_plan: p.json, users: logged_in, names: exact, replays: drop, when: mpid}
casing: {user_attributes: preserve, event_attributes: preserve}
profile:
  {external_id: mpid, reserved_fields: none, new_attributes: drop, lists: comma, removed: keep, when: mpid,
   send: changed, missing_users: hold, identities: {email: email}}
attribute_sets: {store: [a]}
new_events: drop
`;
  const result = check({
    [entry]: entryText(["a.waybill.yaml"], settings),
    "a.waybill.yaml": waybill([], settings),
  });
  const twice = result.diagnostics.filter(({ code }) => code === "stated-twice");
  const keys = twice.map(({ args }) => args["key"]);
  expect(keys).toHaveLength(22);
  expect(new Set(keys).size).toBe(22);
  for (const { span, labels } of twice) {
    expect(span.file.path).toBe(entry);
    expect(labels.map((label) => label.span.file.path)).toEqual(["a.waybill.yaml"]);
  }
});

test("lists and sections of several files are joined", () => {
  const one = (letter: string) => `sessionm: {events: [${letter}], attributes: [${letter}]}
source: {platforms: [${letter === "A" ? "ios" : "roku"}], loop_partners: [${letter}]}
casing: {rules: [{match: ${letter}, to: ${letter}}]}
profile: {attributes: [${letter}], reserved_fields: [{${letter}: ${letter === "A" ? "dob" : "ip"}}]}
screens: [${letter}]
`;
  const { program, diagnostics } = check({
    [entry]: entryText(["a.waybill.yaml"], one("B")),
    "a.waybill.yaml": waybill([], one("A")),
  });
  expect(diagnostics).toEqual([]);
  expect(program?.defined.events?.items.map(({ text }) => text)).toEqual(["A", "B"]);
  expect(program?.source.platforms.value).toEqual(["ios", "roku"]);
  expect(program?.source.loopPartners.value).toEqual(["A", "B"]);
  expect(program?.casing.rules.map(({ match }) => match)).toEqual(["A", "B"]);
  expect(program?.profile.attributes.map(({ key }) => key)).toEqual(["A", "B"]);
  expect(program?.profile.fields.map(({ field }) => field)).toEqual(["dob", "ip"]);
  expect(program?.screens.entries.map(({ to }) => to)).toEqual(["A", "B"]);
});

test("a file that cannot be parsed hides what would follow from it", () => {
  const result = check({
    [entry]: entryText(["a.waybill.yaml"], "profile: {attributes: [set: store]}\n"),
    "a.waybill.yaml": "waybill: 1\nattribute_sets:\n  store: [a\n",
  });
  expect(shown(result)).toEqual(["yaml-syntax a.waybill.yaml:3: ["]);
});

test("paths are joined without leaving dots inside", () => {
  expect(joinPath("a/b.waybill.yaml", "./c/../d")).toBe("a/d");
  expect(joinPath("a/b.waybill.yaml", "../../d")).toBe("../d");
  expect(joinPath("b.waybill.yaml", "../../d")).toBe("../../d");
  expect(joinPath("b.waybill.yaml", "x//y")).toBe("x/y");
});

function checkDisk(folder: string, name = entry): readonly string[] {
  const opened = openEntry(join(folder, name));
  return shown(checkWaybill(opened.entry, opened.reader));
}

test("on the disk the root is the nearest folder with .git, and nothing outside it is read", () => {
  const folder = temporaryFolder({
    "secret.waybill.yaml": waybill([]),
    "project/shared.waybill.yaml": waybill([]),
    "project/app/entry.waybill.yaml": entryText(["../shared.waybill.yaml", "../../secret.waybill.yaml"]),
    "alone/entry.waybill.yaml": entryText(["../secret.waybill.yaml"]),
  });
  mkdirSync(join(folder, "project/.git"));
  expect(checkDisk(folder, "project/app/entry.waybill.yaml")).toEqual([
    "include-outside entry.waybill.yaml:2: ../../secret.waybill.yaml",
  ]);
  expect(checkDisk(folder, "alone/entry.waybill.yaml")).toEqual([
    "include-outside entry.waybill.yaml:2: ../secret.waybill.yaml",
  ]);
});

test("a missing file outside the root is not told from one that is there", () => {
  const folder = temporaryFolder({ "in/entry.waybill.yaml": entryText(["../no.waybill.yaml"]) });
  expect(checkDisk(folder, "in/entry.waybill.yaml")).toEqual([
    "include-outside entry.waybill.yaml:2: ../no.waybill.yaml",
  ]);
});

test("a link that leads out of the root is outside, a link inside is its target", () => {
  const folder = temporaryFolder({
    "secret/a.waybill.yaml": waybill([]),
    "in/b.waybill.yaml": waybill([], "events: [B]\n"),
    "in/entry.waybill.yaml": entryText([
      "out.waybill.yaml",
      "dir/a.waybill.yaml",
      "b.waybill.yaml",
      "link.waybill.yaml",
    ]),
  });
  symlinkSync(join(folder, "secret/a.waybill.yaml"), join(folder, "in/out.waybill.yaml"));
  symlinkSync(join(folder, "secret"), join(folder, "in/dir"));
  symlinkSync("b.waybill.yaml", join(folder, "in/link.waybill.yaml"));
  expect(checkDisk(folder, "in/entry.waybill.yaml")).toEqual([
    "include-outside entry.waybill.yaml:2: out.waybill.yaml",
    "include-outside entry.waybill.yaml:2: dir/a.waybill.yaml",
  ]);
});

test("a link from a file to itself cannot be read", () => {
  const folder = temporaryFolder({ [entry]: entryText(["loop.waybill.yaml"]) });
  symlinkSync("loop.waybill.yaml", join(folder, "loop.waybill.yaml"));
  expect(checkDisk(folder)).toEqual(["include-unreadable entry.waybill.yaml:2: loop.waybill.yaml"]);
});

test("files that are folders, not UTF-8 or too large are reported at the include", () => {
  const folder = temporaryFolder({
    [entry]: entryText([
      "folder.waybill.yaml",
      "latin.waybill.yaml",
      "large.waybill.yaml",
      "file/x.waybill.yaml",
    ]),
    "latin.waybill.yaml": Uint8Array.of(0x77, 0xe9),
    "large.waybill.yaml": "#".repeat(4 * 1024 * 1024 + 1),
    file: "",
  });
  mkdirSync(join(folder, "folder.waybill.yaml"));
  expect(checkDisk(folder)).toEqual([
    "include-unreadable entry.waybill.yaml:2: folder.waybill.yaml",
    "file-not-utf8 entry.waybill.yaml:2: latin.waybill.yaml",
    "file-too-large entry.waybill.yaml:2: large.waybill.yaml",
    "include-not-found entry.waybill.yaml:2: file/x.waybill.yaml",
  ]);
});

test.skipIf(process.getuid?.() === 0)("a file without permission is reported with the reason", () => {
  const folder = temporaryFolder({ [entry]: entryText(["a.waybill.yaml"]), "a.waybill.yaml": waybill([]) });
  chmodSync(join(folder, "a.waybill.yaml"), 0);
  expect(checkDisk(folder)).toEqual(["include-unreadable entry.waybill.yaml:2: a.waybill.yaml"]);
});

test("an entry file that is not there is one diagnostic", () => {
  expect(shown(check({}))).toEqual(["include-not-found entry.waybill.yaml:1: "]);
});
