import { hashKey } from "../queue/hash-key.ts";
import type { DeadLetterReason, QueuedRequest, Settlement } from "../queue/queue.ts";
import { messageId } from "../sessionm/message-id.ts";
import { addAttempt } from "./add-attempt.ts";
import { attemptOnce } from "./attempt-once.ts";
import {
  type BatchWork,
  bury,
  fresh,
  letterOf,
  type Progress,
  settle,
  settled,
  skip,
  wait,
} from "./batch-work.ts";
import { createUserRequest } from "./create-user.ts";
import { creationKey } from "./creation.ts";
import { type Judgement, nextGeneration } from "./judge.ts";
import { reasonToSkip, supersedes } from "./reason-to-skip.ts";
import type { KeyedRequest } from "./request-key.ts";

/** How often a held lane asks whether the member is there by now. */
const holdProbeMilliseconds = 5 * 60_000;

/** Brings a data point as far as it gets now. */
export async function deliverPoint(point: KeyedRequest, isLast: boolean, work: BatchWork): Promise<Progress> {
  const { batch, running, limits, now } = work;
  const stored = batch.requests.get(point.key);
  if (stored === "settled") return settled;
  if (stored === undefined) {
    const reason = reasonToSkip(point, batch, { send: running.settings.send, limits, now: now() });
    if (reason !== undefined) return skip(point, reason, work);
    if (await isSuperseded(point, isLast, work)) return skip(point, "superseded_profile", work);
  }
  const creation = batch.requests.get(creationKey(point.key));
  if (stored !== undefined && creation !== undefined && creation !== "settled") {
    return create(stored, creation, work);
  }
  return attempt(stored ?? fresh(point, work), work);
}

/** Ends a data point the way its batch ends, where it has no end yet. */
export function endPoint(point: KeyedRequest, how: Settlement | DeadLetterReason, work: BatchWork): void {
  const stored = work.batch.requests.get(point.key);
  if (stored === "settled") return;
  end(stored ?? fresh(point, work), how, work);
}

function end(queued: QueuedRequest, how: Settlement | DeadLetterReason, work: BatchWork): void {
  settle(queued.request, queued.key, typeof how === "string" ? letterOf(queued, how) : how, work);
}

/** Ends a data point, and with it what is left of its batch. */
function endBatch(queued: QueuedRequest, how: Settlement | DeadLetterReason, work: BatchWork): Progress {
  end(queued, how, work);
  return { kind: "batch_ends", how };
}

/** The next request of the lane is a profile that says all that this one says. */
async function isSuperseded({ request }: KeyedRequest, isLast: boolean, work: BatchWork): Promise<boolean> {
  if (request.kind !== "profile" || !isLast) return false;
  const following = await work.queue.peek(request.externalId, work.batch.sequence);
  if (following === undefined) return false;
  try {
    const [first] = work.running.forward(following).requests;
    return first?.kind === "profile" && supersedes(first.body, request.body);
  } catch {
    return false;
  }
}

async function attempt(queued: QueuedRequest, work: BatchWork): Promise<Progress> {
  const judgement = await attemptOnce(queued, work);
  if ("kind" in judgement) {
    return judgement.kind === "given_up" ? bury(queued, judgement.reason, work) : judgement;
  }
  const { step } = judgement;
  const tried = judgement.queued;
  if (step.kind === "delivered") return delivered(tried, work);
  if (step.kind === "dead_letter") return bury(tried, step.reason, work);
  await work.queue.freeze(work.batch.sequence, tried, work.now());
  if (step.kind === "missing_user") return missing(tried, work);
  return step.kind === "wait" ? wait(step.until, "retry", work) : pause(judgement, work);
}

/** SessionM turned credentials or address down: nothing goes out for a while. */
function pause({ note: { status, code } }: Judgement, { gate, limits, now }: BatchWork): Progress {
  gate.close({ reason: "configuration", status, code }, limits.pauseMilliseconds);
  return { kind: "wait", until: now() };
}

async function delivered({ request, key }: QueuedRequest, work: BatchWork): Promise<Progress> {
  const { queue, batch, member, now } = work;
  if (member.missingSince !== undefined) {
    member.missingSince = undefined;
    await queue.setMissing(request.externalId, undefined);
  }
  const isProfile = request.kind === "profile";
  const profile = isProfile
    ? { hash: hashKey(request.body), madeAt: batch.madeAt, deliveredAt: now() }
    : undefined;
  return settle(request, key, { kind: "delivered", profile }, work);
}

/** SessionM does not know the member: as `missing_users` says (`language.md` §1). */
async function missing(queued: QueuedRequest, work: BatchWork): Promise<Progress> {
  const { batch, member, running } = work;
  if (batch.member.isForgotten) return endBatch(queued, { kind: "skipped", reason: "forgotten" }, work);
  const { missingUsers } = running.settings;
  if (missingUsers === "hold") return hold(queued, work);
  if (missingUsers === "dead_letter" || member.hasCreated) return endBatch(queued, "missing_user", work);
  const request = createUserRequest(queued.request, missingUsers.create);
  const point = { key: creationKey(queued.key), request, event: undefined };
  return create(queued, fresh(point, work), work);
}

/** Waits for the member to appear. Who came while a lane was held waits no longer than it. */
async function hold(queued: QueuedRequest, work: BatchWork): Promise<Progress> {
  const { queue, batch, member, limits, now } = work;
  let { missingSince } = member;
  if (missingSince === undefined || batch.receivedAt > missingSince + limits.holdMilliseconds) {
    missingSince = now();
    member.missingSince = missingSince;
    await queue.setMissing(queued.request.externalId, missingSince);
  }
  const until = missingSince + limits.holdMilliseconds;
  if (now() >= until) return endBatch(queued, "missing_user", work);
  return wait(Math.min(until, now() + holdProbeMilliseconds), "missing_user", work);
}

/** Creates the member, then goes on with the request that found it missing. */
async function create(queued: QueuedRequest, creation: QueuedRequest, work: BatchWork): Promise<Progress> {
  const judgement = await attemptOnce(creation, work);
  if ("kind" in judgement) {
    return judgement.kind === "given_up" ? created(queued, creation.key, false, work) : judgement;
  }
  const { step } = judgement;
  if (step.kind === "delivered") return created(queued, creation.key, true, work);
  if (step.kind === "wait" || step.kind === "pause") {
    await work.queue.freeze(work.batch.sequence, judgement.queued, work.now());
    return step.kind === "wait" ? wait(step.until, "retry", work) : pause(judgement, work);
  }
  // What was asked of SessionM for it, and why it ends.
  const tried = addAttempt(queued, judgement.note);
  if (step.kind === "missing_user") return endBatch(tried, "missing_user", work);
  if (step.reason === "unknown_outcome") return created(queued, creation.key, false, work);
  return endBatch(tried, step.reason, work);
}

/** The member is there; or nobody knows it, and the request that found it missing finds out. */
async function created(
  queued: QueuedRequest,
  key: string,
  isSure: boolean,
  work: BatchWork,
): Promise<Progress> {
  const { queue, batch, member, running, now } = work;
  member.hasCreated = true;
  const ended = () => queue.settle(batch.sequence, key, { kind: "delivered" }, now());
  if (isSure && queued.request.kind === "profile") {
    // The profile's fields went with it.
    await ended();
    return delivered(queued, work);
  }
  // SessionM may repeat from its cache that there is no member.
  const identify = (generation: number) => messageId(running.settings.name, queued.request, generation);
  const again = nextGeneration(queued, identify);
  await Promise.all([queue.freeze(batch.sequence, again, now()), ended()]);
  return attempt(again, work);
}
