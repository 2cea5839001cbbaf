import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { Handler } from "../../src/runtime/lambda/index.ts";
import { startSandbox } from "../../src/sandbox/sandbox.ts";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const waybill = `waybill: 1
name: loyalty
connection: { host: "\${SESSIONM_HOST}", api_key: "\${SESSIONM_API_KEY}", api_secret: "\${SESSIONM_API_SECRET}" }
profile:
  send: always
  missing_users: dead_letter
  identities: { email: email }
events:
  - Purchase Completed: purchase
`;

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const stop of stops.splice(0)) await stop();
});

const context = { getRemainingTimeInMillis: () => 15_000 };

async function openHandler() {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  const built = await runCli(folder, ["build", "loyalty.waybill.yaml", "--target", "lambda", "--out", "."]);
  expect([built.status, built.stderr]).toEqual([0, ""]);
  const sandbox = await startSandbox({ port: 0, switches: { missing_user_on_profile: "upsert" } });
  stops.push(() => sandbox.close());
  vi.stubEnv("SESSIONM_HOST", sandbox.url);
  vi.stubEnv("SESSIONM_API_KEY", sandbox.apiKey);
  vi.stubEnv("SESSIONM_API_SECRET", sandbox.apiSecret);
  vi.stubEnv("WAYBILL_AUTHORIZATION", "Bearer made-up-for-tests");
  const loaded: { readonly handler: Handler } = createRequire(import.meta.url)(join(folder, "lambda.cjs"));
  return { handler: loaded.handler, sandbox };
}

function batch(number: number): string {
  const data = {
    event_id: `${number}`,
    event_name: "Purchase Completed",
    timestamp_unixtime_ms: 1_773_324_000_000,
  };
  return JSON.stringify({
    mpid: "7000001",
    batch_id: `${1000 + number}`,
    user_identities: { customer_id: "C-1", email: "pat@example.com" },
    events: [{ event_type: "custom_event", data }],
  });
}

test("messages of SQS are delivered, and the one that cannot be is named", async () => {
  const { handler, sandbox } = await openHandler();
  const record = (messageId: string, body: string) => ({ eventSource: "aws:sqs" as const, messageId, body });
  const answer = await handler(
    { Records: [record("a", batch(1)), record("b", "{"), record("c", batch(2))] },
    context,
  );
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "b" }] });
  expect(sandbox.state.counts().events).toBe(2);
});

test("records of Kinesis are delivered", async () => {
  const { handler, sandbox } = await openHandler();
  const record = (sequenceNumber: string, text: string) => ({
    eventSource: "aws:kinesis" as const,
    kinesis: { sequenceNumber, data: Buffer.from(text).toString("base64") },
  });
  expect(await handler({ Records: [record("1", batch(1)), record("2", batch(2))] }, context)).toEqual({
    batchItemFailures: [],
  });
  expect(sandbox.state.counts().events).toBe(2);
});

test("what cannot be delivered now fails with everything of the member that comes after it", async () => {
  const { handler, sandbox } = await openHandler();
  await sandbox.close();
  stops.pop();
  const record = (messageId: string, body: string) => ({ eventSource: "aws:sqs" as const, messageId, body });
  const soon = { getRemainingTimeInMillis: () => 2000 };
  expect(await handler({ Records: [record("a", batch(1)), record("b", batch(2))] }, soon)).toEqual({
    batchItemFailures: [{ itemIdentifier: "a" }, { itemIdentifier: "b" }],
  });
});

test("a function URL takes batches of those who know the value, and of nobody else", async () => {
  const { handler, sandbox } = await openHandler();
  const request = (headers: Readonly<Record<string, string>>, body = `[${batch(1)},${batch(2)}]`) => ({
    requestContext: { http: { method: "POST" } },
    headers: { "content-type": "application/json", ...headers },
    body: Buffer.from(body).toString("base64"),
    isBase64Encoded: true,
  });
  const authorization = "Bearer made-up-for-tests";
  expect(await handler(request({ authorization: "Bearer other" }), context)).toMatchObject({
    statusCode: 401,
  });
  expect(await handler(request({ authorization }, "{"), context)).toMatchObject({ statusCode: 400 });
  const answer = await handler(request({ authorization }), context);
  expect(answer).toMatchObject({ statusCode: 200, body: '{"accepted":2,"refused":0}' });
  expect(sandbox.state.counts().events).toBe(2);
});
