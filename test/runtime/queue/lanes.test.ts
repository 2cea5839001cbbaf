import { expect, test } from "vitest";
import { createLanes } from "../../../src/runtime/queue/libsql/lanes.ts";
import { newDatabaseFile, openTransactions } from "./transactions.ts";

/** Lanes of a file, with room for so many at once. */
function open(file: string, most?: number) {
  const { database, effects, transact } = openTransactions(file);
  const lanes = createLanes(database, effects, most);
  const insert = (lane: string, at: number) =>
    database.insert(
      "INSERT INTO batches (lane, identity, received_at, made_at, bytes) VALUES (?, '', ?, 0, x'00')",
      lane,
      at,
    );
  const put = (lane: string, at: number) => transact(() => lanes.add(lane, insert(lane, at), at));
  const claim = (limit: number, now: number) => transact(() => lanes.claim(limit, now));
  /** Does the work of a lane. */
  const finish = (lane: string) =>
    transact(() => {
      database.run("DELETE FROM batches WHERE lane = ?", lane);
      lanes.remove(lane);
    });
  return { lanes, transact, insert, put, claim, finish };
}

test("lanes that there is no room for come as others are done, none is forgotten and none comes twice", () => {
  const file = newDatabaseFile();
  const { put, claim, finish } = open(file, 3);
  const names = Array.from({ length: 10 }, (_, index) => `m${index}`);
  for (const [index, name] of names.entries()) put(name, index);
  const worked: string[] = [];
  for (let round = 0; round < 20; round++) {
    for (const lane of claim(2, 100).lanes) {
      worked.push(lane);
      finish(lane);
    }
  }
  expect(worked).toEqual(names);
  expect(claim(2, 100)).toEqual({ lanes: [], nextDueAt: undefined });
});

test("while there is more to look at, the next claim is due at once", () => {
  const { put, claim, finish } = open(newDatabaseFile(), 2);
  for (const name of ["a", "b", "c"]) put(name, 1);
  expect(claim(5, 10).lanes).toEqual(["a", "b"]);
  finish("a");
  expect(claim(5, 10)).toEqual({ lanes: ["c"], nextDueAt: undefined });
});

test("what another process puts in is found, also between batches of one's own", () => {
  const file = newDatabaseFile();
  const { put, claim } = open(file);
  const beside = open(file);
  put("a", 1);
  beside.put("b", 2);
  put("c", 3);
  expect(claim(5, 10).lanes).toEqual(["a", "b", "c"]);
});

test("a lane waits for its time through a restart, and a new batch does not hurry it", () => {
  const file = newDatabaseFile();
  const first = open(file);
  first.put("a", 1);
  first.claim(1, 5);
  first.transact(() => first.lanes.release("a", 50));
  first.put("a", 6);
  expect(first.claim(1, 10)).toEqual({ lanes: [], nextDueAt: 50 });
  const second = open(file);
  expect(second.claim(1, 10)).toEqual({ lanes: [], nextDueAt: 50 });
  expect(second.claim(1, 50).lanes).toEqual(["a"]);
  // Claimed: it waits no longer, and whoever comes next finds it by its batches.
  expect(open(file).claim(1, 50).lanes).toEqual(["a"]);
});

test("what is undone changes nothing, and a sequence that is given again is not missed", () => {
  const { lanes, transact, insert, put, claim } = open(newDatabaseFile());
  transact(() => {
    lanes.add("a", insert("a", 1), 1);
    lanes.claim(1, 10);
  }, true);
  put("b", 2);
  expect(claim(5, 10).lanes).toContain("b");
});
