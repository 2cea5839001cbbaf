import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../bundle/package-root.ts";
import type { DiagnosticCode } from "../../compiler/diagnostics/catalogue/index.ts";

/** Returns the page of a diagnostic as Markdown. Pages are files of the package: only the one that is asked for is read. */
export function readPage(code: DiagnosticCode): string {
  return readFileSync(join(packageRoot(), "docs/diagnostics", `${code}.md`), "utf8");
}

/** Returns a page as a terminal shows it: code is indented, and headings stand out. */
export function showPage(page: string, bold: (text: string) => string): string {
  let isCode = false;
  return page
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("```")) {
        isCode = !isCode;
        return [];
      }
      if (isCode) return [line === "" ? "" : `    ${line}`];
      return [
        /^#/.test(line) ? bold(line.replace(/^#+ /, "")) : line.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1"),
      ];
    })
    .join("\n");
}
