import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTestOptions } from "../../src/cli/test/options.ts";
import { runSession } from "../../src/cli/test/session.ts";
import { type Target, targets } from "../../src/compiler/check/target.ts";
import { checkWaybill } from "../../src/compiler/compile.ts";
import type { Diagnostic } from "../../src/compiler/diagnostics/diagnostic.ts";
import type { FileReader } from "../../src/compiler/project/file-reader.ts";
import { isTestPath } from "../../src/testing/read-test-file.ts";
import { memoryReader } from "./memory-reader.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Where the pages are. */
export const pagesFolder = "docs/diagnostics";

/** One of a page's two examples. */
export type ExampleKind = "failing" | "corrected";

/** A file of an example; options say what a page cannot show. */
interface PageFile {
  readonly name: string;
  readonly text: string;
  readonly options: readonly string[];
}

/** Returns the text of a page. */
export function pageText(code: string): string {
  return readFileSync(join(pagesFolder, `${code}.md`), "utf8");
}

/**
 * Returns the files of an example. A fence says which one it belongs to and its file's name, the entry file's left
 * out: `yaml failing`, `json both loyalty.plan.json`. Options: `latin1`, `pad=<bytes>`, `every-file`.
 */
export function exampleFiles(page: string, kind: ExampleKind): readonly PageFile[] {
  return [...page.matchAll(/^```\w+ (failing|corrected|both)(.*)\n([\s\S]*?)^```$/gm)].flatMap((match) => {
    const [, which, info = "", text = ""] = match;
    if (which !== kind && which !== "both") return [];
    const words = info.split(" ").filter((word) => word !== "");
    const name = words.find((word) => word.includes(".")) ?? "loyalty.waybill.yaml";
    return [{ name, text, options: words.filter((word) => word !== name) }];
  });
}

/** Returns the diagnostics of an example. */
export async function diagnosticsOfExample(files: readonly PageFile[]): Promise<readonly Diagnostic[]> {
  const test = files.find(({ name }) => isTestPath(name));
  if (test !== undefined) {
    const folder = temporaryFolder(Object.fromEntries(files.map(({ name, text }) => [name, text])));
    return (await runSession(readTestOptions([test.name]), folder)).problems;
  }
  const entry = files.find(({ name }) => name === "loyalty.waybill") ?? files[0];
  return checkWaybill(entry?.name ?? "", readerOf(files), undefined, targetNamedIn(entry?.text ?? ""))
    .diagnostics;
}

/** A text about what a target cannot keep names the target in its first line: `# target: lambda`. */
export function targetNamedIn(text: string): Target {
  const name = /^# target: (.+)$/m.exec(text.split("\n")[0] ?? "")?.[1];
  return targets.find((target) => target === name) ?? "module";
}

function readerOf(files: readonly PageFile[]): FileReader {
  const reader = memoryReader(Object.fromEntries(files.map((file) => [file.name, textOf(file)])));
  const isEveryFileThere = files.some(({ options }) => options.includes("every-file"));
  return {
    read(path) {
      const file = files.find(({ name }) => name === path);
      if (file?.options.includes("latin1")) return { kind: "not-utf8" };
      if (files.some(({ name }) => name.startsWith(`${path}/`))) {
        return { kind: "unreadable", reason: "it is a folder" };
      }
      const result = reader.read(path);
      if (result.kind !== "missing" || !isEveryFileThere) return result;
      return { kind: "text", text: "waybill: 1\n", id: path };
    },
  };
}

function textOf({ text, options }: PageFile): string {
  const size = options.find((option) => option.startsWith("pad="))?.slice(4);
  return text.padEnd(Number(size ?? 0), "\n");
}
