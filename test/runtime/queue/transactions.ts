import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDatabase } from "../../../src/runtime/queue/libsql/database.ts";
import { createEffects } from "../../../src/runtime/queue/libsql/effects.ts";

/** A file for a database, gone when the test ends. */
export function newDatabaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "waybill-database-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "queue.db");
}

/** A database until the test ends, and transactions on it with all their effects. */
export function openTransactions(file: string) {
  const database = openDatabase(file);
  onTestFinished(() => database.close());
  const effects = createEffects();
  /** Runs a transaction, or undoes it. */
  const transact = <T>(work: () => T, isUndone = false): T => {
    database.exec("BEGIN");
    const result = work();
    effects.beforeCommit();
    database.exec(isUndone ? "ROLLBACK" : "COMMIT");
    if (isUndone) effects.undone();
    else effects.committed();
    return result;
  };
  return { database, effects, transact };
}
