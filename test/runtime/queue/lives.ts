import type { DispatcherOptions } from "../../../src/runtime/delivery/dispatcher-options.ts";
import type { Answer, OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import type { Queue } from "../../../src/runtime/queue/queue.ts";
import { ok, script } from "../delivery/harness.ts";
import type { TestBatch } from "./forwarder.ts";
import { createServiceHarness, endsOf, type Sent } from "./harness.ts";

/** A life of a service that was killed: its queue is all that is left of it. */
export interface Life {
  readonly queue: Queue;
  readonly sent: readonly Sent[];
  readonly endedAt: number;
}

/** As when a queue on disk is opened: a process that has ended has no lane. */
const free = (queue: Queue) => queue.release("m", 0);

/** A service that gets these answers and is killed when it makes the next attempt, which SessionM may process. */
export async function killedAfter(
  answers: readonly Answer[],
  batch: TestBatch,
  options: Partial<DispatcherOptions> = {},
  startAt?: number,
): Promise<Life> {
  const left = [...answers];
  const sent: Sent[] = [];
  let kill = () => {};
  const killed = new Promise<void>((resolve) => {
    kill = resolve;
  });
  const transport = async (request: OutgoingRequest) => {
    sent.push({ ...request, at: harness.now() });
    const next = left.shift();
    if (next !== undefined) return next;
    kill();
    return new Promise<Answer>(() => {});
  };
  const harness = createServiceHarness(script(), { ...options, transport }, startAt);
  await harness.accept(batch);
  await free(harness.queue);
  harness.dispatcher.start();
  await harness.clock.run(killed);
  return { queue: harness.queue, sent, endedAt: harness.clock.now() };
}

/** The next life of the service, so much later, until nothing is left to do. */
export async function restart(
  { queue, endedAt }: Pick<Life, "queue" | "endedAt">,
  milliseconds: number,
  respond: (request: OutgoingRequest, now: number) => Answer = () => ok,
  options: Partial<DispatcherOptions> = {},
) {
  const harness = createServiceHarness(respond, { ...options, queue }, endedAt + milliseconds);
  await free(queue);
  harness.dispatcher.start();
  await harness.clock.run(harness.dispatcher.drain());
  return { ends: endsOf(harness.events), sent: harness.sent };
}
