import { createDispatcher } from "../delivery/create-dispatcher.ts";
import type { Dispatcher } from "../delivery/dispatcher.ts";
import type { DispatcherLimits, RunningForwarder } from "../delivery/dispatcher-options.ts";
import type { Observe } from "../delivery/event.ts";
import { openQueue } from "../queue/libsql/open.ts";
import type { Queue } from "../queue/queue.ts";
import { createClient } from "../sessionm/client.ts";
import type { Connection } from "../sessionm/connection.ts";
import { createSteadyClock } from "../steady-clock.ts";

/** Options of {@link createForwarder}. */
export interface ForwarderOptions {
  readonly forwarder: RunningForwarder;
  readonly connection: Connection;
  /** The data directory of the queue, or a queue that is open. */
  readonly queue: string | Queue;
  readonly limits?: Partial<DispatcherLimits> | undefined;
  /** For one attempt; default 10 seconds. */
  readonly timeoutMilliseconds?: number | undefined;
  readonly observe?: Observe | undefined;
}

/** A forwarder with its queue, delivering. Batches come in by `accept`. */
export interface DurableForwarder
  extends Pick<Dispatcher, "accept" | "status" | "replaceForwarder" | "drain"> {
  readonly queue: Queue;
  /** Sends nothing more, notes what is in flight, and closes the queue and the connections. */
  close(): Promise<void>;
}

/** Opens the queue and begins to deliver: the service without its servers, for programs that have their own. */
export async function createForwarder(options: ForwarderOptions): Promise<DurableForwarder> {
  const { forwarder, connection, limits, timeoutMilliseconds, observe } = options;
  const queue =
    typeof options.queue === "string" ? await openQueue({ folder: options.queue }) : options.queue;
  const client = createClient(connection, { timeoutMilliseconds, connections: limits?.concurrency });
  const clock = createSteadyClock(queue.latest);
  const dispatcher = createDispatcher({ queue, forwarder, transport: client.send, clock, observe, limits });
  dispatcher.start();
  const { accept, status, replaceForwarder, drain } = dispatcher;
  return {
    accept,
    status,
    replaceForwarder,
    drain,
    queue,
    async close() {
      await dispatcher.stop();
      await Promise.all([queue.close(), client.close()]);
    },
  };
}
