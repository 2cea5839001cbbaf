import type { AnswerNote, AttemptOutcome, DeadLetterReason, QueuedRequest } from "../queue/queue.ts";
import { classify, type Verdict } from "../sessionm/classify.ts";
import { addAttempt } from "./add-attempt.ts";
import type { DispatcherLimits } from "./dispatcher-options.ts";
import { interrupted } from "./note-interrupted.ts";
import { backOff, readRetryAfter } from "./retry.ts";
import type { Answer } from "./transport.ts";

/** An attempt that ended. */
export interface Attempt {
  readonly answer: Answer;
  readonly sentAt: number;
  readonly endedAt: number;
}

/** What to do after an attempt. */
export type Step =
  | { readonly kind: "delivered" }
  | { readonly kind: "dead_letter"; readonly reason: DeadLetterReason }
  | { readonly kind: "missing_user" }
  | { readonly kind: "pause" }
  | { readonly kind: "wait"; readonly until: number };

/** An attempt, judged. */
export interface Judgement {
  readonly step: Step;
  readonly note: AnswerNote;
  /** The request, with the attempt in it. */
  readonly queued: QueuedRequest;
}

/** What a judgement depends on besides the attempt. */
export interface JudgeContext {
  readonly limits: DispatcherLimits;
  readonly random: number;
  /** The `Message-ID` of another generation. */
  readonly identify: (generation: number) => string;
}

/** Waits between attempts double from half a second to five minutes. */
const waits = { baseMilliseconds: 500, capMilliseconds: 300_000 };

/** Judges an attempt (docs/operations.md, "What becomes of a request"). */
export function judge(before: QueuedRequest, attempt: Attempt, context: JudgeContext): Judgement {
  const { answer, sentAt, endedAt } = attempt;
  const verdict = classify(answer);
  const note = {
    at: sentAt,
    outcome: outcomeOf(verdict, answer),
    status: answer.kind === "response" ? answer.status : undefined,
    code: verdict.kind === "delivered" ? undefined : verdict.code,
    milliseconds: endedAt - sentAt,
  };
  const queued = learn(addAttempt(before, note), verdict, answer, context);
  return { step: stepAfter(verdict, answer, queued, endedAt, context), note, queued };
}

function outcomeOf(verdict: Verdict, answer: Answer): AttemptOutcome {
  if (verdict.kind === "delivered") return "delivered";
  if (verdict.kind !== "retry") return "refused";
  if (verdict.effect === "unknown") return "ambiguous";
  return answer.kind === "response" ? "refused" : "not_sent";
}

/** What an answer says of the attempts before it under the same id. */
function learn(
  tried: QueuedRequest,
  verdict: Verdict,
  answer: Answer,
  { identify }: JudgeContext,
): QueuedRequest {
  const isCached = answer.kind === "response" && answer.isCached;
  if (isCached && verdict.kind !== "delivered") return nextGeneration(tried, identify);
  // Had one of them been processed, SessionM would have answered as it did then.
  return verdict.kind === "missing_user" ? { ...tried, firstAmbiguousAt: undefined } : tried;
}

/** Under the id before SessionM would repeat the error that it remembers. The repeat also says what became of that id. */
export function nextGeneration(
  queued: QueuedRequest,
  identify: (generation: number) => string,
): QueuedRequest {
  const generation = queued.generation + 1;
  return { ...queued, generation, messageId: identify(generation), firstAmbiguousAt: undefined };
}

function stepAfter(
  verdict: Verdict,
  answer: Answer,
  queued: QueuedRequest,
  now: number,
  { limits, random }: JudgeContext,
): Step {
  switch (verdict.kind) {
    case "delivered":
    case "missing_user":
      return { kind: verdict.kind };
    case "stop":
      return { kind: "pause" };
    case "refused":
      return { kind: "dead_letter", reason: verdict.reason };
    case "retry": {
      const reason = reasonToGiveUp(queued, now, limits);
      if (reason !== undefined) return { kind: "dead_letter", reason };
      const asked = answer.kind === "response" ? readRetryAfter(answer.retryAfter, now) : undefined;
      return { kind: "wait", until: now + waitOf(queued, asked ?? 0, random, now, limits) };
    }
  }
}

/** Returns why a request is not attempted any more; undefined where it is. */
export function reasonToGiveUp(
  queued: QueuedRequest,
  now: number,
  limits: DispatcherLimits,
): DeadLetterReason | undefined {
  if (isPastMessageId(queued, now, limits)) return "unknown_outcome";
  const { firstAttemptAt = now, firstAmbiguousAt } = queued;
  if (now - firstAttemptAt < limits.retryMilliseconds) return undefined;
  return firstAmbiguousAt === undefined ? "not_accepted" : "unknown_outcome";
}

/** Whether a repeat might have a second effect. */
export function isPastMessageId(queued: QueuedRequest, now: number, limits: DispatcherLimits): boolean {
  return now >= endOfMessageId(queued, limits);
}

/** Until when a repeat surely has no second effect; a profile does no harm twice. */
function endOfMessageId({ request, firstAmbiguousAt }: QueuedRequest, limits: DispatcherLimits): number {
  if (request.method === "PUT" || firstAmbiguousAt === undefined || limits.resendsUnknown) {
    return Number.POSITIVE_INFINITY;
  }
  return firstAmbiguousAt + limits.messageIdMilliseconds;
}

function waitOf(
  queued: QueuedRequest,
  asked: number,
  random: number,
  now: number,
  limits: DispatcherLimits,
): number {
  // Jitter comes on top of Retry-After, so that requests that were turned away together do not return together.
  const wait = asked + backOff(waits, failuresInARow(queued), random);
  // One attempt more while the id is good, but never before the time that SessionM asked for.
  const left = endOfMessageId(queued, limits) - 1000 - now;
  return left > 0 ? Math.max(asked, Math.min(wait, left)) : wait;
}

/** What a crash cut off says nothing of SessionM: waits begin anew after it. */
function failuresInARow({ attempts, answers }: QueuedRequest): number {
  const cutOff = answers.findLastIndex(({ code }) => code === interrupted);
  return cutOff < 0 ? attempts : answers.length - 1 - cutOff;
}
