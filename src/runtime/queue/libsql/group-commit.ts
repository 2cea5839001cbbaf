import type { Database } from "./database.ts";

/** Commits what is asked for at about the same time together: one fsync for all of it. */
export interface GroupCommit {
  /** Runs an operation in the next transaction; resolves when that is on disk. */
  run<T>(operation: Operation<T>): Promise<T>;
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
  /** Whether somebody waits for it who should not wait for others to come along. */
  readonly isUrgent: boolean;
}

/** Options of {@link createGroupCommit}. */
export interface GroupCommitOptions {
  readonly database: Database;
  /** Called when the disk is full; frees room where it can. */
  readonly onFull: () => void;
  readonly probe?: ((moment: "before_commit" | "after_commit", names: readonly string[]) => void) | undefined;
}

interface Waiting {
  readonly operation: Operation<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const pauseMilliseconds = 250;

/** How long to wait for others to come along. A sync costs about as much. */
const gatherMilliseconds = 1;

/** Returns a {@link GroupCommit}. A failing operation takes only itself out of the group. */
export function createGroupCommit({ database, onFull, probe }: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;
  let isSyncing = true;

  function schedule(milliseconds: number): void {
    if (milliseconds === 0) immediate ??= setImmediate(flush);
    else timer ??= setTimeout(flush, milliseconds);
  }

  function flush(): void {
    clearTimeout(timer);
    clearImmediate(immediate);
    timer = undefined;
    immediate = undefined;
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const failure = commit(group);
    if (failure === undefined) return;
    const isDiskFull = isFull(failure.error);
    if (isDiskFull) onFull();
    // One after another: whatever one of them cannot do is no matter of the others.
    for (const one of group) {
      // The room that was freed is for what must be done.
      if (isDiskFull && !one.operation.mustSucceed) one.reject(failure.error);
      else retryAlone(one);
    }
    if (waiting.length > 0) schedule(pauseMilliseconds);
  }

  function retryAlone(one: Waiting): void {
    // The order of what must be done is kept.
    if (waiting.length > 0 && one.operation.mustSucceed) return void waiting.push(one);
    const failure = commit([one]);
    if (failure === undefined) return;
    if (isPassing(failure.error) && one.operation.mustSucceed) waiting.push(one);
    else one.reject(failure.error);
  }

  /** Gives what went wrong; then nothing of the group was done. */
  function commit(group: readonly Waiting[]): { readonly error: unknown } | undefined {
    const names = group.map(({ operation }) => operation.name);
    try {
      setSync(group.some(({ operation }) => operation.isSynced));
      database.exec("BEGIN IMMEDIATE");
      const results = group.map(({ operation }) => operation.work());
      probe?.("before_commit", names);
      database.exec("COMMIT");
      probe?.("after_commit", names);
      for (const [index, { resolve }] of group.entries()) resolve(results[index]);
      return undefined;
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (database.inTransaction) database.exec("ROLLBACK");
      return { error };
    }
  }

  /** A sync takes along whatever was written before it. */
  function setSync(isSynced: boolean): void {
    if (isSynced === isSyncing) return;
    database.exec(`PRAGMA synchronous = ${isSynced ? "FULL" : "NORMAL"}`);
    isSyncing = isSynced;
  }

  return {
    run(operation) {
      return new Promise((resolve, reject) => {
        // `resolve` gets what the operation's own `work` returned.
        waiting.push({ operation, resolve: resolve as (value: unknown) => void, reject });
        // While the disk is full, what must be done waits for its next try, and what comes after it does too.
        schedule(operation.isUrgent ? 0 : gatherMilliseconds);
      });
    },
    async close() {
      for (let tries = 0; waiting.length > 0 && tries < 20; tries++) {
        flush();
        if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      }
    },
  };
}

/** Whether an error may be gone the next time: there is no room, or another process writes. */
function isPassing(error: unknown): boolean {
  return isFull(error) || /SQLITE_BUSY|database is locked/i.test(textOf(error));
}

/** Whether an error means that there is no room on the disk, or that it cannot be written. */
export function isFull(error: unknown): boolean {
  return /SQLITE_(FULL|IOERR)|disk is full|disk I\/O error/i.test(textOf(error));
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${"code" in error ? error.code : ""} ${error.message}` : "";
}
