import { expect, test } from "vitest";
import type { Database } from "../../../src/runtime/queue/libsql/database.ts";
import { createSeen } from "../../../src/runtime/queue/libsql/seen.ts";
import { newDatabaseFile, openTransactions } from "./transactions.ts";

function open(file: string) {
  const { database, effects, transact } = openTransactions(file);
  const seen = createSeen(database, "seen_events", effects);
  const note = (...keys: readonly string[]) =>
    transact(() => keys.map((key) => seen.note(key, facts(Number(key) || 0))));
  return { database, seen, transact, note };
}

const facts = (at: number) => ({ externalId: `member-${at % 3}`, at, batch: at });
const chunks = ({ all }: Database) =>
  all("SELECT id, length(entries) / 40 AS n FROM seen_events ORDER BY id");
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String(from + index));

test("a key is new once, within a transaction, after it, and when the file is opened again", () => {
  const file = newDatabaseFile();
  const { note } = open(file);
  expect(note("1", "2", "1")).toEqual([true, true, false]);
  expect(note("2", "3")).toEqual([false, true]);
  expect(open(file).note("1", "2", "3", "4")).toEqual([false, false, false, true]);
});

test("what is undone was not seen", () => {
  const { note, seen, transact, database } = open(newDatabaseFile());
  note("1");
  transact(() => seen.note("2", facts(2)), true);
  transact(() => seen.remove("1", 1), true);
  expect(chunks(database)).toEqual([{ id: 1, n: 1 }]);
  expect(note("1", "2")).toEqual([false, true]);
});

test("keys fill one page after another, and each is found there", () => {
  const { note, database } = open(newDatabaseFile());
  note(...range(0, 90));
  note(...range(90, 300));
  note(...range(300, 301));
  expect(chunks(database).map(({ n }) => n)).toEqual([96, 96, 96, 13]);
  expect(note(...range(0, 301)).some(Boolean)).toBe(false);
});

test("the oldest go: those before a time, and those that are too many", () => {
  const { note, seen, transact, database } = open(newDatabaseFile());
  note(...range(0, 200));
  expect(transact(() => seen.removeBefore(100))).toBe(100);
  expect(transact(() => seen.removeBefore(100))).toBe(0);
  expect(chunks(database).map(({ n }) => n)).toEqual([92, 8]);
  expect(transact(() => seen.removeOver(30))).toBe(70);
  expect(transact(() => seen.removeOver(30))).toBe(0);
  expect(note(...range(160, 180))).toEqual(range(160, 180).map((key) => Number(key) < 170));
});

test("only the batch that brought a key takes it back, and a member's keys go together", () => {
  const { note, seen, transact } = open(newDatabaseFile());
  note("1", "2", "3", "4");
  transact(() => {
    seen.remove("1", 2);
    seen.remove("2", 2);
  });
  expect(note("1", "2")).toEqual([false, true]);
  transact(() => {
    seen.note("7", facts(7));
    seen.removeMember("member-1");
  });
  // 1, 4 and 7 were that member's.
  expect(note("1", "2", "3", "4", "7")).toEqual([true, false, false, true, true]);
});

test("what another process has removed is not held for seen", () => {
  const file = newDatabaseFile();
  const { note } = open(file);
  note("1", "2");
  const beside = open(file);
  beside.transact(() => beside.seen.removeMember("member-1"));
  expect(note("1", "2")).toEqual([true, false]);
});
