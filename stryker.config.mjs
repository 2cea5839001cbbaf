/** Mutation testing of one area at a time; `npm run mutate -- <area>` sets AREA. */
import { areas } from "./scripts/mutate.mjs";

const area = process.env.AREA ?? "classifier";

export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutate.config.ts" },
  mutate: areas[area].mutate,
  ignorePatterns: ["dist", "docs", "bench", ".stryker-tmp", "reports"],
  concurrency: 1,
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  timeoutMS: 20_000,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: `.stryker-tmp-${area}`,
  thresholds: { high: 95, low: 85, break: 85 },
};
