import type { AnswerNote, QueuedRequest } from "../queue/queue.ts";

/** How many answers are kept. */
const mostAnswers = 10;

/** Returns a request with an attempt that has ended. */
export function addAttempt(before: QueuedRequest, note: AnswerNote): QueuedRequest {
  const isAmbiguous = note.outcome === "ambiguous";
  return {
    ...before,
    attempts: before.attempts + 1,
    inFlightSince: undefined,
    firstAttemptAt: before.firstAttemptAt ?? note.at,
    firstAmbiguousAt: before.firstAmbiguousAt ?? (isAmbiguous ? note.at : undefined),
    answers: [...before.answers, note].slice(-mostAnswers),
  };
}
