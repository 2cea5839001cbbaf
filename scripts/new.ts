/**
 * Starts what a recipe of CONTRIBUTING.md starts with: `npm run new -- diagnostic <code> [area] [severity]` writes the
 * row of the catalogue, a fixture and the page; `npm run new -- check <what-holds>` writes a rule and its line.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const [kind, name = "", ...options] = process.argv.slice(2);
if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) stop("Name it in kebab-case words, such as `event-not-defined`.");
if (kind === "diagnostic") newDiagnostic(name, options[0] ?? "mapping", options[1] ?? "error");
else if (kind === "check") newCheck(name);
else stop("Use `npm run new -- diagnostic <code> [area] [severity]` or `npm run new -- check <what-holds>`.");

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

function newDiagnostic(code: string, area: string, severity: string): void {
  const folder = "src/compiler/diagnostics/catalogue";
  const catalogue = `${folder}/${area}.ts`;
  const areas = readdirSync(folder).filter((file) => file !== "index.ts");
  if (!areas.includes(`${area}.ts`)) stop(`There is no area \`${area}\`: ${areas.join(", ")}.`);
  if (!["error", "warning", "info"].includes(severity)) stop("A severity is `error`, `warning` or `info`.");
  const text = readFileSync(catalogue, "utf8");
  if (text.includes(`  "${code}": {`)) stop(`There is a diagnostic \`${code}\`.`);
  const row = `  "${code}": {\n    severity: "${severity}",\n    message: msg\`\${"name"} …\`,\n    hints: [msg\`…\`],\n  },\n`;
  const next = [...text.matchAll(/^ {2}"([a-z0-9-]+)": \{$/gm)].find((match) => (match[1] ?? "") > code);
  const at = next?.index ?? text.lastIndexOf("});");
  writeFileSync(catalogue, text.slice(0, at) + row + text.slice(at));
  console.log(`${catalogue}: a row`);
  write(`test/fixtures/diagnostics/${code}/case.waybill.yaml`, "waybill: 1\nname: loyalty\n");
  write(`docs/diagnostics/${code}.md`, pageOf(code));
  console.log(
    `Report it: report("${code}", span, { name }). Then UPDATE=1 npx vitest run test/suites/diagnostics.test.ts`,
  );
}

function pageOf(code: string): string {
  const example = (which: string) => `\`\`\`yaml ${which}\nwaybill: 1\nname: loyalty\n\`\`\`\n`;
  const sections = [`# ${code}`, "What.", "## Why", "Why.", "## What to do", "What to do.", "## Fails"];
  return `${sections.join("\n\n")}\n\n${example("failing")}\n## Corrected\n\n${example("corrected")}`;
}

function newCheck(file: string): void {
  const words = file.split("-");
  const rule = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  const title = words.join(" ").replace(/^./, (letter) => letter.toUpperCase());
  const lines = [
    'import type { RuleContext } from "./index.ts";',
    "",
    `/**\n * ${title}.\n * Why it has to.\n */`,
    `export function ${rule}({ program, report }: RuleContext): void {}`,
    "",
  ];
  write(`src/compiler/check/rules/${file}.ts`, lines.join("\n"));
  const index = "src/compiler/check/rules/index.ts";
  const text = readFileSync(index, "utf8");
  const withImport = insertSorted(
    text,
    /^import \{ \w+ \} from "\.\/[a-z-]+\.ts";\n/gm,
    `import { ${rule} } from "./${file}.ts";\n`,
  );
  writeFileSync(index, insertSorted(withImport, /^ {2}\w+,\n/gm, `  ${rule},\n`));
  console.log(`${index}: its lines`);
}

/** Puts a line before the first of its kind that sorts after it, or behind the last. */
function insertSorted(text: string, kindOfLine: RegExp, line: string): string {
  const lines = [...text.matchAll(kindOfLine)];
  const last = lines.at(-1);
  const next = lines.find((match) => match[0] > line);
  const at = next?.index ?? (last === undefined ? text.length : last.index + last[0].length);
  return text.slice(0, at) + line + text.slice(at);
}

function write(path: string, text: string): void {
  if (existsSync(path)) stop(`${path} is there already.`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}
