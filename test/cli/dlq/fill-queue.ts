import { join } from "node:path";
import { openForwarder } from "../../../src/cli/forwarder.ts";
import { processHost } from "../../../src/cli/host.ts";
import { createDispatcher } from "../../../src/runtime/delivery/create-dispatcher.ts";
import type { Answer } from "../../../src/runtime/delivery/transport.ts";
import { openQueue } from "../../../src/runtime/queue/libsql/open.ts";
import { systemClock } from "../../../src/runtime/system-clock.ts";
import { answer, ok, timeout } from "../../runtime/delivery/harness.ts";

/** The waybill that the dead letters of these tests were made with. */
export const waybill = `waybill: 1
name: loyalty
connection: { host: "\${SESSIONM_HOST}", api_key: "\${SESSIONM_API_KEY}", api_secret: "\${SESSIONM_API_SECRET}" }
profile:
  identities: { email: email }
events:
  - Purchase Completed: purchase
  - Store Visit: store_visit
`;

/** A batch of a member with one event. */
export function batch(number: number, member: string, name = "Purchase Completed"): string {
  return JSON.stringify({
    mpid: "9007199254740993",
    batch_id: `${1000 + number}`,
    user_identities: { customer_id: member, email: `${member}@example.com` },
    events: [{ event_type: "custom_event", data: { event_id: `t-${number}`, event_name: name } }],
  });
}

/** What SessionM answers in these tests, by a text in the request's body. */
const answers: readonly (readonly [string, Answer])[] = [
  ["t-1", answer(200, "validation")],
  ["t-2", timeout],
];

/** Delivers the batches from a queue in the folder; event `t-1` is refused, the outcome of `t-2` stays unknown. */
export async function fillQueue(folder: string, batches: readonly string[]): Promise<void> {
  const opened = await openForwarder("loyalty.waybill.yaml", { ...processHost(), cwd: folder });
  if (opened === undefined) throw new Error("The waybill of these tests has errors.");
  const queue = await openQueue({ folder: join(folder, ".waybill/serve"), ballastBytes: 0, floorBytes: 0 });
  const dispatcher = createDispatcher({
    queue,
    forwarder: { ...opened, waybill: "build-1" },
    transport: async ({ body }) => answers.find(([text]) => body.includes(text))?.[1] ?? ok,
    clock: systemClock,
    // What is unknown becomes a dead letter at once.
    limits: { messageIdMilliseconds: 0 },
  });
  await dispatcher.accept(batches.map((text) => Buffer.from(text)));
  dispatcher.start();
  await dispatcher.drain();
  await dispatcher.stop();
  await queue.close();
}
