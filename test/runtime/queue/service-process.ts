/**
 * A service for tests, to be killed: takes batches from standard input, a line each, and answers with the id of a
 * batch when it is kept. CRASH_AT names a moment and how often it may pass: `before_commit:freeze 3`. Its clock is
 * AHEAD by so many milliseconds.
 */
import { createInterface } from "node:readline";
import { createDispatcher } from "../../../src/runtime/delivery/create-dispatcher.ts";
import { openQueue } from "../../../src/runtime/queue/libsql/open.ts";
import { createClient } from "../../../src/runtime/sessionm/client.ts";
import { createSteadyClock } from "../../../src/runtime/steady-clock.ts";
import { testForwarder } from "./forwarder.ts";

const { DATA = "", ORIGIN = "", CRASH_AT = "", BUILD = "one", AHEAD = "0" } = process.env;
const [crashMoment = "", crashCount = "0"] = CRASH_AT.split(" ");
let passed = 0;

function probe(moment: string): void {
  if (moment !== crashMoment || passed++ < Number(crashCount)) return;
  process.kill(process.pid, "SIGKILL");
  // The signal takes a moment, in which nothing more may happen.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

const queue = await openQueue({
  folder: DATA,
  floorBytes: 0,
  ballastBytes: 0,
  probe(moment, names) {
    for (const name of names) probe(`${moment}:${name}`);
  },
});
const client = createClient(
  { origin: ORIGIN, apiKey: "key", apiSecret: "secret" },
  { timeoutMilliseconds: 500 },
);
const dispatcher = createDispatcher({
  queue,
  forwarder: testForwarder(BUILD),
  transport: client.send,
  clock: createSteadyClock(queue.latest, () => Date.now() + Number(AHEAD)),
  limits: { pauseMilliseconds: 100 },
  probe,
});
dispatcher.start();
process.stdout.write("ready\n");
createInterface(process.stdin).on("line", async (line) => {
  if (line === "stop") {
    await dispatcher.stop();
    await client.close();
    await queue.close();
    process.exit(0);
  }
  if (line === "tidy") return queue.tidy(Date.now());
  await dispatcher.accept([Buffer.from(line)]);
  process.stdout.write(`ack ${JSON.parse(line).id}\n`);
});
