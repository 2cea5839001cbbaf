import { chmodSync } from "node:fs";
import Libsql from "libsql";
import AsyncLibsql from "libsql/promise";
import { migrations } from "./schema.ts";

/** A value in a row. */
export type Value = string | number | null | Uint8Array;

/** A row, by column. */
export type Row = Readonly<Record<string, Value>>;

/** SQL on one file. Statements are prepared once. */
export interface Database {
  run(sql: string, ...values: readonly Value[]): number;
  /** Gives the row's id. */
  insert(sql: string, ...values: readonly Value[]): number;
  get(sql: string, ...values: readonly Value[]): Row | undefined;
  all(sql: string, ...values: readonly Value[]): readonly Row[];
  exec(sql: string): void;
  /** Commits in another thread. Until that is done, whoever uses the connection waits. */
  commit(): Promise<void>;
  readonly inTransaction: boolean;
  close(): void;
}

/** The queue is of another version of Waybill. */
export class QueueVersionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "QueueVersion";
  }
}

/**
 * Opens the file and brings its tables up to date, where this is not beside a process that works with them. A commit is
 * on disk once its log was synced, see `createLogSync`.
 */
export function openDatabase(file: string, isBeside = false): Database {
  const database = connect(file);
  // The file exists now; what SQLite adds beside it gets the same mode.
  chmodSync(file, 0o600);
  // Before the first table, or it has no effect; then deleted rows can give their room back.
  database.exec("PRAGMA auto_vacuum = INCREMENTAL");
  database.all("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = NORMAL");
  database.all("PRAGMA journal_size_limit = 67108864");
  // What is deleted is written over where that costs no further page.
  database.all("PRAGMA secure_delete = FAST");
  database.exec("PRAGMA cache_size = -65536");
  // A commit brings the log into the file once it has so many pages: seldom enough, and nobody waits for it long.
  database.all("PRAGMA wal_autocheckpoint = 250");
  migrate(database, isBeside);
  return database;
}

/** Opens a file without any of a queue's tables. */
export function connect(file: string): Database {
  // Another process may be at a dead letter for a moment.
  const connection = new Libsql(file, { timeout: 5000 });
  const statements = new Map<string, Libsql.Statement<unknown[]>>();

  function prepare(sql: string): Libsql.Statement<unknown[]> {
    const found = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, found);
    return found;
  }

  return {
    run: (sql, ...values) => prepare(sql).run(bound(values)).changes,
    // Ids are far below 2^53.
    insert: (sql, ...values) => Number(prepare(sql).run(bound(values)).lastInsertRowid),
    // The driver gives objects by column, and says `unknown`.
    get: (sql, ...values) => prepare(sql).get(bound(values)) as Row | undefined,
    all: (sql, ...values) => (prepare(sql).all(bound(values)) as RawRow[]).map(plain),
    exec: (sql) => void connection.exec(sql),
    commit: () => execAside(connection, "COMMIT"),
    get inTransaction() {
      return connection.inTransaction;
    },
    close() {
      statements.clear();
      connection.close();
    },
  };
}

/** Both faces of the driver are methods on one native handle; a connection has the methods that block. */
async function execAside(connection: Libsql.Database, sql: string): Promise<void> {
  await AsyncLibsql.prototype.exec.call(connection, sql);
}

/** A row of `all`: there the driver has another type for bytes than everywhere else. */
type RawRow = Readonly<Record<string, Value | ArrayBuffer>>;

function plain(row: RawRow): Row {
  const columns = Object.entries(row);
  return Object.fromEntries(
    columns.map(([name, value]) => [name, value instanceof ArrayBuffer ? Buffer.from(value) : value]),
  );
}

/** The driver takes bytes as a Buffer only. */
function bound(values: readonly Value[]): unknown[] {
  return values.map((value) => {
    if (!(value instanceof Uint8Array) || Buffer.isBuffer(value)) return value;
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  });
}

function migrate(database: Database, isBeside: boolean): void {
  const made = Number(database.get("PRAGMA user_version")?.["user_version"] ?? 0);
  if (made > migrations.length) {
    throw new QueueVersionError("The queue was written by a newer version of Waybill.");
  }
  if (made < migrations.length && isBeside) {
    throw new QueueVersionError(
      "A service of an earlier version of Waybill works with the queue. Start it anew with this version first.",
    );
  }
  for (const [index, change] of migrations.entries()) {
    if (index < made) continue;
    database.exec("BEGIN IMMEDIATE");
    change(database);
    database.exec(`PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
