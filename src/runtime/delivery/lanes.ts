import type { Request } from "../emitted/result.ts";

/** Options of {@link createLanes}. */
export interface LanesOptions {
  /** How many requests are in the lanes at most. */
  readonly capacity: number;
  readonly work: (request: Request) => Promise<void>;
  /** Called when the work throws. Nothing is taken in after that. */
  readonly onFailure: () => void;
}

/** Work in order for each member, and side by side for different members. */
export interface Lanes {
  /** Puts a request at the end of its member's lane; resolves once there is room for it. */
  add(request: Request): Promise<void>;
  /** Resolves when all lanes are empty; rejects with the first thing the work threw. */
  drain(): Promise<void>;
}

/** Returns empty {@link Lanes}. A lane exists while it has requests. */
export function createLanes({ capacity, work, onFailure }: LanesOptions): Lanes {
  const lanes = new Map<string, Request[]>();
  let size = 0;
  let failure: { readonly error: unknown } | undefined;
  let waiting: (() => void)[] = [];

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const resume of woken) resume();
  }

  /** Resolves when a request has left its lane; rejects where none will any more. */
  async function nextChange(): Promise<void> {
    if (failure === undefined) await new Promise<void>((resolve) => waiting.push(resolve));
    if (failure !== undefined) throw failure.error;
  }

  async function run(externalId: string, lane: Request[]): Promise<void> {
    for (let request = lane.shift(); request !== undefined; request = lane.shift()) {
      await work(request);
      size--;
      wake();
    }
    lanes.delete(externalId);
  }

  function fail(error: unknown): void {
    failure ??= { error };
    onFailure();
    wake();
  }

  return {
    async add(request) {
      while (failure !== undefined || size >= capacity) await nextChange();
      size++;
      const lane = lanes.get(request.externalId);
      if (lane !== undefined) {
        lane.push(request);
        return;
      }
      const started = [request];
      lanes.set(request.externalId, started);
      run(request.externalId, started).catch(fail);
    },
    async drain() {
      while (size > 0) await nextChange();
    },
  };
}
