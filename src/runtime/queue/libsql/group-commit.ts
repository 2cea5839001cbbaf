import type { Database } from "./database.ts";
import { isFull, isPassing } from "./disk-errors.ts";
import type { TransactionEffects, TransactionPart } from "./effects.ts";

/** Commits what is asked for at about the same time together: one sync for all of it. */
export interface GroupCommit {
  /** Runs an operation in the next transaction; resolves when that is on disk. */
  run<T>(operation: Operation<T>): Promise<T>;
  /** Runs what no transaction can be open for. */
  runBetween(work: () => void): Promise<void>;
  /** Commits what is waiting. */
  close(): Promise<void>;
}

/** A part of a transaction. */
export interface Operation<T> {
  readonly name: string;
  readonly work: () => T;
  /** Whether it must be done whatever the disk says: it is tried until it succeeds. Others are rejected. */
  readonly mustSucceed: boolean;
  /** Whether it must outlive the machine. What need not still outlives the process. */
  readonly isSynced: boolean;
  /** Whether somebody waits for an answer: then it waits less for others to come along. */
  readonly isUrgent: boolean;
}

/** Options of {@link createGroupCommit}. */
export interface GroupCommitOptions {
  readonly database: Database;
  /** Brings what was committed to the disk. */
  readonly sync: () => Promise<void>;
  readonly effects: Pick<TransactionEffects, keyof TransactionPart>;
  /** Called when the disk is full; frees room where it can. */
  readonly onFull: () => void;
  readonly probe?:
    | ((moment: "before_commit" | "after_commit" | "after_sync", names: readonly string[]) => void)
    | undefined;
}

interface Waiting {
  readonly operation: Operation<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** An operation that was committed, with what it gave. */
interface Committed {
  readonly one: Waiting;
  readonly result: unknown;
}

/** Before what the disk did not take is tried again. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

/**
 * How long to wait for others to come along once no sync is under way: a group costs about a millisecond of a
 * processor, however many are in it.
 */
const gatherMilliseconds = 3;
const urgentMilliseconds = 1;

/**
 * Returns a {@link GroupCommit}. One group at a time is committed and synced; what is asked for meanwhile is the next
 * one. A failing operation takes only itself out of the group.
 */
export function createGroupCommit({
  database,
  sync,
  effects,
  onFull,
  probe,
}: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let beginsAt = Number.POSITIVE_INFINITY;
  let round: Promise<void> | undefined;

  /** Sees to it that a round begins. */
  function schedule(isUrgent: boolean): void {
    const milliseconds = isUrgent ? urgentMilliseconds : gatherMilliseconds;
    const at = performance.now() + milliseconds;
    if (round !== undefined || at >= beginsAt) return;
    clearTimeout(timer);
    beginsAt = at;
    timer = setTimeout(begin, milliseconds);
  }

  /** Begins a round, unless one is under way. */
  function begin(): void {
    clearTimeout(timer);
    beginsAt = Number.POSITIVE_INFINITY;
    const group = waiting;
    if (round !== undefined || group.length === 0) return;
    waiting = [];
    round = work(group).then((later) => {
      round = undefined;
      // The order of what must be done is kept.
      waiting.unshift(...later);
      if (waiting.length > 0) schedule(waiting.some(({ operation }) => operation.isUrgent));
    });
  }

  /** Does what of a group can be done now; gives the rest. */
  async function work(group: readonly Waiting[]): Promise<readonly Waiting[]> {
    const outcome = await transact(group);
    const { committed, later } =
      "committed" in outcome
        ? { committed: outcome.committed, later: [] }
        : await commitEach(group, outcome.error);
    await finish(committed);
    if (later.length > 0) await pause();
    return later;
  }

  /** Commits each of a group that can be: whatever one of them cannot do is no matter of the others. */
  async function commitEach(group: readonly Waiting[], error: unknown) {
    const committed: Committed[] = [];
    const later: Waiting[] = [];
    const isDiskFull = isFull(error);
    if (isDiskFull) onFull();
    for (const one of group) {
      const { mustSucceed } = one.operation;
      // The order of what must be done is kept, and the room that was freed is for that alone.
      const mustWait = mustSucceed && later.length > 0;
      const outcome = mustWait || (isDiskFull && !mustSucceed) ? { error } : await transact([one]);
      if ("committed" in outcome) committed.push(...outcome.committed);
      else if (mustWait || (mustSucceed && isPassing(outcome.error))) later.push(one);
      else one.reject(outcome.error);
    }
    return { committed, later };
  }

  /** Gives what went wrong; then nothing of the group was done. */
  async function transact(
    group: readonly Waiting[],
  ): Promise<{ readonly committed: readonly Committed[] } | { readonly error: unknown }> {
    const names = group.map(({ operation }) => operation.name);
    try {
      database.exec("BEGIN IMMEDIATE");
      const committed = group.map((one) => ({ one, result: one.operation.work() }));
      effects.beforeCommit();
      probe?.("before_commit", names);
      await database.commit();
      effects.committed();
      probe?.("after_commit", names);
      return { committed };
    } catch (error) {
      effects.undone();
      // A full disk may have ended the transaction already.
      if (database.inTransaction) database.exec("ROLLBACK");
      return { error };
    }
  }

  /** Resolves what was committed: at once, or when it is on disk. */
  async function finish(committed: readonly Committed[]): Promise<void> {
    const synced = committed.filter(({ one }) => one.operation.isSynced);
    for (const { one, result } of committed) if (!one.operation.isSynced) one.resolve(result);
    if (synced.length === 0) return;
    let left: readonly Committed[] = synced;
    for (;;) {
      try {
        await sync();
        break;
      } catch (error) {
        if (isFull(error)) onFull();
        left = giveUp(left, error);
      }
      await pause();
    }
    probe?.(
      "after_sync",
      left.map(({ one }) => one.operation.name),
    );
    for (const { one, result } of left) one.resolve(result);
  }

  /** The disk does not take what was committed: rejects what need not succeed, and gives the rest. */
  function giveUp(committed: readonly Committed[], error: unknown): readonly Committed[] {
    for (const one of waiting) if (!one.operation.mustSucceed) one.reject(error);
    waiting = waiting.filter(({ operation }) => operation.mustSucceed);
    return committed.filter(({ one }) => {
      if (!one.operation.mustSucceed) one.reject(error);
      return one.operation.mustSucceed;
    });
  }

  return {
    run(operation) {
      return new Promise((resolve, reject) => {
        // `resolve` gets what the operation's own `work` returned.
        waiting.push({ operation, resolve: resolve as (value: unknown) => void, reject });
        schedule(operation.isUrgent);
      });
    },
    async runBetween(work) {
      while (round !== undefined) await round;
      work();
    },
    async close() {
      for (let tries = 0; (waiting.length > 0 || round !== undefined) && tries < 20; tries++) {
        begin();
        await round;
        if (waiting.length > 0) await pause();
      }
    },
  };
}
