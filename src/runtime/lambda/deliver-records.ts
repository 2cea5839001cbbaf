import { createHalt } from "../delivery/halt.ts";
import type { Outcome, Undelivered } from "../delivery/outcome.ts";
import { defaultRetryPolicy } from "../delivery/retry.ts";
import { createSender } from "../delivery/sender.ts";
import { createSlots } from "../delivery/slots.ts";
import type { Clock, Transport } from "../delivery/transport.ts";
import type { Forward, Request } from "../emitted/result.ts";
import { messageId } from "../sessionm/message-id.ts";
import type { DeliverySettings } from "../settings.ts";
import type { LambdaRecord } from "./events.ts";

/** What deliveries work with. */
export interface RecordDelivery {
  readonly forward: Forward;
  readonly settings: DeliverySettings;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: () => number;
  readonly concurrency: number;
  /** How long the whole may take; what is not done by then comes again. */
  readonly milliseconds: number;
  readonly onUndelivered: (record: LambdaRecord, request: Request, outcome: Undelivered) => void;
  readonly onMalformed: (record: LambdaRecord) => void;
}

/** The ids of records that were not delivered whole, by who may send them again. */
export interface RecordFailures {
  /** May be delivered later as they are. */
  readonly later: ReadonlySet<string>;
  /** Will fail again: refused for their data, or no batch at all. */
  readonly refused: ReadonlySet<string>;
}

interface Item {
  readonly record: LambdaRecord;
  readonly request: Request;
}

/**
 * Delivers records and says which failed. Requests of a member go out in order; after one that has to come again, the
 * member's later ones wait for it and come again too. What is repeated has the `Message-ID` it had before.
 */
export async function deliverRecords(
  records: readonly LambdaRecord[],
  delivery: RecordDelivery,
): Promise<RecordFailures> {
  const failures = { later: new Set<string>(), refused: new Set<string>() };
  const lanes = laneItems(records, delivery, failures.refused);
  const { settings, transport, clock, random, milliseconds } = delivery;
  const halt = createHalt(clock);
  const timer = setTimeout(halt.halt, Math.max(0, milliseconds));
  const send = createSender(settings, {
    transport,
    clock,
    random,
    identify: (request, edition) => messageId(settings.name, request, edition),
    policy: defaultRetryPolicy,
    slots: createSlots(delivery.concurrency),
    halt,
    stop: halt.halt,
  });
  try {
    await Promise.all([...lanes.values()].map((lane) => deliverLane(lane, send, failures, delivery)));
  } finally {
    clearTimeout(timer);
  }
  return failures;
}

function laneItems(
  records: readonly LambdaRecord[],
  { forward, onMalformed }: RecordDelivery,
  refused: Set<string>,
): ReadonlyMap<string, readonly Item[]> {
  const lanes = new Map<string, Item[]>();
  for (const record of records) {
    const { requests, drops } = forward(record.bytes);
    if (drops.malformed !== undefined) {
      refused.add(record.id);
      onMalformed(record);
    }
    for (const request of requests) {
      const lane = lanes.get(request.externalId) ?? [];
      lane.push({ record, request });
      lanes.set(request.externalId, lane);
    }
  }
  return lanes;
}

async function deliverLane(
  lane: readonly Item[],
  send: (request: Request) => Promise<Outcome>,
  failures: { readonly later: Set<string>; readonly refused: Set<string> },
  { onUndelivered }: RecordDelivery,
): Promise<void> {
  let isBlocked = false;
  for (const { record, request } of lane) {
    if (isBlocked) {
      failures.later.add(record.id);
      continue;
    }
    const outcome = await send(request);
    if (outcome.kind !== "undelivered") continue;
    onUndelivered(record, request, outcome);
    if (isFinal(outcome)) failures.refused.add(record.id);
    else {
      failures.later.add(record.id);
      isBlocked = true;
    }
  }
}

/** Whether the same would happen again. Wrong credentials are put right without the batch being touched. */
function isFinal({ mayRetry, reason }: Undelivered): boolean {
  return mayRetry === "after_change" && reason !== "configuration";
}
