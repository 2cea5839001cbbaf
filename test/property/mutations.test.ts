/** Broken waybills neither throw, hang nor end the process. `npm run fuzz` tries a million. */
import { expect, test } from "vitest";
import { createMutated, runMutations } from "../support/run-mutations.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const count = 10_000;

test("10,000 broken examples and fixtures are compiled, rendered, formatted and converted", {
  timeout: 400_000,
}, async () => {
  const mutated = createMutated();
  await runMutations({ seed: 20_261_127, count, processes: 2, folder: temporaryFolder() }, mutated);
  expect(mutated.problems).toEqual([]);
  expect(mutated.begun).toBe(count);
});
