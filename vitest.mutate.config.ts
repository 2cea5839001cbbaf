import { defineConfig } from "vitest/config";
import { areas } from "./scripts/mutate.mjs";

/** The tests of the area that Stryker mutates. */
export default defineConfig({
  test: { include: areas[process.env["AREA"] ?? "classifier"]?.tests ?? [], testTimeout: 60_000 },
});
