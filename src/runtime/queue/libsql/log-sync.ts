import { closeSync, fdatasync, fsyncSync, openSync } from "node:fs";
import { promisify } from "node:util";
import type { Database } from "./database.ts";

/** Brings to the disk what SQLite has written to its log, while the process goes on with other things. */
export interface LogSync {
  /** Resolves when everything that was committed before the call is on disk; rejects where the disk refuses. */
  sync(): Promise<void>;
  close(): void;
}

const syncData = promisify(fdatasync);

/**
 * Returns the {@link LogSync} of an open database in WAL mode. With `synchronous = NORMAL` a commit is written to the
 * log and not synced, and a checkpoint syncs the log before and the file after (SQLite, "PRAGMA synchronous"); so this
 * is what `FULL` does, but off the main thread. A log is read from its beginning to the first frame that is torn, so a
 * sync also covers all that came before.
 */
export function createLogSync(
  database: Database,
  file: string,
  folder: string,
  syncFile: (handle: number) => Promise<void> = syncData,
): LogSync {
  // While the database is open, its log is one and the same file.
  const log = openSync(`${file}-wal`, "r+");
  let isSound = true;
  syncFolder(folder);

  /**
   * After a failed sync the system may hold for written what is not, and says so only once. So everything goes from
   * the log into the file, and that is synced.
   */
  function fold(): void {
    const busy = database.get("PRAGMA wal_checkpoint(TRUNCATE)")?.["busy"];
    if (busy !== 0) throw new Error("The log could not be folded into the file: the database is busy.");
  }

  return {
    async sync() {
      if (!isSound) fold();
      else {
        isSound = false;
        await syncFile(log);
      }
      isSound = true;
    },
    close: () => closeSync(log),
  };
}

/** Makes sure that the names of new files are on disk, too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
