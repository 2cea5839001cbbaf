/** The files of examples/deploy are done as they say, on this machine. */
import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { readServiceOptions } from "../../src/runtime/service/service-options.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { buildImage } from "../support/build-image.ts";
import { runCli } from "../support/cli.ts";
import { startPackageRegistry } from "../support/package-registry.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { batchOf, post, waybill } from "./loyalty.ts";
import { authorization, type ServiceProcess, startCommand } from "./service-process.ts";

const example = resolve("examples/deploy");

/** Builds a waybill into a folder, as examples/deploy/README.md says. */
async function build(target: "node" | "lambda", text: string): Promise<string> {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": text });
  cpSync(example, join(folder, "examples/deploy"), { recursive: true });
  const readme = readFileSync(join(example, "README.md"), "utf8");
  const [, line = ""] = new RegExp(`waybill (build .* --target ${target} [^\`]*)`).exec(readme) ?? [];
  const { status, stderr } = await runCli(folder, line.split(" "));
  expect([status, stderr]).toEqual([0, ""]);
  return join(folder, "examples/deploy");
}

async function openSandbox(): Promise<{ sandbox: Sandbox; env: Record<string, string> }> {
  const sandbox = await startSandbox({ port: 0, switches: { missing_user_on_profile: "upsert" } });
  onTestFinished(() => sandbox.close().then(() => {}));
  const { url: SESSIONM_HOST, apiKey: SESSIONM_API_KEY, apiSecret: SESSIONM_API_SECRET } = sandbox;
  return { sandbox, env: { SESSIONM_HOST, SESSIONM_API_KEY, SESSIONM_API_SECRET } };
}

async function expectToDeliver(service: ServiceProcess, sandbox: Sandbox): Promise<void> {
  expect((await post(service, batchOf(1))).status).toBe(202);
  await expect.poll(() => sandbox.state.counts().events, { timeout: 10_000 }).toBe(1);
}

test("the image of the Dockerfile serves, is healthy, keeps its queue in the volume, and stops in good order", async () => {
  const context = await build("node", waybill);
  const registry = { npm_config_registry: await startPackageRegistry(), npm_config_cache: temporaryFolder() };
  const image = await buildImage(context, temporaryFolder(), registry);
  const { sandbox, env } = await openSandbox();
  const environment = { PATH: process.env["PATH"], WAYBILL_AUTHORIZATION: authorization, ...env };
  // The ports of the image may be taken here.
  const command = [...image.entrypoint, ...image.command, "--port", "0", "--admin-port", "0"];
  const cwd = join(image.root, image.workdir);
  const service = await startCommand(command, cwd, environment);
  onTestFinished(() => void service.signal("SIGKILL"));
  expect(service.batches).toMatch(/^http:\/\/0\.0\.0\.0:/);
  await expectToDeliver(service, sandbox);
  const [node = "", ...check] = image.healthcheck;
  const args = check.map((arg) => arg.replace("http://127.0.0.1:9090", service.admin));
  const isHealthy = () =>
    promisify(execFile)(node, args, { cwd, timeout: 10_000 }).then(
      () => true,
      () => false,
    );
  expect(await isHealthy()).toBe(true);
  expect([image.user, image.stopSignal]).toEqual(["node", "SIGTERM"]);
  expect((await service.stop()).status).toBe(0);
  expect(await isHealthy()).toBe(false);
  expect(statSync(join(image.root, "data")).mode & 0o777).toBe(0o700);
  expect(statSync(join(image.root, "data/queue.db")).size).toBeGreaterThan(0);
  const defaults = readServiceOptions([], { WAYBILL_AUTHORIZATION: authorization });
  expect(defaults).toMatchObject({ kind: "options", options: { port: image.ports[0], adminPort: 9090 } });
}, 60_000);

test("the unit of systemd starts a service that needs nothing which the unit forbids", async (context) => {
  const hasTracer = spawnSync("strace", ["--version"]).status === 0;
  if (!hasTracer && process.env["CI"] === undefined) context.skip("strace is not installed here");
  const folder = await build("node", waybill);
  const unit = readFileSync(join(folder, "waybill.service"), "utf8");
  const settingOf = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(unit)?.[1] ?? "";
  const state = temporaryFolder();
  const line = settingOf("ExecStart").replace("/usr/bin/node", process.execPath);
  expect(line).toContain(` --data-dir /var/lib/${settingOf("StateDirectory")}`);
  const { sandbox, env } = await openSandbox();
  const names = [...unit.matchAll(/\b(?:SESSIONM|WAYBILL)_[A-Z_]+\b/g)].map(([name]) => name);
  const environment = { ...env, WAYBILL_AUTHORIZATION: authorization };
  expect(new Set(names)).toEqual(new Set(Object.keys(environment)));
  const trace = join(state, "trace");
  const command = [
    ...["strace", "-D", "-f", "-qq", "-e", "trace=socket", "-o", trace],
    ...line.replace(`/var/lib/${settingOf("StateDirectory")}`, state).split(" "),
    ...["--port", "0", "--admin-port", "0", "--host", "0.0.0.0"],
  ];
  const libsql = { NODE_PATH: resolve("node_modules") };
  const service = await startCommand(command, join(folder, "build"), {
    PATH: process.env["PATH"],
    ...libsql,
    ...environment,
  });
  onTestFinished(() => void service.signal("SIGKILL"));
  await expectToDeliver(service, sandbox);
  const { status, milliseconds } = await service.stop();
  expect(status).toBe(0);
  expect(milliseconds).toBeLessThan(Number(settingOf("TimeoutStopSec")) * 1000);
  const families = [...readFileSync(trace, "utf8").matchAll(/socket\((AF_[A-Z0-9]+)/g)].map(
    ([, name]) => name,
  );
  // With `--host 0.0.0.0`, above, Fastify asks the kernel for the machine's addresses.
  expect(families).toContain("AF_NETLINK");
  expect(settingOf("RestrictAddressFamilies").split(" ")).toEqual(
    expect.arrayContaining([...new Set(families)]),
  );
}, 60_000);

test("systemd finds nothing wrong with the unit", (context) => {
  if (spawnSync("systemd-analyze", ["--version"]).status !== 0) return context.skip("no systemd here");
  const folder = temporaryFolder();
  const text = readFileSync(join(example, "waybill.service"), "utf8");
  writeFileSync(join(folder, "waybill.service"), text.replace("/usr/bin/node", process.execPath));
  const verify = () => {
    const { status, stderr } = spawnSync(
      "systemd-analyze",
      ["verify", "--man=no", join(folder, "waybill.service")],
      { encoding: "utf8" },
    );
    return { status, stderr: stderr.replaceAll(/^(?!.*waybill\.service).*\n/gm, "") };
  };
  expect(verify()).toEqual({ status: 0, stderr: "" });
  writeFileSync(join(folder, "waybill.service"), `${text}\n[Service]\nPrivateTmpp=yes\n`);
  expect(verify().stderr).toContain("PrivateTmpp");
});

/** What a property refers to, or text with such references: `!Ref`, `!GetAtt`, `!Sub`. */
interface Reference {
  readonly tag: string;
  readonly text: string;
}

function readTemplate(path: string) {
  const references: Reference[] = [];
  const customTags = ["!Ref", "!GetAtt", "!Sub"].map((tag) => ({
    tag,
    resolve(text: string): Reference {
      references.push({ tag, text });
      return { tag, text };
    },
  }));
  return { template: parse(readFileSync(path, "utf8"), { customTags, strict: true }), references };
}

/** Calls the handler as the runtime of Lambda does: a file in the function's folder, and nothing else around it. */
const invoke = `const [file, name, event] = process.argv.slice(1);
const { [name]: handler } = require(file);
const context = { getRemainingTimeInMillis: () => 15_000 };
handler(JSON.parse(event), context).then((answer) => process.send(answer)).finally(() => process.disconnect());`;

test("the handler of the SAM template delivers with the variables of the template alone, and names what failed", async () => {
  const lambda = waybill.replace("profile:", "profile:\n  send: always\n  missing_users: dead_letter");
  const context = await build("lambda", lambda);
  const { template } = readTemplate(join(context, "template.yaml"));
  const { Handler, CodeUri, Environment } = template.Resources.Forwarder.Properties;
  const { sandbox, env } = await openSandbox();
  const secret = { api_key: sandbox.apiKey, api_secret: sandbox.apiSecret };
  const resolveValue = ({ text }: Reference) => {
    const [, key] = /^\{\{resolve:secretsmanager:\$\{SecretName\}:SecretString:(\w+)\}\}$/.exec(text) ?? [];
    return key === undefined ? sandbox.url : Object.entries(secret).find(([name]) => name === key)?.[1];
  };
  const variables = Object.entries<Reference>(Environment.Variables).map(
    ([name, value]) => [name, resolveValue(value)] as const,
  );
  expect(Object.fromEntries(variables)).toEqual(env);
  const [module = "", name = ""] = Handler.split(".");
  const Records = [batchOf(1), "{"].map((body, index) => {
    return { eventSource: "aws:sqs", messageId: `m${index}`, body };
  });
  // A folder of its own: what Lambda has is what `CodeUri` has.
  const folder = temporaryFolder();
  cpSync(join(context, CodeUri), folder, { recursive: true });
  const args = ["-e", invoke, join(folder, `${module}.cjs`), name, JSON.stringify({ Records })];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: Object.fromEntries(variables),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [answer] = await once(child, "message");
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "m1" }] });
  expect(sandbox.state.counts().events).toBe(1);
}, 60_000);

test("the SAM template refers to what it has, and repeats end while SessionM answers them from its cache", () => {
  const { template, references } = readTemplate(join(example, "template.yaml"));
  const { Parameters, Resources } = template;
  const names = references.flatMap(({ tag, text }) =>
    tag === "!Sub" ? [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name) : text.split(".", 1),
  );
  expect([...new Set(names)].sort()).toEqual(["Batches", "DeadLetters", "SecretName", "SessionmHost"]);
  expect(Object.keys({ ...Parameters, ...Resources })).toEqual(expect.arrayContaining(names));
  const { Batches, DeadLetters, Forwarder } = Resources;
  const { VisibilityTimeout, RedrivePolicy, FifoQueue } = Batches.Properties;
  // AWS Lambda developer guide, "Using Lambda with Amazon SQS": at least six times the function's timeout.
  expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * Forwarder.Properties.Timeout);
  expect(VisibilityTimeout * RedrivePolicy.maxReceiveCount).toBeLessThan(30 * 60);
  expect([FifoQueue, DeadLetters.Properties.FifoQueue]).toEqual([true, true]);
  const { FunctionResponseTypes, Queue } = Forwarder.Properties.Events.Queue.Properties;
  expect(FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
  expect([Queue, RedrivePolicy.deadLetterTargetArn]).toEqual([
    { tag: "!GetAtt", text: "Batches.Arn" },
    { tag: "!GetAtt", text: "DeadLetters.Arn" },
  ]);
});
