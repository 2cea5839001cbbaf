import { expect, test } from "vitest";
import { createFaultDraw, type FaultName, parseFaultChances } from "../../src/sandbox/faults.ts";
import { isProblem } from "../../src/sandbox/problem.ts";
import type { ScriptAnswer } from "../../src/sandbox/script.ts";
import { event, startClient } from "./client.ts";

/** Sends an event to a sandbox that answers it as scripted; says what came back and whether it took effect. */
async function sendTo(answer: ScriptAnswer) {
  const client = await startClient({ script: [{ answers: [answer] }] });
  const came = client.send("1", { purchase: event() }).catch(() => "no answer" as const);
  const timeout = new Promise<"nothing yet">((resolve) => setTimeout(resolve, 100, "nothing yet"));
  const answered = await Promise.race([came, timeout]);
  return { answered, stored: client.state.events().length, record: client.state.requests()[0] };
}

test.each<[FaultName, string, number]>([
  ["reset", "no answer", 0],
  ["reset_after", "no answer", 1],
  ["hang", "nothing yet", 0],
  ["hang_after", "nothing yet", 1],
])("%s: the client sees %s, and %i events took effect", async (fault, seen, stored) => {
  const outcome = await sendTo(fault);
  expect(outcome).toMatchObject({ answered: seen, stored, record: { fault, status: null } });
});

test.each<[FaultName, (text: string) => boolean]>([
  ["garbage", (text) => text.length > 0],
  ["empty", (text) => text === ""],
])("%s: the event took effect, and the answer is a 200 without JSON", async (fault, fits) => {
  const { answered, stored } = await sendTo(fault);
  expect(answered).toMatchObject({ status: 200, code: null, text: expect.toSatisfy(fits) });
  expect(stored).toBe(1);
});

test("slow: the headers come at once and the body late, but whole", async () => {
  const client = await startClient({ script: [{ answers: [{ fault: "slow", ms: 100 }] }] });
  const start = performance.now();
  expect((await client.send("1", { purchase: event() })).code).toBe("ok");
  expect(performance.now() - start).toBeGreaterThan(80);
});

test("a sandbox closes while a body is slow and another request hangs", async () => {
  const client = await startClient({ script: [{ answers: ["slow", "hang"] }] });
  const slow = client.put("1", {}).catch(() => "closed");
  const hanging = client.put("1", {}).catch(() => "closed");
  while (client.state.requests().length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  await client.close();
  expect(await Promise.all([slow, hanging])).toEqual(["closed", "closed"]);
});

test.each<[ScriptAnswer, object]>([
  [503, { status: 503, code: null, text: expect.stringContaining("<html>") }],
  [500, { status: 500, code: "internal_server_error" }],
  [429, { status: 429, code: "too_many_requests" }],
  [401, { status: 401, code: "access_denied" }],
  [404, { status: 404, code: "not_found" }],
  [418, { status: 418, code: "validation" }],
  [204, { status: 204, text: "" }],
  [
    { status: 409, body: { status: "error", errors: { code: "taken" } } },
    { status: 409, code: "taken" },
  ],
  [
    { status: 200, body: "not JSON" },
    { status: 200, code: null, text: "not JSON" },
  ],
])("status %j is answered, and the event does not take effect", async (answer, want) => {
  const { answered, stored } = await sendTo(answer);
  expect(answered).toMatchObject(want);
  expect(stored).toBe(0);
});

test("a 429 has the Retry-After that the script gives it, or none", async () => {
  const client = await startClient({ script: [{ answers: [{ status: 429, retry_after: "1" }, 429] }] });
  expect((await client.put("1", {})).headers.get("retry-after")).toBe("1");
  expect((await client.put("1", {})).headers.get("retry-after")).toBeNull();
});

test("random faults strike about as often as they should, and the same seed repeats them", () => {
  const chances = parseFaultChances(["503:0.1", "reset:0.2"]);
  if (isProblem(chances)) throw new Error(chances.problem);
  const draws = (seed: number) => {
    const draw = createFaultDraw(chances, seed);
    return Array.from({ length: 5000 }, () => JSON.stringify(draw()));
  };
  const first = draws(7);
  expect(draws(7)).toEqual(first);
  expect(draws(8)).not.toEqual(first);
  const share = (text: string | undefined) => first.filter((drawn) => drawn === text).length / first.length;
  expect(share('{"status":503}')).toBeCloseTo(0.1, 1);
  expect(share('{"fault":"reset"}')).toBeCloseTo(0.2, 1);
  expect(share(undefined)).toBeCloseTo(0.7, 1);
});

test("random faults change while the sandbox runs, and spare what a script answers", async () => {
  const client = await startClient();
  await client.raw("POST", "/sandbox/faults", '["503"]');
  expect((await client.put("1", {})).status).toBe(503);
  client.state.setScript([{ answers: ["ok"] }]);
  expect((await client.put("1", {})).status).toBe(200);
});

test.each([
  ["503:2", "`503:2` has no probability from 0 to 1.", "Write it as in `503:0.1`."],
  ["503:", "`503:` has no probability from 0 to 1.", "Write it as in `503:0.1`."],
  ["rest:0.1", "There is no fault `rest`.", "Did you mean `reset`?"],
  ["99", "There is no fault `99`.", expect.stringContaining("garbage")],
])("fault %s is refused", (text, problem, hint) => {
  expect(parseFaultChances([text])).toEqual({ problem, hint });
});
