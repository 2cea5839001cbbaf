import { createDelivery, type Delivery } from "../../runtime/delivery/delivery.ts";
import type { Outcome } from "../../runtime/delivery/outcome.ts";
import type { Stop } from "../../runtime/delivery/stop.ts";
import type { Request } from "../../runtime/emitted/result.ts";
import { createClient } from "../../runtime/sessionm/client.ts";
import { type Connection, resolveConnection } from "../../runtime/sessionm/connection.ts";
import { messageId } from "../../runtime/sessionm/message-id.ts";
import { systemClock } from "../../runtime/system-clock.ts";
import { exit } from "../exit.ts";
import { FileError } from "../file-error.ts";
import type { Forwarder } from "../forwarder.ts";
import type { Host } from "../host.ts";
import { createDeadLetters, type DeadLetters } from "./dead-letters.ts";
import { readEnvironment } from "./environment.ts";
import { explainStop } from "./explain-stop.ts";
import { forwardBatches } from "./forward-batches.ts";
import type { Input } from "./input.ts";
import { note } from "./note.ts";
import type { RunOptions } from "./options.ts";
import { createOutput } from "./output.ts";
import { showProgress } from "./progress.ts";
import { renderJsonSummary, renderProgress, renderSummary } from "./summary.ts";
import { countOutcome, createTally, sumOfCounts, type Tally } from "./tally.ts";

/** Delivers the requests that a forwarder makes of an input to SessionM, and reports (`language.md` §6). */
export async function runSend(
  forwarder: Forwarder,
  input: Input,
  options: RunOptions,
  host: Host,
): Promise<number> {
  const { settings } = forwarder;
  const found = resolveConnection(settings.connection, await readEnvironment(host, options.envFile));
  if (found.kind === "problems") {
    for (const problem of found.problems) note(host, problem);
    return exit.problems;
  }
  note(host, `Sending to ${found.connection.origin}`);
  const startedAt = performance.now();
  const tally = createTally();
  const endProgress = showProgress(host.stderr, () => renderProgress(tally));
  try {
    await deliverInput({ forwarder, input, options, host, connection: found.connection, tally });
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    note(host, error.message);
  } finally {
    endProgress();
  }
  const render = options.json ? renderJsonSummary : renderSummary;
  const output = createOutput(host.stdout);
  await output.write(render(tally, { ...options, milliseconds: performance.now() - startedAt }));
  await output.flush();
  return statusOf(tally);
}

interface Sending {
  readonly forwarder: Forwarder;
  readonly input: Input;
  readonly options: RunOptions;
  readonly host: Host;
  readonly connection: Connection;
  readonly tally: Tally;
}

async function deliverInput(sending: Sending): Promise<void> {
  const { forwarder, options, host, connection } = sending;
  const { timeoutMilliseconds, concurrency } = options;
  const client = createClient(connection, { timeoutMilliseconds, connections: concurrency });
  const identify = (request: Request, edition = 0) => messageId(forwarder.settings.name, request, edition);
  const deadLetters = createDeadLetters({ file: options.deadLetters, identify }, host);
  const delivery = createDelivery({
    ...outcomesTo(sending, deadLetters),
    settings: forwarder.settings,
    transport: client.send,
    clock: systemClock,
    random: Math.random,
    identify,
    concurrency,
  });
  // The first signal ends the run in good order, the second one at once.
  const offInterrupt = host.onInterrupt(() => {
    offInterrupt();
    delivery.stop();
  });
  try {
    await deliverAll(delivery, sending);
  } finally {
    offInterrupt();
    await Promise.all([deadLetters.close(), client.close()]);
  }
}

function outcomesTo({ forwarder, input, host, tally }: Sending, deadLetters: DeadLetters) {
  return {
    async onOutcome(request: Request, outcome: Outcome) {
      countOutcome(tally, request, outcome);
      if (outcome.kind === "undelivered") await deadLetters.write(request, outcome);
    },
    onStop(stop: Stop) {
      tally.isStopped = true;
      note(host, explainStop(stop, forwarder.settings.connection));
      // The reader may be waiting for more, at a pipe perhaps for ever.
      input.stream.destroy();
    },
  };
}

async function deliverAll(delivery: Delivery, { forwarder, input, tally, host }: Sending): Promise<void> {
  for await (const { requests } of forwardBatches(forwarder.forward, input, tally, host)) {
    // Also after a stop: the rest of the batch is then reported as not sent.
    for (const request of requests) await delivery.add(request);
    if (delivery.stopped() !== undefined) break;
  }
  if (delivery.stopped() !== undefined) note(host, "The input was not read to its end.");
  await delivery.drain();
}

function statusOf(tally: Tally): number {
  if (tally.isStopped || sumOfCounts(tally.undelivered) > 0) return exit.notDelivered;
  return tally.unreadable > 0 || tally.isBroken ? exit.problems : exit.fine;
}
