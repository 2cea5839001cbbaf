import type { Request } from "../emitted/result.ts";
import type {
  DeadLetterReason,
  NewDeadLetter,
  Queue,
  QueuedBatch,
  QueuedRequest,
  Settlement,
  SkipReason,
} from "../queue/queue.ts";
import { messageId } from "../sessionm/message-id.ts";
import type { DispatcherLimits, DispatcherOptions, RunningForwarder } from "./dispatcher-options.ts";
import type { Observe } from "./event.ts";
import type { Gate } from "./gate.ts";
import type { KeyedRequest } from "./request-key.ts";
import type { RetryBudget } from "./retry-budget.ts";

/** What a lane is worked with. */
export interface LaneContext {
  readonly queue: Queue;
  readonly forwarder: () => RunningForwarder;
  readonly transport: DispatcherOptions["transport"];
  readonly now: () => number;
  readonly random: () => number;
  readonly observe: Observe;
  readonly limits: DispatcherLimits;
  readonly gate: Gate;
  readonly budget: RetryBudget;
  readonly probe: NonNullable<DispatcherOptions["probe"]>;
}

/** Work on one batch. */
export interface BatchWork extends LaneContext {
  readonly batch: QueuedBatch;
  /** The build that the batch is worked with to its end. */
  readonly running: RunningForwarder;
  readonly member: MemberNotes;
  /** Ends that are being written down: the next request is written down with them, and goes out after both. */
  readonly settling: Promise<void>[];
}

/** What was learnt of the batch's member meanwhile. */
export interface MemberNotes {
  missingSince: number | undefined;
  /** Whether the member was created for this batch, or that was tried in vain. */
  hasCreated: boolean;
}

/** How far a data point got: to its end, to a wait, or to its end and that of what is left of its batch. */
export type Progress =
  | { readonly kind: "settled" }
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "batch_ends"; readonly how: Settlement | DeadLetterReason };

/** A data point has its end, or a batch all of them. */
export const settled: Progress = { kind: "settled" };

/** What every event says about a request. */
export function about({ kind, position, at }: Request, { batch }: BatchWork) {
  return { request: kind, batch: batch.identity, position, place: at } as const;
}

/** Ends a data point, in the order of these calls; {@link BatchWork.settling} says when that is written down. */
export function settle(request: Request, key: string, settlement: Settlement, work: BatchWork): Progress {
  const { queue, batch, now, settling } = work;
  const written = queue
    .settle(batch.sequence, key, settlement, now())
    .then(() => noteEnd(request, settlement.kind, reasonOf(settlement), work));
  settling.push(written);
  // Whoever waits for all of them sees it; nobody may be waiting yet.
  written.catch(() => {});
  return settled;
}

function reasonOf(settlement: Settlement): SkipReason | DeadLetterReason | undefined {
  if (settlement.kind === "delivered") return undefined;
  return settlement.kind === "skipped" ? settlement.reason : settlement.letter.reason;
}

/** Says that a data point has its end. */
export function noteEnd(
  request: Request,
  result: Settlement["kind"],
  reason: SkipReason | DeadLetterReason | undefined,
  work: BatchWork,
): void {
  const ageMilliseconds = work.now() - work.batch.receivedAt;
  work.observe({ kind: "settled", ...about(request, work), result, reason, ageMilliseconds });
}

/** Makes a dead letter of a data point. */
export function bury(queued: QueuedRequest, reason: DeadLetterReason, work: BatchWork): Progress {
  return settle(queued.request, queued.key, letterOf(queued, reason), work);
}

/** Leaves a data point out. */
export function skip({ request, key }: KeyedRequest, reason: SkipReason, work: BatchWork): Progress {
  return settle(request, key, { kind: "skipped", reason }, work);
}

/** The end of a data point as a dead letter. */
export function letterOf(queued: QueuedRequest, reason: DeadLetterReason): Settlement {
  const last = queued.answers.at(-1);
  const letter: NewDeadLetter = {
    reason,
    code: last?.code,
    status: last?.status,
    place: queued.request.at,
    waybill: queued.waybill,
    point: { position: queued.request.position, key: queued.key },
    queued,
  };
  return { kind: "dead_letter", letter };
}

/** A request that was not attempted yet. */
export function fresh({ key, request, event }: KeyedRequest, { running }: BatchWork): QueuedRequest {
  return {
    key,
    request,
    messageId: messageId(running.settings.name, request),
    generation: 0,
    waybill: running.waybill,
    eventKey: event?.key,
    attempts: 0,
    // Members that come later are there from the start: requests of one shape are copied much quicker.
    inFlightSince: undefined,
    firstAttemptAt: undefined,
    firstAmbiguousAt: undefined,
    answers: [],
  };
}

/** The lane waits. */
export function wait(until: number, reason: "retry" | "missing_user", work: BatchWork): Progress {
  const { observe, batch, now } = work;
  observe({ kind: "lane_waits", reason, batch: batch.identity, milliseconds: until - now() });
  return { kind: "wait", until };
}
