/** Mutation testing of one area at a time; `npm run mutate -- <area>` sets AREA. */
import { areas } from "./scripts/mutate/areas.mjs";

const area = process.env.AREA ?? "classifier";

export default {
  plugins: ["@stryker-mutator/mocha-runner"],
  testRunner: "mocha",
  // Mocha runs the tests again and again in one process: a change takes milliseconds where Vitest would take seconds.
  buildCommand: "node scripts/mutate/bundle.mjs",
  mochaOptions: { spec: ["dist-mutate/tests.mjs"] },
  mutate: areas[area].mutate,
  // No comment goes into the expected code of fixtures.
  disableTypeChecks: false,
  ignorePatterns: ["docs", "bench", ".stryker-tmp*", "reports"],
  concurrency: 1,
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  timeoutMS: 5_000,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  cleanTempDir: "always",
  tempDirName: `.stryker-tmp-${area}`,
  thresholds: { high: 95, low: 85, break: 85 },
};
