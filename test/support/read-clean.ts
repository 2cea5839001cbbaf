import { expect } from "vitest";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { type Parsed, parse } from "../../src/compiler/frontend/parse.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";

/** Parses a text that has no errors; fails with the text and what is wrong with it. */
export function readClean(text: string, syntax: Syntax): Parsed {
  const parsed = parse(createSourceFile(`printed${endingOf[syntax]}`, text));
  const errors = parsed.diagnostics.filter(({ severity }) => severity === "error");
  expect(`${text}\n${renderText(errors)}`).toBe(`${text}\n`);
  return parsed;
}
