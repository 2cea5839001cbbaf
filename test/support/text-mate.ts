import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import oniguruma from "vscode-oniguruma";
import textMate, { type IGrammar } from "vscode-textmate";

/** A run of characters of one colour: the innermost of its scopes decides it. */
export interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Loads the DSL's TextMate grammar into the engine of Visual Studio Code. */
export async function loadGrammar(): Promise<IGrammar> {
  const main = createRequire(import.meta.url).resolve("vscode-oniguruma");
  const wasm = readFileSync(join(dirname(main), "onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const path = "grammar/waybill.tmLanguage.json";
  const registry = new textMate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textMate.parseRawGrammar(readFileSync(path, "utf8"), path),
  });
  const grammar = await registry.loadGrammar("source.waybill");
  if (grammar === null) throw new Error(`${path} was not loaded`);
  return grammar;
}

/** Returns the colours of a text from its beginning to its end. */
export function colour(grammar: IGrammar, text: string): readonly Coloured[] {
  let state = textMate.INITIAL;
  let start = 0;
  const coloured: Coloured[] = [];
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of tokens) {
      coloured.push({ start: start + startIndex, end: start + endIndex, scopes });
    }
    state = ruleStack;
    start += line.length + 1;
  }
  return coloured;
}
