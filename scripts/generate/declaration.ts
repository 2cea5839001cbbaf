import { readFileSync } from "node:fs";

const typesPath = "src/runtime/emitted/result.ts";

/** Returns a module that holds the text of every `forwarder.d.ts`: the types of a result, and `forward`. */
export async function generateDeclaration(): Promise<string> {
  const types = readFileSync(typesPath, "utf8").trimEnd();
  const declaration = `${types}\n\n/** Maps one mParticle batch to requests for SessionM. Pure and total. */\nexport declare const forward: Forward;\n`;
  return [
    `// Generated from ${typesPath} by \`npm run generate\`. Do not edit.`,
    "",
    "/** The text of a bundled forwarder's type declarations. */",
    `export const declaration = ${JSON.stringify(declaration)};`,
    "",
  ].join("\n");
}
