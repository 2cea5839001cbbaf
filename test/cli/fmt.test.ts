import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const untidy =
  "\ufeffwaybill:   1\r\nname: 'tidy'   # its name\r\n\r\n\r\nevents:\r\n- event: Order\r\n  to: order\r\n";
const tidy = "waybill: 1\nname: tidy # its name\n\nevents:\n  - Order: order\n";
const untidyDsl = "waybill 1 tidy;event Order->order # every order\n";
const tidyDsl = "waybill 1 tidy\n\nevent Order -> order # every order\n";

test("files are formatted in place, included ones and both syntaxes", async () => {
  const folder = temporaryFolder({
    "a.waybill.yaml": untidy,
    "in/b.waybill": untidyDsl,
    "c.waybill.yml": tidy,
  });
  expect(await runCli(folder, ["fmt"])).toEqual({
    status: 0,
    stdout: "a.waybill.yaml: formatted\nin/b.waybill: formatted\n3 files: 2 formatted, 1 unchanged\n",
    stderr: "",
  });
  expect(readFileSync(join(folder, "a.waybill.yaml"), "utf8")).toBe(tidy);
  expect(readFileSync(join(folder, "in/b.waybill"), "utf8")).toBe(tidyDsl);
  expect((await runCli(folder, ["fmt", "--check"])).stdout).toBe("3 files: 3 unchanged\n");
});

test("--check changes nothing and says what is not formatted", async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": untidy });
  const { status, stdout } = await runCli(folder, ["fmt", "--check", "a.waybill.yaml"]);
  expect([status, stdout]).toEqual([1, "a.waybill.yaml: not formatted\n1 file: 1 not formatted\n"]);
  expect(readFileSync(join(folder, "a.waybill.yaml"), "utf8")).toBe(untidy);
  const { stdout: json } = await runCli(folder, ["fmt", "--check", "--json"]);
  expect(JSON.parse(json)).toEqual({ files: [{ file: "a.waybill.yaml", status: "unformatted" }] });
});

test.each([
  ["a.waybill.yaml", "waybill: 1\nname: [\n"],
  ["a.waybill.yaml", "waybill: 1\nnam: x\n"],
  ["a.waybill", "waybill 1\nevent -> x\n"],
])("a file with errors is left as it is and the others are formatted (%s %j)", async (name, text) => {
  const folder = temporaryFolder({ [name]: text, "z.waybill.yaml": untidy });
  const { status, stdout, stderr } = await runCli(folder, ["fmt"]);
  expect([status, stdout]).toEqual([
    1,
    `${name}: with errors\nz.waybill.yaml: formatted\n2 files: 1 formatted, 1 with errors\n`,
  ]);
  expect(stderr).toContain(`--> ${name}:2:`);
  expect(readFileSync(join(folder, name), "utf8")).toBe(text);
});

test("standard input is formatted to standard output, in the syntax that is said", async () => {
  expect(await runCli(".", ["fmt", "-", "--syntax", "yaml"], { stdin: untidy })).toEqual({
    status: 0,
    stdout: tidy,
    stderr: "",
  });
  expect((await runCli(".", ["fmt", "-", "--syntax", "dsl"], { stdin: untidyDsl })).stdout).toBe(tidyDsl);
  const checked = await runCli(".", ["fmt", "-", "--check", "--syntax", "dsl"], { stdin: untidyDsl });
  expect(checked).toEqual({ status: 1, stdout: "", stderr: "Standard input is not formatted.\n" });
});

test.each([
  [["fmt", "-"], "Standard input does not say which syntax it has."],
  [["fmt", "-", "a"], "Standard input is formatted by itself."],
  [["fmt", "--syntax", "yaml"], "The syntax of a file is told by its name."],
  [["fmt", "-", "--syntax", "toml"], "There is no syntax `toml`."],
  [["fmt", "--chek"], "Did you mean `--check`?"],
])("%j is wrong usage", async (args, message) => {
  const { status, stdout, stderr } = await runCli(temporaryFolder(), args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});

test.each([
  ["missing.waybill", "There is no file or folder missing.waybill."],
  ["notes.txt", "`notes.txt` is no waybill: its name ends in none of"],
  ["latin1.waybill", "`latin1.waybill` is not UTF-8 text."],
])("%s is no waybill that can be formatted", async (name, message) => {
  const folder = temporaryFolder({ "notes.txt": "waybill: 1\n", "latin1.waybill": new Uint8Array([0xe9]) });
  const { status, stderr } = await runCli(folder, ["fmt", name]);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

test("a file is replaced as a whole: its mode stays, a link stays a link, and nothing is left beside it", async () => {
  const folder = temporaryFolder({ "real/a.waybill.yaml": untidy });
  const file = join(folder, "real/a.waybill.yaml");
  chmodSync(file, 0o640);
  symlinkSync(file, join(folder, "real/b.waybill.yaml"));
  await runCli(join(folder, "real"), ["fmt", "b.waybill.yaml"]);
  expect(readFileSync(file, "utf8")).toBe(tidy);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(lstatSync(join(folder, "real/b.waybill.yaml")).isSymbolicLink()).toBe(true);
  expect(readdirSync(join(folder, "real"))).toEqual(["a.waybill.yaml", "b.waybill.yaml"]);
});

test("a file is converted to standard output, and its includes are named", async () => {
  const text = 'waybill 1 tidy\n\n# both\ninclude "./shared.waybill.yaml", "./b.waybill"\n';
  const folder = temporaryFolder({ "a.waybill": text });
  const { status, stdout, stderr } = await runCli(folder, ["convert", "a.waybill", "--to", "yaml"]);
  expect([status, stdout]).toEqual([
    0,
    "waybill: 1\nname: tidy\n\n# both\ninclude: [./shared.waybill.yaml, ./b.waybill]\n",
  ]);
  expect(stderr).toBe(
    "It includes ./shared.waybill.yaml, ./b.waybill as before; an included file may have either syntax.\n",
  );
  const json = await runCli(folder, ["convert", "a.waybill", "--to", "yaml", "--json"]);
  expect(JSON.parse(json.stdout)).toEqual({
    syntax: "yaml",
    text: stdout,
    includes: ["./shared.waybill.yaml", "./b.waybill"],
  });
});

test("--out writes a file, but not over one without --force", async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": untidy });
  const args = ["convert", "a.waybill.yaml", "--to", "dsl", "--out", "a.waybill"];
  expect(await runCli(folder, args)).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(join(folder, "a.waybill"), "utf8")).toBe(
    "waybill 1 tidy # its name\n\nevent Order -> order\n",
  );
  const again = await runCli(folder, args);
  expect([again.status, again.stderr]).toEqual([
    1,
    "waybill: `a.waybill` is there already; add --force to write over it.\n",
  ]);
  expect((await runCli(folder, [...args, "--force"])).status).toBe(0);
});

test.each([
  [["convert"], "No waybill was named."],
  [["convert", "a.waybill"], "The syntax to write is missing."],
  [["convert", "a.waybill", "--to", "json"], "There is no syntax `json`. Use `--to yaml` or `--to dsl`."],
  [
    ["convert", "a.waybill", "b.waybill", "--to", "yaml"],
    "`convert` takes one waybill; `b.waybill` is one argument too many. Name the file to write with `--out`.",
  ],
  [["convert", "a.waybill", "--to", "yaml", "--out", "a.yaml"], "End its name in `.waybill.yaml`."],
  [["convert", "a.waybill.yaml", "--to", "dsl", "--out", "a.waybill.yaml"], "would not be read as dsl"],
])("%j is wrong usage of convert", async (args, message) => {
  const folder = temporaryFolder({ "a.waybill": tidyDsl });
  const { status, stderr } = await runCli(folder, args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(existsSync(join(folder, "a.yaml"))).toBe(false);
});
