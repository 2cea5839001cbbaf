import { generateCstDts } from "chevrotain";
import { WaybillParser } from "../../src/compiler/frontend/dsl/parser.ts";

/** Returns the types of the parser's concrete syntax tree. */
export async function generateCstTypes(): Promise<string> {
  const rules = new WaybillParser(true).getGAstProductions();
  const types = generateCstDts(rules, { includeVisitorInterface: false }).replace(", ICstVisitor", "");
  return `// Generated from src/compiler/frontend/dsl/parser.ts by \`npm run generate\`. Do not edit.\n${types}\n`;
}
