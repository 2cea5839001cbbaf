import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isWaybillPath } from "../../src/compiler/frontend/parse.ts";

/** The text of a waybill of the examples and fixtures, right or wrong. */
export interface WaybillText {
  readonly path: string;
  readonly text: string;
}

/** Returns every waybill of the examples and fixtures that is UTF-8, in both syntaxes. */
export function waybillTexts(): readonly WaybillText[] {
  return ["examples", "test/fixtures"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter((path) => isWaybillPath(path) && statSync(path).isFile())
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }))
    .filter(({ text }) => !text.includes("\ufffd"));
}
