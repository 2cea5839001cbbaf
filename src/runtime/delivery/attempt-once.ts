import type { QueuedRequest } from "../queue/queue.ts";
import { messageId } from "../sessionm/message-id.ts";
import { about, type BatchWork, bury, noteEnd, type Progress, settled } from "./batch-work.ts";
import type { GateResult } from "./gate.ts";
import { type Judgement, judge, reasonToGiveUp } from "./judge.ts";
import { retryCost } from "./retry-budget.ts";
import type { Answer } from "./transport.ts";

const budgetMilliseconds = 30_000;

/** Makes one attempt, which is written down before; or says how far the data point got without one. */
export async function attemptOnce(
  queued: QueuedRequest,
  isFrozen: boolean,
  work: BatchWork,
): Promise<Judgement | Progress> {
  const { queue, batch, gate, budget, limits, now, random } = work;
  const late = reasonToGiveUp({ ...queued, firstAttemptAt: undefined }, now(), limits);
  if (late !== undefined) return bury(queued, late, work);
  const last = queued.answers.at(-1);
  if (last !== undefined && !budget.take(now(), last.code === "timeout")) {
    return { kind: "wait", until: now() + budgetMilliseconds * (0.5 + random() / 2) };
  }
  // A first attempt is written down, and what ended before it is so with it.
  if (isFrozen) await Promise.all(work.settling);
  if (!(await gate.enter())) return { kind: "wait", until: now() };
  let result: GateResult = "not_sent";
  try {
    if (!isFrozen && (await queue.freeze(batch.sequence, queued, now())) === "duplicate") {
      noteEnd(queued.request, "skipped", "duplicate_event", work);
      return settled;
    }
    const judgement = await send(queued, work);
    if ("kind" in judgement) return judgement;
    result = healthOf(judgement);
    if (result === "alive") budget.give(last === undefined ? 0 : retryCost);
    return judgement;
  } finally {
    gate.leave(result);
  }
}

async function send(queued: QueuedRequest, work: BatchWork): Promise<Judgement | Progress> {
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
    return bury(queued, "failed", work);
  }
  probe("after_answer");
  const identify = (generation: number) => messageId(running.settings.name, queued.request, generation);
  const attempt = { answer, sentAt, endedAt: now() };
  const judgement = judge(queued, attempt, { limits, random: random(), identify });
  const { outcome, status, code, milliseconds } = judgement.note;
  observe({
    kind: "attempt",
    ...about(queued.request, work),
    outcome,
    messageId: queued.messageId,
    attempt: judgement.queued.attempts,
    status,
    code,
    milliseconds,
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
