import { readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { nearest } from "../../compiler/diagnostics/suggest.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { projectRoot } from "../disk-reader.ts";
import { exit, UsageError } from "../exit.ts";
import { kindOf } from "../find-files.ts";
import { type ProjectOptions, projectFiles } from "../init/project-files.ts";
import { type WrittenFile, writeProject } from "../init/write-project.ts";
import { InputProblem } from "../input-problem.ts";
import { readSyntax } from "../read-waybill.ts";
import { isWaybillName, readWaybillName } from "../waybill-name.ts";

/** `waybill init`: a working project to start from. */
export const initCommand: Command = {
  usage: `
waybill init [dir] [--name name] [--syntax yaml|dsl] [--ci github|gitlab|none] [--json]

Writes a working, commented project: a waybill with what SessionM has defined, batches, tests that pass, the CI file, a
pre-commit configuration, .env.example and .gitignore. Files that are there are never touched.

  --name <name>             the waybill's name (default: that of the folder if it can be one, or loyalty)
  --syntax yaml|dsl         the syntax of the waybill (default: yaml)
  --ci github|gitlab|none   the CI system (default: github)
  --json                    print {"folder","files":[{"file","status"}]} on one line

Then: cd <dir>, and waybill test.

Exit status: 0 written, or everything was there; 1 a file cannot be written; 2 wrong usage.
`,
  async run(args, host) {
    const { dir, isJson, ...options } = readOptions(args, host.cwd);
    const folder = resolve(host.cwd, dir);
    if (kindOf(folder) === "file") throw new InputProblem(`\`${dir}\` is a file; name a folder.`);
    const files = writeProject(folder, projectFiles(options));
    const text = isJson ? renderJson(dir, files) : render(dir, files, folder, options);
    host.stdout.write(text);
    return exit.fine;
  },
};

interface InitOptions extends ProjectOptions {
  readonly dir: string;
  readonly isJson: boolean;
}

const systems = ["github", "gitlab", "none"] as const;

function readOptions(args: readonly string[], cwd: string): InitOptions {
  const { values, positionals } = parseArguments(args, {
    name: { type: "string" },
    syntax: { type: "string" },
    ci: { type: "string", default: "github" },
    json: { type: "boolean", default: false },
  });
  const [dir = ".", ...others] = positionals;
  if (others.length > 0) {
    throw new UsageError(`\`init\` takes one folder; \`${others[0]}\` is one argument too many.`);
  }
  const ci = systems.find((system) => system === values.ci);
  if (ci === undefined) {
    const near = nearest(values.ci, systems);
    const hint = near === undefined ? "Use `github`, `gitlab` or `none`." : `Did you mean \`${near}\`?`;
    throw new UsageError(`There is no CI file for \`${values.ci}\`.`, hint);
  }
  const folderName = basename(resolve(cwd, dir));
  const fallback = isWaybillName(folderName) ? folderName : "loyalty";
  return {
    dir,
    name: values.name === undefined ? fallback : readWaybillName(values.name),
    syntax: readSyntax("--syntax", values.syntax) ?? "yaml",
    ci,
    isJson: values.json,
  };
}

function renderJson(dir: string, files: readonly WrittenFile[]): string {
  const rows = files.map(({ path, status }) => ({ file: path, status }));
  return `${JSON.stringify({ folder: dir, files: rows })}\n`;
}

function render(dir: string, files: readonly WrittenFile[], folder: string, options: ProjectOptions): string {
  const said = {
    kept: "was there, and stays as it is",
    left_out: "left out: part of the sample is there",
    written: "written",
  };
  return [
    ...files.map(({ path, status }) => `${path}: ${said[status]}`),
    ...advice(files, folder, options),
    "",
    "Next:",
    ...(dir === "." ? [] : [`  cd ${/^[\w./-]+$/.test(dir) ? dir : JSON.stringify(dir)}`]),
    "  waybill test",
    "",
  ].join("\n");
}

/** What a file that stays or stands elsewhere leaves to do. */
function advice(files: readonly WrittenFile[], folder: string, { ci }: ProjectOptions): readonly string[] {
  const isKept = files.some(({ path, status }) => path === ".gitignore" && status === "kept");
  const missing = isKept ? missingIgnores(join(folder, ".gitignore")) : [];
  const root = relative(folder, projectRoot(folder));
  const lines = [
    missing.length === 0 ? "" : `Add to .gitignore: ${missing.join(" and ")}`,
    ci === "none"
      ? ""
      : "CI runs `npx waybill`: have Waybill among the development dependencies of the repository.",
    root === ""
      ? ""
      : `The repository begins at ${root}: move the CI file and .pre-commit-config.yaml there.`,
  ].filter((line) => line !== "");
  return lines.length === 0 ? [] : ["", ...lines];
}

/** Returns what must not be committed and a `.gitignore` does not name: credentials, and data of members. */
function missingIgnores(path: string): readonly string[] {
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  return [".env", ".waybill/"].filter((name) => {
    return !lines.some((line) => line.trim().replace(/^\/|\/$/g, "") === name.replace("/", ""));
  });
}
