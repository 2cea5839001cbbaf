import { expect, test } from "vitest";
import { resolveConnection } from "../../../src/runtime/sessionm/connection.ts";
import type { ConnectionSettings } from "../../../src/runtime/settings.ts";

const settings: ConnectionSettings = {
  host: { env: "SESSIONM_HOST" },
  apiKey: { env: "SESSIONM_API_KEY" },
  apiSecret: { env: "SESSIONM_API_SECRET" },
};
const credentials = { SESSIONM_API_KEY: "key-1", SESSIONM_API_SECRET: "secret-1" };

function resolveHost(host: string) {
  const result = resolveConnection({ ...settings, host: { literal: host } }, credentials);
  return result.kind === "connection" ? result.connection.origin : result.problems;
}

test("reads the three values from the environment", () => {
  const env = { ...credentials, SESSIONM_HOST: "https://api-acme.stg-sessionm.test/" };
  expect(resolveConnection(settings, env)).toEqual({
    kind: "connection",
    connection: { origin: "https://api-acme.stg-sessionm.test", apiKey: "key-1", apiSecret: "secret-1" },
  });
});

test("names every variable that is missing or empty", () => {
  const result = resolveConnection(settings, { SESSIONM_HOST: " ", SESSIONM_API_KEY: "" });
  expect(result).toEqual({
    kind: "problems",
    problems: [
      "The environment variable `SESSIONM_HOST` (`connection.host`) is not set.",
      "The environment variable `SESSIONM_API_KEY` (`connection.api_key`) is not set.",
      "The environment variable `SESSIONM_API_SECRET` (`connection.api_secret`) is not set.",
    ],
  });
});

test("names every value that the waybill leaves out", () => {
  const result = resolveConnection({}, credentials);
  expect(result).toMatchObject({
    problems: [/connection\.host/, /api_key/, /api_secret/].map((name) => expect.stringMatching(name)),
  });
});

test.each([
  ["api.sessionm.test", "https://api.sessionm.test"],
  ["api.sessionm.test:8443/", "https://api.sessionm.test:8443"],
  ["HTTPS://API.sessionm.test", "https://api.sessionm.test"],
  ["https://api.sessionm.test:443/", "https://api.sessionm.test"],
  ["http://localhost:8642", "http://localhost:8642"],
  ["http://127.0.0.1:8642/", "http://127.0.0.1:8642"],
  ["http://127.1.2.3", "http://127.1.2.3"],
  ["http://[::1]:8642", "http://[::1]:8642"],
  ["http://2130706433/", "http://127.0.0.1"],
])("takes the host %s for %s", (host, origin) => {
  expect(resolveHost(host)).toBe(origin);
});

test.each([
  ["http://api.sessionm.test", "is not https: `http://api.sessionm.test`"],
  ["http://127.0.0.1.example.test", "is not https"],
  ["http://localhost.example.test", "is not https"],
  ["http://10.0.0.1", "is not https"],
  ["http://[::ffff:127.0.0.1]", "is not https"],
  ["ftp://api.sessionm.test", "is not https"],
  ["https://pat:hunter2@api.sessionm.test", "holds a user or password"],
  ["https://api.sessionm.test/priv", "goes on after the host"],
  ["https://api.sessionm.test/?a=1", "goes on after the host"],
  ["https://api.sessionm.test?", "goes on after the host"],
  ["https://api.sessionm.test/#x", "goes on after the host"],
  ["https://", "is not a URL"],
  ["https://a b", "is not a URL"],
])("refuses the host %s, which %s", (host, problem) => {
  expect(resolveHost(host)).toEqual([expect.stringContaining(problem)]);
  expect(String(resolveHost(host))).not.toContain("hunter2");
});

test.each([
  ["SESSIONM_API_KEY", "key:1"],
  ["SESSIONM_API_KEY", "key\n1"],
  ["SESSIONM_API_SECRET", "sécret"],
])("refuses a %s that HTTP cannot carry and does not show it", (name, value) => {
  const result = resolveConnection(settings, { ...credentials, SESSIONM_HOST: "a.test", [name]: value });
  expect(result).toMatchObject({ kind: "problems" });
  expect(JSON.stringify(result)).not.toContain(value);
});
