import { type Answer, jsonAnswer } from "./answers.ts";
import type { Call } from "./call.ts";
import { parseFaultChances } from "./faults.ts";
import { parseScript } from "./parse-script.ts";
import { isProblem } from "./problem.ts";
import { decodeSegments } from "./routes.ts";
import { parseSeedUsers } from "./seed-user.ts";
import type { SandboxState } from "./state.ts";
import { parseSwitches } from "./switches.ts";

interface Inspection {
  readonly path: string;
  readonly about: string;
  /** Returns the body of the answer; `last` is the last segment of the path. */
  readonly answer: (state: SandboxState, call: Call, last: string) => unknown;
}

/** What can be seen and set under `/sandbox`. A path ending in a name in braces takes any segment there. */
export const inspections: readonly Inspection[] = [
  { path: "GET /sandbox", about: "this list, and how much there is", answer: renderIndex },
  { path: "GET /sandbox/users", about: "all users", answer: (state) => state.users() },
  {
    path: "GET /sandbox/users/{external_id}",
    about: "the users with an external id",
    answer: (state, _call, last) => state.usersWith(last),
  },
  { path: "POST /sandbox/users", about: "adds users: [external id or object, …]", answer: addUsers },
  {
    path: "GET /sandbox/events",
    about: "the last 100,000 events that took effect",
    answer: (state) => state.events(),
  },
  {
    path: "GET /sandbox/duplicates",
    about: "events that took effect more than once",
    answer: (state) => state.duplicates(),
  },
  {
    path: "GET /sandbox/requests",
    about: "the last 1,000 requests; ?last=20 for fewer",
    answer: lastRequests,
  },
  { path: "GET /sandbox/switches", about: "the switches", answer: (state) => state.switches() },
  { path: "POST /sandbox/switches", about: "sets some: {name: value, …}", answer: setSwitches },
  { path: "POST /sandbox/script", about: "replaces the script: [rule, …]", answer: setScript },
  { path: "POST /sandbox/faults", about: 'replaces the random faults: ["503:0.1", …]', answer: setFaults },
  { path: "POST /sandbox/reset", about: "forgets everything, back to the start", answer: reset },
];

/** Returns the answer to a request under `/sandbox`. It needs no credentials. */
export function inspect(call: Call, state: SandboxState): Answer {
  const path = `${call.method} ${call.path}`;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const inspection = inspections.find(
    (known) => known.path === path || known.path.replace(/\{.*$/, "") === folder,
  );
  if (inspection === undefined) {
    return jsonAnswer(404, { problem: `There is no ${path}.`, see: "/sandbox" }, "not_found");
  }
  const body = inspection.answer(state, call, decodeSegments(call.path).at(-1) ?? "");
  return jsonAnswer(isProblem(body) ? 400 : 200, body, "ok");
}

function renderIndex(state: SandboxState) {
  return {
    counts: state.counts(),
    paths: Object.fromEntries(inspections.map(({ path, about }) => [path, about])),
  };
}

function lastRequests(state: SandboxState, { query }: Call) {
  const last = Number(query.get("last") ?? Number.NaN);
  return last > 0 ? state.requests().slice(-last) : state.requests();
}

function addUsers(state: SandboxState, { json }: Call) {
  const users = parseSeedUsers(json);
  if (isProblem(users)) return users;
  state.addUsers(users);
  return { added: users.length };
}

function setSwitches(state: SandboxState, { json }: Call) {
  const switches = parseSwitches(json);
  if (isProblem(switches)) return switches;
  state.setSwitches(switches);
  return state.switches();
}

function setScript(state: SandboxState, { json }: Call) {
  const rules = parseScript(json);
  if (isProblem(rules)) return rules;
  state.setScript(rules);
  return { rules: rules.length };
}

function setFaults(state: SandboxState, { json }: Call) {
  const chances = parseFaultChances(json);
  if (isProblem(chances)) return chances;
  state.setFaults(chances);
  return { faults: chances.length };
}

function reset(state: SandboxState) {
  state.reset();
  return { reset: true };
}
