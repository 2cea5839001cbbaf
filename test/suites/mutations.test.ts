/** Each broken text that was once compiled wrongly or slowly, found by `npm run fuzz`, and kept. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { syntaxOf } from "../../src/compiler/source/syntax.ts";
import { problemWith } from "../support/try-out.ts";

const folder = "test/fixtures/mutations";

test.each(readdirSync(folder).sort())("%s ends in diagnostics, or in code", (name) => {
  expect(problemWith(readFileSync(join(folder, name), "utf8"), syntaxOf(name))).toBeUndefined();
});
