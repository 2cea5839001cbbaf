/**
 * `npm run mutate -- <area>…`: how many changes to the code of an area its tests notice. Stryker and Mocha are installed
 * for the run alone: with all that they need they are a third as large as all other packages, and few ever run them.
 */
import { spawnSync } from "node:child_process";
import { areas } from "./mutate/areas.mjs";

const packages = ["@stryker-mutator/core@9.6.1", "@stryker-mutator/mocha-runner@9.6.1", "mocha@11.8.0"];

/** Says whether a command succeeded; its output goes where ours goes. */
function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", env });
  if (error !== undefined) throw error;
  return status === 0;
}

function mutate(area) {
  console.log(`\n${area}: ${areas[area].mutate.join(" ")}\nits tests: ${areas[area].tests.join(" ")}\n`);
  return run("npx", ["stryker", "run"], { ...process.env, AREA: area });
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((area) => !Object.hasOwn(areas, area));
if (unknown !== undefined) {
  console.error(`There is no area \`${unknown}\`. Use some of: ${Object.keys(areas).join(", ")}.`);
  process.exit(2);
}
console.log(
  `Installing ${packages.join(", ")} into node_modules, for this run; package.json stays as it is.`,
);
if (!run("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...packages])) process.exit(1);
// Some tests run what the build makes.
if (!run("npm", ["run", "--silent", "build"])) process.exit(1);
const failed = (wanted.length > 0 ? wanted : Object.keys(areas)).filter((area) => !mutate(area));
if (failed.length > 0) {
  console.error(
    `\nBelow 85 %, or not run to its end: ${failed.join(", ")}. Above, each survivor has its place and its change.`,
  );
  process.exit(1);
}
console.log("\nEach area is at 85 % or above; survivors are above, each with its place and its change.");
