import { join } from "node:path";
import { makeFolder } from "../../make-folder.ts";
import type { Queue } from "../queue.ts";
import { defaultRetention, type Retention } from "../retention.ts";
import { type Ballast, createBallast } from "./ballast.ts";
import { openDatabase } from "./database.ts";
import { createEffects } from "./effects.ts";
import { createGroupCommit, type GroupCommitOptions } from "./group-commit.ts";
import { createLanes } from "./lanes.ts";
import { createLibsqlQueue } from "./libsql-queue.ts";
import { lock } from "./lock.ts";
import { createLogSync } from "./log-sync.ts";
import { createSeen } from "./seen.ts";

/** Options of {@link openQueue}. */
export interface QueueOptions {
  /** The data directory; it is made where it is missing. It holds personal data: only its owner may read it. */
  readonly folder: string;
  readonly retention?: Retention | undefined;
  /** Below this much free disk space nothing is taken in; default 64 MiB. */
  readonly floorBytes?: number | undefined;
  /** How much room is kept for finishing what was taken in; default 16 MiB. */
  readonly ballastBytes?: number | undefined;
  /** Called around each commit; for tests. */
  readonly probe?: GroupCommitOptions["probe"];
}

const mebibyte = 1 << 20;

/**
 * Opens the queue in a folder. Rejects with a `QueueLocked` where another process has it: deliveries by two would not be in
 * order.
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { folder, floorBytes = 64 * mebibyte, ballastBytes = 16 * mebibyte, probe } = options;
  makeFolder(folder, 0o700);
  const unlock = lock(join(folder, "queue.lock"), folder);
  try {
    return await open({ ...options, probe }, createBallast({ folder, floorBytes, ballastBytes }), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Opens the queue in a folder beside the process that delivers from it: to look at dead letters, put them back, and
 * erase a person.
 */
export async function openQueueBeside(options: Pick<QueueOptions, "folder">): Promise<Queue> {
  const ballast = { hasRoom: () => true, release: () => {} };
  return open(options, ballast, undefined);
}

async function open(
  options: QueueOptions,
  ballast: Ballast,
  unlock: (() => void) | undefined,
): Promise<Queue> {
  const { folder, retention = defaultRetention, probe } = options;
  const file = join(folder, "queue.db");
  const database = openDatabase(file, unlock === undefined);
  const log = createLogSync(database, file, folder);
  // What a process that was killed has written is read now, and is to be there after a power cut, too.
  await log.sync();
  const effects = createEffects();
  const store = {
    database,
    lanes: createLanes(database, effects),
    contents: createSeen(database, "seen_contents", effects),
    events: createSeen(database, "seen_events", effects),
  };
  // Whoever takes batches in must not wait for it at the first of them.
  if (unlock !== undefined) for (const seen of [store.contents, store.events]) seen.load();
  const onFull = ballast.release;
  const commits = createGroupCommit({ database, sync: log.sync, effects, onFull, probe });
  return createLibsqlQueue({ store, commits, log, ballast, retention, unlock });
}
