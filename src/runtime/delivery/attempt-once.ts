import type { DeadLetterReason, QueuedRequest } from "../queue/queue.ts";
import { messageId } from "../sessionm/message-id.ts";
import { about, type BatchWork, noteEnd, type Progress, settled } from "./batch-work.ts";
import type { GateResult } from "./gate.ts";
import { isPastMessageId, type Judgement, judge } from "./judge.ts";
import { retryCost } from "./retry-budget.ts";
import type { Answer } from "./transport.ts";

const budgetMilliseconds = 30_000;

/** No more attempts are made. */
export interface GivenUp {
  readonly kind: "given_up";
  readonly reason: DeadLetterReason;
}

/** Makes one attempt, which is written down before; or says how far the data point got without one. */
export async function attemptOnce(
  queued: QueuedRequest,
  work: BatchWork,
): Promise<Judgement | GivenUp | Progress> {
  const { queue, batch, gate, budget, now, random } = work;
  const late = reasonNotToSend(queued, work);
  if (late !== undefined) return late;
  const last = queued.answers.at(-1);
  if (last !== undefined && !budget.take(now(), last.code === "timeout")) {
    return { kind: "wait", until: now() + budgetMilliseconds * (0.5 + random() / 2) };
  }
  // A new request is written down while it waits for its place: the disk and SessionM are busy at the same time.
  const isNew = !batch.requests.has(queued.key);
  const begun = { ...queued, inFlightSince: now() };
  if (isNew && gate.opensAt() > now()) return later(work);
  if (isNew && !(await begin(begun, work))) return settled;
  if (!(await gate.enter())) {
    if (isNew) await queue.thaw(batch.sequence, begun);
    return later(work);
  }
  let result: GateResult = "not_sent";
  try {
    if (!isNew && !(await begin(begun, work))) return settled;
    // The disk, or those before, may have taken their time.
    const judgement = reasonNotToSend(queued, work) ?? (await send(begun, work));
    if ("kind" in judgement) return judgement;
    result = healthOf(judgement);
    if (result === "alive") budget.give(last === undefined ? 0 : retryCost);
    return judgement;
  } finally {
    gate.leave(result);
  }
}

/** Writes down that an attempt begins, with what ended before it; false where it turns out that none is to be made. */
async function begin(queued: QueuedRequest, work: BatchWork): Promise<boolean> {
  const { queue, batch, now } = work;
  if ((await queue.freeze(batch.sequence, queued, now())) === "frozen") return true;
  const isFirst = queued.answers.length === 0;
  noteEnd(queued.request, "skipped", isFirst ? "duplicate_event" : "forgotten", work);
  return false;
}

function later({ now }: BatchWork): Progress {
  return { kind: "wait", until: now() };
}

function reasonNotToSend(queued: QueuedRequest, { limits, now }: BatchWork): GivenUp | undefined {
  if (!isPastMessageId(queued, now(), limits)) return undefined;
  return { kind: "given_up", reason: "unknown_outcome" };
}

async function send(queued: QueuedRequest, work: BatchWork): Promise<Judgement | GivenUp> {
  const { transport, probe, observe, running, limits, now, random } = work;
  const { method, path, body } = queued.request;
  probe("before_send");
  const sentAt = now();
  let answer: Answer;
  try {
    answer = await transport({ method, path, body, messageId: queued.messageId });
  } catch (error) {
    // A bug, and this request's alone as far as anyone knows.
    observe({ kind: "failed", error });
    return { kind: "given_up", reason: "failed" };
  }
  probe("after_answer");
  const endedAt = now();
  const identify = (generation: number) => messageId(running.settings.name, queued.request, generation);
  const judgement = judge(queued, { answer, sentAt, endedAt }, { limits, random: random(), identify });
  const { outcome, status, code } = judgement.note;
  observe({
    kind: "attempt",
    ...about(queued.request, work),
    outcome,
    messageId: queued.messageId,
    attempt: judgement.queued.attempts,
    status,
    code,
    milliseconds: endedAt - sentAt,
  });
  return judgement;
}

/** What an answer says of SessionM's health. */
function healthOf({ note, step }: Judgement): GateResult {
  if (step.kind === "pause") return "not_sent";
  if (note.outcome === "delivered") return "alive";
  if (note.outcome === "not_sent" || note.outcome === "ambiguous") return "unreachable";
  // An answer that asks to come again later: a repeat of it earns nothing.
  return step.kind === "wait" ? "overloaded" : "alive";
}
