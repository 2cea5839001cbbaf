import type { Request } from "../emitted/result.ts";
import { classify, type Verdict } from "../sessionm/classify.ts";
import type { Halt } from "./halt.ts";
import type { Effort } from "./outcome.ts";
import { backOff, type RetryPolicy, readRetryAfter } from "./retry.ts";
import type { Slots } from "./slots.ts";
import type { Stop } from "./stop.ts";
import type { Answer, Clock, Effect, Transport } from "./transport.ts";

/** What {@link settle} needs besides a request. */
export interface SettleContext {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: () => number;
  readonly identify: (request: Request, edition: number) => string;
  readonly policy: RetryPolicy;
  /** How many attempts may be in flight. A request that waits for its next attempt holds none. */
  readonly slots: Slots;
  readonly halt: Halt;
  /** Stops the whole delivery. */
  readonly stop: (stop: Stop) => void;
}

/** The end of a request's attempts: a verdict, or the reason why there are no more. */
export interface Settled extends Effort {
  readonly verdict: Exclude<Verdict, { readonly kind: "retry" }> | GivenUp;
  /** The last answer; undefined where nothing was sent. */
  readonly answer: Answer | undefined;
  /** How long the last attempt took. */
  readonly milliseconds: number;
}

/** No verdict, and what the attempts together may have done. */
export interface GivenUp {
  readonly kind: "exhausted" | "stopped";
  readonly effect: Effect;
  readonly code: string | undefined;
}

/** Sends a request until there is a verdict, attempts run out, or sending ends (docs/sessionm.md, "Outcomes"). */
export async function settle(request: Request, context: SettleContext, firstEdition = 0): Promise<Settled> {
  let edition = firstEdition;
  let tries: Tries = { attempts: 0, firstAt: 0, effect: "none", last: undefined };
  for (;;) {
    const attempt = await attemptOnce(request, edition, context);
    if (attempt === undefined) return giveUp("stopped", tries);
    tries = addAttempt(tries, attempt);
    const { verdict, answer, milliseconds } = attempt;
    if (verdict.kind !== "retry") return { verdict, answer, milliseconds, ...effortOf(tries) };
    const isReplay = answer.kind === "response" && answer.isCached;
    const wait = nextWait(answer, tries, context);
    if (wait === undefined || (isReplay && request.method === "POST")) return giveUp("exhausted", tries);
    // Under the same id the cached failure would come again; a PUT does no harm twice.
    if (isReplay) edition++;
    await context.halt.sleep(wait);
  }
}

interface Attempt {
  readonly answer: Answer;
  readonly verdict: Verdict;
  readonly sentAt: number;
  readonly milliseconds: number;
}

/** All attempts at a request so far. */
interface Tries {
  readonly attempts: number;
  readonly firstAt: number;
  readonly effect: Effect;
  readonly last: Attempt | undefined;
}

async function attemptOnce(
  request: Request,
  edition: number,
  context: SettleContext,
): Promise<Attempt | undefined> {
  const { slots, halt, clock, transport, identify, stop } = context;
  const { method, path, body } = request;
  await slots.take();
  try {
    if (halt.isHalted()) return undefined;
    const sentAt = clock.now();
    const answer = await transport({ method, path, body, messageId: identify(request, edition) });
    const verdict = classify(answer);
    if (verdict.kind === "stop" && answer.kind === "response") {
      // Before the slot is free: nothing more may go out.
      stop({ reason: "configuration", code: verdict.code, status: answer.status });
    }
    return { answer, verdict, sentAt, milliseconds: clock.now() - sentAt };
  } finally {
    slots.give();
  }
}

function addAttempt({ attempts, firstAt, effect }: Tries, last: Attempt): Tries {
  const isUnknown = last.verdict.kind === "retry" && last.verdict.effect === "unknown";
  return {
    attempts: attempts + 1,
    firstAt: attempts === 0 ? last.sentAt : firstAt,
    effect: isUnknown ? "unknown" : effect,
    last,
  };
}

function effortOf({ attempts }: Tries): Effort {
  return { attempts, retries: Math.max(attempts - 1, 0) };
}

function giveUp(kind: GivenUp["kind"], tries: Tries): Settled {
  const { answer, verdict, milliseconds = 0 } = tries.last ?? {};
  const code = verdict?.kind === "retry" ? verdict.code : undefined;
  return { verdict: { kind, effect: tries.effect, code }, answer, milliseconds, ...effortOf(tries) };
}

/** How long to wait for the next attempt; undefined where there is none. */
function nextWait(answer: Answer, tries: Tries, context: SettleContext): number | undefined {
  const { policy, clock, random } = context;
  if (tries.attempts >= policy.attempts) return undefined;
  const now = clock.now();
  const asked = answer.kind === "response" ? readRetryAfter(answer.retryAfter, now) : undefined;
  // Jitter comes on top of Retry-After, so that requests that were turned away together do not return together.
  const wait = (asked ?? 0) + backOff(policy, tries.attempts, random());
  return now + wait - tries.firstAt > policy.windowMilliseconds ? undefined : wait;
}
