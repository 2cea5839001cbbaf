/**
 * The demo: checks and builds the restaurant example, sends its batches to a SessionM stand-in on this machine, and
 * shows what arrived. It stops what it started; the exit status is 0 only where all was delivered as expected.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, stripVTControlCharacters, styleText } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "waybill-demo-"));
const example = "examples/restaurant";
const entry = `${example}/production.waybill.yaml`;
const batches = `${example}/batches.ndjson`;
const noor = "6310442907718325511";

const isColoured = process.stdout.isTTY === true && !process.env["NO_COLOR"];
const paint = (style, text) => (isColoured ? styleText(style, text) : text);
const bold = (text) => paint("bold", text);
const dim = (text) => paint("dim", text);

const expected = readLines(`${example}/expected.ndjson`);
const members = [...new Set(expected.map(({ path }) => memberOf(path)))];
const none = { by_transaction_id: [], by_content: [] };
const problems = [];
const children = new Set();
process.on("exit", () => stopAll("SIGKILL"));
process.stdout.on("error", () => process.exit(1));
setTimeout(() => {
  say("The demo took longer than a minute and was stopped.");
  process.exit(1);
}, 60_000).unref();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

try {
  await demo();
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  stopAll("SIGTERM");
}
report();

async function demo() {
  say(bold("Waybill demo"), "a restaurant's loyalty app. Everything stays on this machine.");
  await check();
  const manifest = await build();
  const sandbox = await startSandbox(manifest);
  await send(sandbox);
  await showTrouble(sandbox);
  await showMember(sandbox);
  await sendAgain(sandbox);
  await sandbox.stop();
}

async function check() {
  step(1, "Check the mapping", `waybill check ${example}`);
  const { out } = await waybill(["check", example]);
  indent(out);
}

async function build() {
  const target = join(folder, "forwarder");
  step(2, "Build the forwarder", `waybill build ${entry}`);
  await waybill(["build", entry, "--out", target]);
  const manifest = JSON.parse(readFileSync(join(target, "manifest.json"), "utf8"));
  const size = (name) => `${(manifest.sizes[name] / 1000).toFixed(0)} kB`.padStart(6);
  indent(`${size("forwarder.ts")}  ${join(target, "forwarder.ts")}   to read`);
  indent(`${size("forwarder.mjs")}  ${join(target, "forwarder.mjs")}  to run`);
  return manifest;
}

/** The stand-in knows the members, and the events and attributes that the forwarder may send, and nothing else. */
async function startSandbox({ sends }) {
  const child = start([
    ...["sandbox", "--port", "0", "--script", `${example}/sandbox.script.json`, "--users", members.join(",")],
    ...["--events", Object.keys(sends.events).join(","), "--attributes", sends.user_attributes.join(",")],
  ]);
  let out = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  const ended = once(child, "close");
  while (!/^SESSIONM_API_SECRET=.*$/m.test(out)) {
    const first = await Promise.race([once(child.stdout, "data"), ended.then(() => undefined)]);
    if (first === undefined) throw new Error(`The sandbox did not start: ${child.errors()}`);
  }
  const env = Object.fromEntries(
    [...out.matchAll(/^(SESSIONM_\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  const ask = async (path) => {
    const response = await fetch(`${env.SESSIONM_HOST}/sandbox/${path}`, {
      signal: AbortSignal.timeout(5000),
    });
    return response.json();
  };
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { env, ask, stop };
}

async function send({ env }) {
  step(
    3,
    `Send ${readLines(batches).length} mParticle batches to SessionM's stand-in`,
    "waybill run … --send",
  );
  indent(dim(`${env.SESSIONM_HOST} knows ${members.length} members; nothing was sent to it yet`));
  const { out } = await run(env);
  indent(out);
  showOneEvent();
}

/** One event as mParticle has it, and what was made of it. */
function showOneEvent() {
  const position = 1;
  const [{ data }] = readLines(batches)[position].events;
  indent("\nOne of them, an order. mParticle sent");
  indent(`  ${data.event_name.padEnd(17)}${dim(listed(data.custom_attributes))}`);
  indent("and SessionM got");
  const events = expected.filter(({ batch, kind }) => batch === position && kind === "event");
  for (const { body } of events.slice(0, 2)) {
    const [[name, { context }]] = Object.entries(body.events);
    indent(`  ${name.padEnd(17)}${dim(listed(context))}`);
  }
}

function listed(values) {
  const all = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  const shown = all.slice(0, 5).join(", ");
  return all.length > 5 ? `${shown} and ${all.length - 5} more` : shown;
}

function run(env) {
  const letters = join(folder, "dead-letters.ndjson");
  return waybill(["run", entry, "--in", batches, "--send", "--dead-letters", letters], env);
}

async function showTrouble({ ask }) {
  const requests = await ask("requests");
  const attempts = (request) => requests.filter((other) => other.message_id === request.message_id);
  step(4, "What went wrong on the way, on purpose");

  const busy = requests.find(({ status }) => status === 429);
  const afterBusy = busy && attempts(busy).at(-1);
  expect(afterBusy?.status === 200 && !afterBusy.cached, "a request answered 429 was not delivered later");
  trouble("429, too many requests", busy, "waited, sent again, delivered");

  const lost = requests.find(({ fault }) => fault === "reset_after");
  expect(lost && attempts(lost).at(-1)?.cached === true, "a lost answer was not asked for again");
  trouble("the answer got lost", lost, "sent again under its Message-ID: SessionM knew it, it counts once");

  const twice = requests.filter(({ cached, sent_to }) => cached && sent_to !== lost?.sent_to);
  expect(twice.length > 0, "the batch that came twice was not recognised");
  trouble("one batch came twice", twice[0], `Cached-Message: true, ${twice.length} requests without effect`);

  const events = await ask("events");
  const distinct = new Set(
    expected.filter(({ kind }) => kind === "event").map(({ path, body }) => path + idOf(body)),
  );
  expect(events.length === distinct.size, `${events.length} events took effect, not ${distinct.size}`);
  expect(isDeepStrictEqual(await ask("duplicates"), none), "an event took effect twice");
  indent(`${events.length} events took effect, none of them twice`);
}

function trouble(what, request, outcome) {
  const event = /^\S+/.exec(request?.summary ?? "")?.[0] ?? "";
  indent(`${what.padEnd(24)}${event.padEnd(21)}${dim(outcome)}`);
}

async function showMember({ env, ask }) {
  step(5, "What SessionM holds now for one member", `GET ${env.SESSIONM_HOST}/sandbox/users/${noor}`);
  const [user] = await ask(`users/${noor}`);
  expect(user !== undefined, `member ${noor} is missing`);
  const { user_profile, email, first_name, last_name, gender, country, state, city, zip, dob } = user ?? {};
  const { _version, ...attributes } = user_profile ?? {};
  expect(attributes.LoyaltyTier === "Gold", "the member's tier is not Gold");
  row("fields", { first_name, last_name, email, gender, dob, city, state, zip, country });
  row("custom attributes", attributes);
  const events = (await ask("events")).filter(({ sent_to }) => sent_to === noor);
  for (const [index, { date, name, context }] of events.entries()) {
    const values = Object.values(context).join(", ");
    indent(
      `${(index === 0 ? "events" : "").padEnd(20)}${date.slice(11, 16)}  ${name.padEnd(21)}${dim(values)}`,
    );
  }
}

/** Prints names and values, wrapped. */
function row(title, values) {
  const pairs = Object.entries(values).map(([name, value]) => `${dim(name)} ${value === "" ? '""' : value}`);
  const rows = [[]];
  for (const pair of pairs) {
    const width = stripVTControlCharacters([...rows.at(-1), pair].join("   ")).length;
    if (width > 86) rows.push([pair]);
    else rows.at(-1).push(pair);
  }
  for (const [index, line] of rows.entries()) {
    indent(`${(index === 0 ? title : "").padEnd(20)}${line.join("   ")}`);
  }
}

async function sendAgain({ env, ask }) {
  step(6, "Send the same batches again", "waybill run … --send");
  const before = { users: await ask("users"), events: await ask("events"), requests: await ask("requests") };
  await run(env);
  const requests = (await ask("requests")).slice(before.requests.length);
  const known = requests.filter(({ cached }) => cached);
  const events = await ask("events");
  expect(known.length === requests.length, "the second run was not recognised");
  expect(isDeepStrictEqual(events, before.events), "the second run added events");
  expect(isDeepStrictEqual(await ask("users"), before.users), "the second run changed a member");
  indent(
    `${known.length} of ${requests.length} requests were answered from the cache (Cached-Message: true)`,
  );
  indent(`events before ${before.events.length}, after ${events.length}; members unchanged`);
}

function report() {
  say("");
  if (problems.length > 0) {
    say(paint("red", "The demo failed:"));
    for (const problem of problems) indent(problem);
    process.exitCode = 1;
    return;
  }
  say(paint("green", "All was delivered, once."), "What was mapped, and why:", `${example}/README.md`);
}

/** Runs a command of Waybill; one that fails ends the demo. */
async function waybill(args, env = {}) {
  const child = start(args, env);
  let out = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  const [status] = await once(child, "close");
  if (status !== 0)
    throw new Error(`waybill ${args[0]} ended with status ${status}.\n${out}${child.errors()}`);
  return { out: out.trimEnd() };
}

function start(args, env = {}) {
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] };
  const child = spawn(process.execPath, [join(root, "bin/waybill.cjs"), ...args], options);
  children.add(child);
  child.once("close", () => children.delete(child));
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8");
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  return Object.assign(child, { errors: () => errors.trimEnd() });
}

function stopAll(signal) {
  for (const child of children) child.kill(signal);
}

function expect(isTrue, problem) {
  if (!isTrue) problems.push(problem);
}

function readLines(path) {
  // Only paths and bodies are read; ids that are numbers in the batches would lose digits here.
  return readFileSync(join(root, path), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function memberOf(path) {
  return decodeURIComponent(/\/users\/([^/]+)/.exec(path)?.[1] ?? "");
}

function idOf({ events }) {
  return Object.values(events)[0].transaction_id;
}

function step(number, title, command = "") {
  say(`\n${bold(`${number}  ${title}`)}${command === "" ? "" : `   ${dim(command)}`}`);
}

function indent(text) {
  for (const line of text.split("\n")) say(`   ${line}`.trimEnd());
}

function say(...parts) {
  console.log(parts.join("  "));
}
