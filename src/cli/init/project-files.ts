import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../bundle/package-root.ts";
import { parse } from "../../compiler/frontend/parse.ts";
import { convertFile } from "../../compiler/frontend/print.ts";
import { createSourceFile } from "../../compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../compiler/source/syntax.ts";

/** A file of a new project. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  /** Whether it belongs to the waybill: its tests and batches fit no other. */
  readonly isSample: boolean;
}

/** What a project is like. */
export interface ProjectOptions {
  readonly name: string;
  readonly syntax: Syntax;
  readonly ci: "github" | "gitlab" | "none";
}

const ciPaths = { github: ".github/workflows/waybill.yml", gitlab: ".gitlab-ci.yml" } as const;

/** Returns the files of a project, from the package's templates. */
export function projectFiles({ name, syntax, ci }: ProjectOptions): readonly ProjectFile[] {
  const waybill = `${name}${endingOf[syntax]}`;
  const sample = (path: string, text: string): ProjectFile => ({ path, text, isSample: true });
  const other = (path: string, template: string): ProjectFile => {
    return { path, text: readTemplate(template), isSample: false };
  };
  const tests = readTemplate("init/loyalty.test.yaml").replace(`./loyalty${endingOf.yaml}`, `./${waybill}`);
  return [
    sample(waybill, waybillText(name, syntax)),
    sample(`${name}.test.yaml`, tests),
    sample("batches.ndjson", readTemplate("init/batches.ndjson")),
    other(".env.example", "init/env.example"),
    // npm leaves files of this name out of packages.
    other(".gitignore", "init/gitignore"),
    ...(ci === "none" ? [] : [other(ciPaths[ci], `ci/${ci}.yml`)]),
    other(".pre-commit-config.yaml", "ci/pre-commit.yaml"),
  ];
}

function readTemplate(path: string): string {
  return readFileSync(join(packageRoot(), "templates", path), "utf8");
}

function waybillText(name: string, syntax: Syntax): string {
  const yaml = readTemplate("init/loyalty.waybill.yaml").replace("\nname: loyalty\n", `\nname: ${name}\n`);
  if (syntax === "yaml") return yaml;
  // The first line names the schema, which is for YAML alone.
  const [, ...lines] = yaml.split("\n");
  return convertFile(parse(createSourceFile(`loyalty${endingOf.yaml}`, lines.join("\n"))), syntax);
}
