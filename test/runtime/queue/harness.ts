import { createDispatcher } from "../../../src/runtime/delivery/create-dispatcher.ts";
import type { DispatcherOptions } from "../../../src/runtime/delivery/dispatcher-options.ts";
import type { DeliveryEvent } from "../../../src/runtime/delivery/event.ts";
import type { Answer, OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import { createMemoryQueue } from "../../../src/runtime/queue/memory-queue.ts";
import { createVirtualClock } from "../delivery/virtual-clock.ts";
import { bytesOf, type TestBatch, testForwarder } from "./forwarder.ts";

/** Something that was sent. */
export type Sent = OutgoingRequest & { readonly at: number };

/** Returns a dispatcher in virtual time, on a queue in memory unless another is given, with what it did. */
export function createServiceHarness(
  respond: (request: OutgoingRequest, now: number) => Answer,
  options: Partial<DispatcherOptions> = {},
  startAt?: number,
) {
  const clock = createVirtualClock(startAt);
  const start = clock.now();
  const sent: Sent[] = [];
  const events: DeliveryEvent[] = [];
  const queue = options.queue ?? createMemoryQueue();
  const dispatcher = createDispatcher({
    queue,
    forwarder: testForwarder(),
    async transport(request) {
      sent.push({ ...request, at: clock.now() - start });
      await clock.sleep(10, new AbortController().signal);
      return respond(request, clock.now() - start);
    },
    clock,
    random: () => 0.5,
    observe: (event) => void events.push(event),
    ...options,
  });
  return {
    clock,
    dispatcher,
    queue,
    sent,
    events,
    now: () => clock.now() - start,
    accept: (...batches: readonly TestBatch[]) => dispatcher.accept(batches.map(bytesOf)),
    /** Accepts the batches, lets time pass until the queue is empty, and gives what became of each data point. */
    async deliver(...batches: readonly TestBatch[]): Promise<readonly string[]> {
      await dispatcher.accept(batches.map(bytesOf));
      dispatcher.start();
      await clock.run(dispatcher.drain());
      return endsOf(events);
    },
  };
}

/** What became of each data point, in the order in which they ended. */
export function endsOf(events: readonly DeliveryEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.kind === "settled" ? `${event.batch}/${event.position} ${event.reason ?? event.result}` : [],
  );
}
