import type { Request } from "../emitted/result.ts";
import { hashKey } from "../queue/hash-key.ts";
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
import { createUserRequest } from "./create-user.ts";
import type { DispatcherLimits, DispatcherOptions, RunningForwarder } from "./dispatcher-options.ts";
import type { Observe } from "./event.ts";
import type { Gate, GateResult } from "./gate.ts";
import { deadLetter } from "./intake.ts";
import { type Judgement, judge, reasonToGiveUp } from "./judge.ts";
import { reasonToSkip, supersedes } from "./reason-to-skip.ts";
import { type KeyedRequest, keyRequests } from "./request-key.ts";
import { type RetryBudget, retryCost } from "./retry-budget.ts";
import type { Answer } from "./transport.ts";

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

/** How far a data point got: to its end, to a wait, or to where the rest of its batch cannot go on either. */
type Progress =
  | { readonly kind: "settled" }
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "batch_ends"; readonly end: Settlement | DeadLetterReason };

const settled: Progress = { kind: "settled" };
const holdProbeMilliseconds = 5 * 60_000;
const budgetMilliseconds = 30_000;

/** Delivers the batches of a lane that was claimed, one after another, until it is empty or has to wait. */
export async function workLane(lane: string, context: LaneContext): Promise<void> {
  const { queue } = context;
  let done: number | undefined;
  for (;;) {
    const batch = await queue.next(lane, done);
    if (batch === undefined) return;
    done = undefined;
    const end = await workBatch(batch, lane, context);
    if (end.kind === "wait") return queue.release(lane, end.until);
    if (end.kind === "settled") done = batch.sequence;
  }
}

async function workBatch(
  batch: QueuedBatch,
  lane: string,
  context: LaneContext,
): Promise<Progress | { readonly kind: "moved" }> {
  const { queue, forwarder, now, observe } = context;
  const running = forwarder();
  let requests: readonly Request[];
  try {
    requests = running.forward(batch.bytes).requests;
  } catch (error) {
    observe({ kind: "failed", error });
    const letter = deadLetter("failed", running);
    await queue.settle(batch.sequence, "", { kind: "dead_letter", letter }, now());
    return settled;
  }
  const [first] = requests;
  if (first !== undefined && first.externalId !== lane && batch.requests.size === 0) {
    // Another build may give it another member.
    await queue.move(batch.sequence, first.externalId);
    return { kind: "moved" };
  }
  return workPoints(pointsOf(batch, requests), batch, running, context);
}

/** What is to be delivered of a batch: what was attempted as it was, the rest as the forwarder makes it now. */
function pointsOf(batch: QueuedBatch, requests: readonly Request[]): readonly KeyedRequest[] {
  const made = keyRequests(requests);
  const { only } = batch;
  const isWanted = ({ key, request }: KeyedRequest) =>
    only === undefined || key === only.key || (!hasKey && request.position === only.position);
  const hasKey = made.some(({ key }) => key === only?.key);
  const wanted = made.filter(isWanted);
  const attempted = [...batch.requests.values()].flatMap((queued) => {
    if (queued === "settled" || isCreation(queued) || wanted.some(({ key }) => key === queued.key)) return [];
    return [{ key: queued.key, request: queued.request, event: undefined }];
  });
  return [...wanted, ...attempted].sort((one, other) => one.request.position - other.request.position);
}

async function workPoints(
  points: readonly KeyedRequest[],
  batch: QueuedBatch,
  running: RunningForwarder,
  context: LaneContext,
): Promise<Progress> {
  const work = createPointWork(batch, running, context);
  for (const [index, point] of points.entries()) {
    const isLast = index === points.length - 1;
    const progress = await work.deliver(point, isLast);
    if (progress.kind === "wait") return progress;
    if (progress.kind !== "batch_ends") continue;
    for (const rest of points.slice(index)) await work.end(rest, progress.end);
    return settled;
  }
  return settled;
}

const creationKey = (key: string) => `${key}:create`;
const isCreation = ({ key }: QueuedRequest) => key.endsWith(":create");

/** Work on the data points of one batch. */
function createPointWork(batch: QueuedBatch, running: RunningForwarder, context: LaneContext) {
  const { queue, now, random, observe, limits, gate, budget, transport, probe } = context;
  const { sequence, identity, receivedAt, madeAt, member } = batch;
  const { settings } = running;
  let { missingSince } = member;
  let hasCreated = false;

  const about = ({ kind, position, at }: Request) =>
    ({ request: kind, batch: identity, position, place: at }) as const;

  async function settle(request: Request, key: string, settlement: Settlement): Promise<void> {
    await queue.settle(sequence, key, settlement, now());
    const reason = settlement.kind === "skipped" ? settlement.reason : undefined;
    observe({
      kind: "settled",
      ...about(request),
      result: settlement.kind,
      reason: settlement.kind === "dead_letter" ? settlement.letter.reason : reason,
      ageMilliseconds: now() - receivedAt,
    });
  }

  function letterOf(queued: QueuedRequest, reason: DeadLetterReason): Settlement {
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

  async function bury(queued: QueuedRequest, reason: DeadLetterReason): Promise<Progress> {
    await settle(queued.request, queued.key, letterOf(queued, reason));
    return settled;
  }

  async function skip({ request, key }: KeyedRequest, reason: SkipReason): Promise<Progress> {
    await settle(request, key, { kind: "skipped", reason });
    return settled;
  }

  function fresh({ key, request, event }: KeyedRequest): QueuedRequest {
    return {
      key,
      request,
      messageId: messageId(settings.name, request),
      generation: 0,
      waybill: running.waybill,
      eventKey: event?.key,
      attempts: 0,
      answers: [],
    };
  }

  /** The next request of the lane is a profile that says all that this one says. */
  async function isSuperseded({ request }: KeyedRequest, isLast: boolean): Promise<boolean> {
    if (request.kind !== "profile" || !isLast) return false;
    const following = await queue.peek(request.externalId, sequence);
    if (following === undefined) return false;
    try {
      const [first] = running.forward(following).requests;
      return first?.kind === "profile" && supersedes(first.body, request.body);
    } catch {
      return false;
    }
  }

  async function deliver(point: KeyedRequest, isLast: boolean): Promise<Progress> {
    const stored = batch.requests.get(point.key);
    if (stored === "settled") return settled;
    if (stored === undefined) {
      const reason = reasonToSkip(point, batch, { send: settings.send, limits, now: now() });
      if (reason !== undefined) return skip(point, reason);
      if (await isSuperseded(point, isLast)) return skip(point, "superseded_profile");
    }
    const creation = batch.requests.get(creationKey(point.key));
    if (stored !== undefined && creation !== undefined && creation !== "settled") {
      return create(stored, creation, true);
    }
    return attempt(stored ?? fresh(point), stored !== undefined);
  }

  async function attempt(queued: QueuedRequest, isFrozen: boolean): Promise<Progress> {
    const judgement = await attemptOnce(queued, isFrozen);
    if ("kind" in judgement) return judgement;
    const { step, note } = judgement;
    const tried = judgement.queued;
    if (step.kind === "delivered") return delivered(tried);
    if (step.kind === "dead_letter") return bury(tried, step.reason);
    await queue.freeze(sequence, tried, now());
    if (step.kind === "missing_user") return missing(tried);
    if (step.kind === "wait") return wait(step.until, "retry");
    const { status, code } = note;
    gate.close({ reason: "configuration", status, code }, limits.pauseMilliseconds);
    return { kind: "wait", until: now() };
  }

  function wait(until: number, reason: "retry" | "missing_user"): Progress {
    observe({ kind: "lane_waits", reason, batch: identity, milliseconds: until - now() });
    return { kind: "wait", until };
  }

  /** One attempt; or how far it got without one. */
  async function attemptOnce(queued: QueuedRequest, isFrozen: boolean): Promise<Judgement | Progress> {
    const late = reasonToGiveUp({ ...queued, firstAttemptAt: undefined }, now(), limits);
    if (late !== undefined) return bury(queued, late);
    const last = queued.answers.at(-1);
    if (last !== undefined && !budget.take(now(), last.code === "timeout")) {
      return { kind: "wait", until: now() + budgetMilliseconds * (0.5 + random() / 2) };
    }
    if (!(await gate.enter())) return { kind: "wait", until: now() };
    let result: GateResult = "not_sent";
    try {
      if (!isFrozen && (await queue.freeze(sequence, queued, now())) === "duplicate") {
        observe({
          kind: "settled",
          ...about(queued.request),
          result: "skipped",
          reason: "duplicate_event",
          ageMilliseconds: now() - receivedAt,
        });
        return settled;
      }
      const judgement = await send(queued);
      if ("kind" in judgement) return judgement;
      result = healthOf(judgement);
      if (result === "alive") budget.give(last === undefined ? 0 : retryCost);
      return judgement;
    } finally {
      gate.leave(result);
    }
  }

  async function send(queued: QueuedRequest): Promise<Judgement | Progress> {
    const { method, path, body } = queued.request;
    probe("before_send");
    const sentAt = now();
    let answer: Answer;
    try {
      answer = await transport({ method, path, body, messageId: queued.messageId });
    } catch (error) {
      // A bug, and this request's alone as far as anyone knows.
      observe({ kind: "failed", error });
      return bury(queued, "failed");
    }
    probe("after_answer");
    const identify = (generation: number) => messageId(settings.name, queued.request, generation);
    const attempt = { answer, sentAt, endedAt: now() };
    const judgement = judge(queued, attempt, { limits, random: random(), identify });
    const { outcome, status, code, milliseconds } = judgement.note;
    observe({
      kind: "attempt",
      ...about(queued.request),
      outcome,
      messageId: queued.messageId,
      attempt: judgement.queued.attempts,
      status,
      code,
      milliseconds,
    });
    return judgement;
  }

  async function delivered({ request, key }: QueuedRequest): Promise<Progress> {
    if (missingSince !== undefined) {
      missingSince = undefined;
      await queue.setMissing(request.externalId, undefined);
    }
    const isProfile = request.kind === "profile";
    const profile = isProfile ? { hash: hashKey(request.body), madeAt, deliveredAt: now() } : undefined;
    await settle(request, key, { kind: "delivered", profile });
    return settled;
  }

  /** SessionM does not know the member: as `missing_users` says (`language.md` §1). */
  async function missing(queued: QueuedRequest): Promise<Progress> {
    if (member.isForgotten) return { kind: "batch_ends", end: { kind: "skipped", reason: "forgotten" } };
    const { missingUsers } = settings;
    if (missingUsers === "dead_letter") return { kind: "batch_ends", end: "missing_user" };
    if (missingUsers !== "hold") {
      if (hasCreated) return { kind: "batch_ends", end: "missing_user" };
      const request = createUserRequest(queued.request, missingUsers.create);
      const point = { key: creationKey(queued.key), request, event: undefined };
      return create(queued, fresh(point), false);
    }
    if (missingSince === undefined || receivedAt > missingSince + limits.holdMilliseconds) {
      missingSince = now();
      await queue.setMissing(queued.request.externalId, missingSince);
    }
    const end = missingSince + limits.holdMilliseconds;
    if (now() >= end) return { kind: "batch_ends", end: "missing_user" };
    return wait(Math.min(end, now() + holdProbeMilliseconds), "missing_user");
  }

  /** Creates the member, then goes on with the request that found it missing. */
  async function create(
    queued: QueuedRequest,
    creation: QueuedRequest,
    isFrozen: boolean,
  ): Promise<Progress> {
    const judgement = await attemptOnce(creation, isFrozen);
    if ("kind" in judgement) {
      // Given up for good: then so is what waited for it.
      return judgement.kind === "settled" ? bury(queued, "unknown_outcome") : judgement;
    }
    const { step, note } = judgement;
    if (step.kind === "delivered") {
      await queue.settle(sequence, creation.key, { kind: "delivered" }, now());
      hasCreated = true;
      // The profile's fields went with it. To an event SessionM may repeat from its cache that there is no member.
      if (queued.request.kind === "profile") return delivered(queued);
      const identify = messageId(settings.name, queued.request, queued.generation + 1);
      return attempt({ ...queued, generation: queued.generation + 1, messageId: identify }, true);
    }
    if (step.kind === "wait" || step.kind === "pause") {
      await queue.freeze(sequence, judgement.queued, now());
      if (step.kind === "wait") return wait(step.until, "retry");
      gate.close({ reason: "configuration", status: note.status, code: note.code }, limits.pauseMilliseconds);
      return { kind: "wait", until: now() };
    }
    return { kind: "batch_ends", end: step.kind === "dead_letter" ? step.reason : "missing_user" };
  }

  async function end(point: KeyedRequest, how: Settlement | DeadLetterReason): Promise<void> {
    const stored = batch.requests.get(point.key);
    if (stored === "settled") return;
    const settlement = typeof how === "string" ? letterOf(stored ?? fresh(point), how) : how;
    await settle(point.request, point.key, settlement);
  }

  return { deliver, end };
}

/** What an answer says of SessionM's health. */
function healthOf({ note, step }: Judgement): GateResult {
  if (step.kind === "pause") return "not_sent";
  if (note.outcome === "delivered") return "alive";
  if (note.outcome === "not_sent" || note.outcome === "ambiguous") return "unreachable";
  return note.status === 429 || note.status === 408 ? "overloaded" : "alive";
}
