import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  readServiceOptions,
  type ServiceOptions,
  serviceOptionNames,
  serviceUsage,
} from "../../../src/runtime/service/service-options.ts";

const env = { WAYBILL_AUTHORIZATION: "Bearer made-up-for-tests" };

function optionsOf(...args: readonly string[]): ServiceOptions {
  const read = readServiceOptions(args, env);
  if (read.kind === "problems") throw new Error(read.problems.join(" "));
  return read.options;
}

function problemsOf(args: readonly string[], environment: Readonly<Record<string, string>> = env) {
  const read = readServiceOptions(args, environment);
  return read.kind === "problems" ? read.problems : [];
}

test("without options a service listens on loopback and keeps to the defaults of the documentation", () => {
  expect(optionsOf()).toEqual({
    host: "127.0.0.1",
    port: 8080,
    adminHost: "127.0.0.1",
    adminPort: 9090,
    dataFolder: ".waybill/serve",
    tls: undefined,
    authorizations: ["Bearer made-up-for-tests"],
    destination: undefined,
    mixesEnvironments: false,
    concurrency: 16,
    perSecond: Number.POSITIVE_INFINITY,
    timeoutMilliseconds: 10_000,
    postsPerSecond: 20_000,
    resendsUnknown: false,
    holdMilliseconds: 3_600_000,
    maxAgeMilliseconds: Number.POSITIVE_INFINITY,
    deadLetterMilliseconds: 30 * 24 * 3_600_000,
    logLevel: "info",
  });
});

test("times are read in the unit that the option names", () => {
  const args = "--timeout 2.5 --hold 90 --max-age 48 --keep-dead-letters 7 --rate 0.5".split(" ");
  expect(optionsOf(...args)).toMatchObject({
    timeoutMilliseconds: 2500,
    holdMilliseconds: 90 * 60_000,
    maxAgeMilliseconds: 48 * 3_600_000,
    deadLetterMilliseconds: 7 * 24 * 3_600_000,
    perSecond: 0.5,
  });
});

test("two values of Authorization are let in while one is being changed", () => {
  const both = { ...env, WAYBILL_AUTHORIZATION_NEXT: "Bearer another-made-up-one" };
  const read = readServiceOptions([], both);
  expect(read).toMatchObject({
    options: { authorizations: ["Bearer made-up-for-tests", "Bearer another-made-up-one"] },
  });
});

test.each([
  [["--port", "70000"], "`--port` is a number from 0 to 65535, not `70000`."],
  [["--timeout", "16"], "`--timeout` is a number from 0.1 to 15, not `16`."],
  [["--rate", "fast"], "`--rate` is a number from 0.01 to 100000, not `fast`."],
  [["--hold", "-1"], "`--hold` is a number from 0 to 100000, not `-1`."],
  [["--max-age", "0"], "`--max-age` is a number from 0.01 to 100000, not `0`."],
  [["--destination", "prod"], "`--destination` is one of production, staging, not `prod`."],
  [["--log-level", "all"], "`--log-level` is one of error, warn, info, debug, not `all`."],
  [["--tls-cert", "a.pem"], "`--tls-cert` and `--tls-key` go together."],
  [["--no-authorization"], "`--no-authorization` and WAYBILL_AUTHORIZATION exclude each other."],
])("%j is a problem", (args, problem) => {
  const [name = "", value] = args;
  const joined = value === undefined ? [name] : [`${name}=${value}`];
  expect(problemsOf(joined)).toEqual([problem]);
});

test("nobody is let in by accident: no value, and one that can be guessed, are problems", () => {
  expect(problemsOf([], {})[0]).toMatch(/^WAYBILL_AUTHORIZATION is not set\./);
  expect(problemsOf([], { WAYBILL_AUTHORIZATION: "secret" })).toEqual([
    "A value of WAYBILL_AUTHORIZATION is shorter than 16 characters; it could be guessed.",
  ]);
  expect(readServiceOptions(["--no-authorization"], {})).toMatchObject({
    options: { authorizations: undefined },
  });
});

test("all problems are found, not the first alone", () => {
  expect(problemsOf(["--port", "x", "--rate", "y"], {})).toHaveLength(3);
});

test.each(serviceOptionNames)("--%s is in the help, and in the documentation", (name) => {
  expect(serviceUsage).toContain(`--${name}`);
  expect(readFileSync("docs/operations.md", "utf8")).toContain(`\`--${name}\``);
});

test.each(["Dockerfile", "waybill.service"])(
  "examples/deploy/%s starts the service with options that it has",
  (name) => {
    const text = readFileSync(`examples/deploy/${name}`, "utf8");
    const lines = text.split("\n").filter((line) => /^(ENTRYPOINT|CMD|ExecStart)\b/.test(line));
    const options = lines.flatMap((line) => [...line.matchAll(/--([a-z-]+)/g)].map(([, option]) => option));
    expect(options.length).toBeGreaterThan(1);
    expect(options.filter((option) => !serviceOptionNames.includes(option ?? ""))).toEqual([]);
  },
);
