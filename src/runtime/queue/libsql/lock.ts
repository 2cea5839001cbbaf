import { chmodSync } from "node:fs";
import Libsql from "libsql";

/** Another process has the queue. */
export class QueueLocked extends Error {
  constructor(folder: string) {
    super(`Another process works with the queue in \`${folder}\`.`);
    this.name = "QueueLocked";
  }
}

/**
 * Locks a file for this process and returns what frees it. The operating system holds the lock, through SQLite: a
 * process that is killed leaves none behind.
 */
export function lock(file: string, folder: string): () => void {
  const connection = new Libsql(file, { timeout: 0 });
  try {
    chmodSync(file, 0o600);
    connection.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    connection.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new QueueLocked(folder);
    throw error;
  }
  return () => connection.close();
}
