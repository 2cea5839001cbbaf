/**
 * Writes every generated file, or with `--check` fails if one of them would change.
 * Each generator is a function from nothing to the file's text.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { generateCstTypes } from "./generate/cst-types.ts";
import { generateDeclaration } from "./generate/declaration.ts";
import { generateEbnf } from "./generate/ebnf.ts";
import { generateFunctionsPage } from "./generate/functions-page.ts";
import { railroadFiles } from "./generate/railroad.ts";
import { generateShapeValidator } from "./generate/shape-validator.ts";
import { generateTextMate } from "./generate/text-mate.ts";

const generators: readonly { readonly path: string; readonly make: () => Promise<string> }[] = [
  { path: "docs/functions.md", make: generateFunctionsPage },
  { path: "grammar/waybill.ebnf", make: generateEbnf },
  { path: "grammar/waybill.tmLanguage.json", make: generateTextMate },
  { path: "src/bundle/declaration.generated.ts", make: generateDeclaration },
  { path: "src/compiler/frontend/dsl/cst-types.generated.ts", make: generateCstTypes },
  {
    path: "src/compiler/frontend/document/shape-validator.generated.js",
    make: () => generateShapeValidator("grammar/waybill.schema.json"),
  },
  {
    path: "src/testing/test-file-validator.generated.js",
    make: () => generateShapeValidator("grammar/waybill-test.schema.json"),
  },
  ...railroadFiles,
];

const isCheck = process.argv.includes("--check");
let stale = 0;
for (const { path, make } of generators) {
  const text = await make();
  if (readOrEmpty(path) === text) continue;
  stale++;
  if (isCheck) console.error(`${path} is stale: run \`npm run generate\``);
  else writeFileSync(path, text);
}
if (!isCheck) console.log(`${generators.length} generated files, ${stale} changed`);
process.exitCode = isCheck && stale > 0 ? 1 : 0;

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
