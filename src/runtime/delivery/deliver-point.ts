import { hashKey } from "../queue/hash-key.ts";
import type { DeadLetterReason, QueuedRequest, Settlement } from "../queue/queue.ts";
import { messageId } from "../sessionm/message-id.ts";
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
import type { Judgement } from "./judge.ts";
import { reasonToSkip, supersedes } from "./reason-to-skip.ts";
import type { KeyedRequest } from "./request-key.ts";

/** How often a held lane asks whether the member is there by now. */
const holdProbeMilliseconds = 5 * 60_000;

const creationKey = (key: string) => `${key}:create`;

/** Whether the request of a key creates the member of another one. */
export const isCreationKey = (key: string) => key.endsWith(":create");

/** Whether a request creates the member of another one. */
export const isCreation = ({ key }: QueuedRequest) => isCreationKey(key);

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
    return create(stored, creation, true, work);
  }
  return attempt(stored ?? fresh(point, work), stored !== undefined, work);
}

/** Ends a data point the way its batch ends, where it has no end yet. */
export function endPoint(point: KeyedRequest, how: Settlement | DeadLetterReason, work: BatchWork): void {
  const stored = work.batch.requests.get(point.key);
  if (stored === "settled") return;
  const settlement = typeof how === "string" ? letterOf(stored ?? fresh(point, work), how) : how;
  settle(point.request, point.key, settlement, work);
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

async function attempt(queued: QueuedRequest, isFrozen: boolean, work: BatchWork): Promise<Progress> {
  const judgement = await attemptOnce(queued, isFrozen, work);
  if ("kind" in judgement) return judgement;
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
  if (batch.member.isForgotten) return { kind: "batch_ends", end: { kind: "skipped", reason: "forgotten" } };
  const { missingUsers } = running.settings;
  if (missingUsers === "hold") return hold(queued, work);
  if (missingUsers === "dead_letter" || member.hasCreated) return { kind: "batch_ends", end: "missing_user" };
  const request = createUserRequest(queued.request, missingUsers.create);
  const point = { key: creationKey(queued.key), request, event: undefined };
  return create(queued, fresh(point, work), false, work);
}

/** Waits for the member to appear. Who came while a lane was held waits no longer than it. */
async function hold({ request }: QueuedRequest, work: BatchWork): Promise<Progress> {
  const { queue, batch, member, limits, now } = work;
  let { missingSince } = member;
  if (missingSince === undefined || batch.receivedAt > missingSince + limits.holdMilliseconds) {
    missingSince = now();
    member.missingSince = missingSince;
    await queue.setMissing(request.externalId, missingSince);
  }
  const end = missingSince + limits.holdMilliseconds;
  if (now() >= end) return { kind: "batch_ends", end: "missing_user" };
  return wait(Math.min(end, now() + holdProbeMilliseconds), "missing_user", work);
}

/** Creates the member, then goes on with the request that found it missing. */
async function create(
  queued: QueuedRequest,
  creation: QueuedRequest,
  isFrozen: boolean,
  work: BatchWork,
): Promise<Progress> {
  const judgement = await attemptOnce(creation, isFrozen, work);
  if ("kind" in judgement) {
    // Given up for good: then so is what waited for it.
    return judgement.kind === "settled" ? bury(queued, "unknown_outcome", work) : judgement;
  }
  const { step } = judgement;
  if (step.kind === "delivered") return created(queued, creation.key, work);
  if (step.kind === "wait" || step.kind === "pause") {
    await work.queue.freeze(work.batch.sequence, judgement.queued, work.now());
    return step.kind === "wait" ? wait(step.until, "retry", work) : pause(judgement, work);
  }
  return { kind: "batch_ends", end: step.kind === "dead_letter" ? step.reason : "missing_user" };
}

async function created(queued: QueuedRequest, key: string, work: BatchWork): Promise<Progress> {
  const { queue, batch, member, running, now } = work;
  await queue.settle(batch.sequence, key, { kind: "delivered" }, now());
  member.hasCreated = true;
  // The profile's fields went with it. To an event SessionM may repeat from its cache that there is no member.
  if (queued.request.kind === "profile") return delivered(queued, work);
  const generation = queued.generation + 1;
  const identified = messageId(running.settings.name, queued.request, generation);
  return attempt({ ...queued, generation, messageId: identified }, true, work);
}
