import { createConcurrency } from "./concurrency.ts";
import type { DispatcherLimits } from "./dispatcher-options.ts";
import type { Observe, PausedEvent } from "./event.ts";
import { createHalt } from "./halt.ts";
import type { Clock } from "./transport.ts";

/** Lets attempts go out: so many at once, so many a second, and none while SessionM cannot be reached or turns all down. */
export interface Gate {
  /** Resolves with true when an attempt may go out, with false where none may for now. */
  enter(): Promise<boolean>;
  leave(result: GateResult): void;
  /** Lets nothing out until a time, or until it is opened; then one attempt at a time, until one succeeds. */
  close(why: Omit<PausedEvent, "kind" | "until">, milliseconds?: number): void;
  open(): void;
  /** When attempts may go out again; 0 where they may now. */
  opensAt(): number;
  /** How many attempts may be in flight. */
  limit(): number;
  inFlight(): number;
  /** Lets nothing out any more. */
  stop(): void;
}

/** How an attempt went, as far as the destination's health is concerned. */
export type GateResult = "alive" | "overloaded" | "unreachable" | "not_sent";

/** So many failures in a row, without one answer between, and SessionM counts as unreachable. */
const failuresToClose = 20;
const closedMilliseconds = 30_000;

/** Returns an open {@link Gate}. `onOpen` is called when attempts may go out again, and when there is more room. */
export function createGate(
  limits: DispatcherLimits,
  clock: Clock,
  observe: Observe,
  onReopen: () => void,
): Gate {
  const concurrency = createConcurrency(limits.concurrency, (limit) =>
    observe({ kind: "concurrency", limit }),
  );
  let inFlight = 0;
  let failures = 0;
  let closedUntil = 0;
  let isOnTrial = false;
  const stopping = createHalt(clock);
  let nextSlotAt = 0;
  let line: ((mayGo: boolean) => void)[] = [];

  const limit = () => (isOnTrial ? 1 : concurrency.limit());
  const isShut = () => stopping.isHalted() || closedUntil > clock.now();

  function sendAway(): void {
    const waiting = line;
    line = [];
    for (const resolve of waiting) resolve(false);
  }

  function letIn(): void {
    while (line.length > 0 && inFlight < limit()) {
      inFlight++;
      line.shift()?.(true);
    }
  }

  function close(why: Omit<PausedEvent, "kind" | "until">, milliseconds?: number): void {
    const until = milliseconds === undefined ? undefined : clock.now() + milliseconds;
    closedUntil = until ?? Number.POSITIVE_INFINITY;
    isOnTrial = true;
    sendAway();
    observe({ kind: "paused", ...why, until });
  }

  function open(): void {
    closedUntil = 0;
    failures = 0;
    if (!isOnTrial) return;
    isOnTrial = false;
    observe({ kind: "resumed" });
    onReopen();
  }

  /** Waits for this attempt's turn within the rate; attempts that come together go out one after another. */
  async function keepPace(): Promise<void> {
    if (!Number.isFinite(limits.perSecond)) return;
    const at = Math.max(nextSlotAt, clock.now());
    nextSlotAt = at + 1000 / limits.perSecond;
    if (at > clock.now()) await stopping.sleep(at - clock.now());
  }

  return {
    async enter() {
      if (isShut()) return false;
      if (inFlight < limit()) inFlight++;
      else if (!(await new Promise<boolean>((resolve) => line.push(resolve)))) return false;
      await keepPace();
      if (!isShut()) return true;
      inFlight--;
      return false;
    },
    leave(result) {
      inFlight--;
      if (result === "alive") {
        concurrency.succeed();
        failures = 0;
        if (isOnTrial && closedUntil <= clock.now()) open();
      } else if (result !== "not_sent") {
        failures++;
        concurrency.overload();
      }
      if (result === "unreachable" || result === "overloaded") {
        const isShutNow = closedUntil > clock.now();
        if (!isShutNow && (isOnTrial || failures >= failuresToClose)) {
          close({ reason: "unreachable", status: undefined, code: undefined }, closedMilliseconds);
        }
      }
      letIn();
    },
    close,
    open,
    opensAt: () => (closedUntil > clock.now() ? closedUntil : 0),
    limit,
    inFlight: () => inFlight,
    stop() {
      stopping.halt();
      sendAway();
    },
  };
}
