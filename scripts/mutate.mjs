/**
 * `npm run mutate -- <area>`: how many changes to the code of an area its tests notice. Stryker is installed for the
 * run alone: with everything that it needs it is a third as large as all other packages, and few ever run it.
 */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";

const packages = ["@stryker-mutator/core@9.6.1", "@stryker-mutator/vitest-runner@9.6.1"];

/** What is changed, and the tests that should notice. */
export const areas = {
  classifier: {
    mutate: ["src/runtime/sessionm/classify.ts"],
    tests: ["test/runtime/sessionm/classify.test.ts"],
  },
  emitter: {
    mutate: ["src/compiler/emit/*.ts"],
    tests: ["test/suites/compile.test.ts", "test/unit/emit/*.test.ts"],
  },
  interpreter: {
    mutate: ["src/interpreter/*.ts"],
    tests: ["test/suites/interpreter.test.ts"],
  },
  rules: {
    mutate: ["src/compiler/check/rules/*.ts", "!src/compiler/check/rules/index.ts"],
    tests: ["test/suites/diagnostics.test.ts"],
  },
};

function run(command, args, env = process.env) {
  const { status } = spawnSync(command, args, { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((area) => !Object.hasOwn(areas, area));
  if (unknown !== undefined) {
    console.error(`There is no area \`${unknown}\`. Use some of: ${Object.keys(areas).join(", ")}.`);
    process.exit(2);
  }
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...packages]);
  for (const area of wanted.length > 0 ? wanted : Object.keys(areas)) {
    console.log(`\n${area}: ${areas[area].mutate.join(" ")}`);
    run("npx", ["stryker", "run"], { ...process.env, AREA: area });
  }
}
