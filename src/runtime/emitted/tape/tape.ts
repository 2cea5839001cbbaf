/**
 * A JSON text as a tape: one row of numbers for each value, in the order of the text. Nothing is made of a value until
 * somebody asks for it, and of most values of a batch nobody ever does.
 */
import { makeRoomForNames, nameOf } from "./names.ts";
import { absentKind, endAt, nameAt, nextAt, objectKind, rowLength, startAt } from "./row.ts";
import { writeUnits } from "./units.ts";

/** What was read of a text; it counts until the next text is read. */
export interface Tape {
  text: string;
  /** The UTF-16 code units of the text, and a 0 behind them. */
  units: Uint16Array;
  /** A row for each value. */
  rows: Int32Array;
  /** Where the next row begins. */
  end: number;
  /** Names without a number. */
  readonly otherNames: string[];
}

/** A value on a tape: where its row begins. Negative where there is none. */
export type Node = number;

/** The node that is not there. */
export const absent: Node = -1;

/** The node of the whole text. */
export const root: Node = 0;

/** Room for most batches. */
const fewUnits = 1 << 14;
const fewRows = 1 << 12;

/** Returns a tape that nothing was read on. */
export function createTape(): Tape {
  return {
    text: "",
    units: new Uint16Array(fewUnits),
    rows: new Int32Array(fewRows),
    end: 0,
    otherNames: [],
  };
}

/** The largest text whose room is kept for the next one. */
const mostKept = 1 << 20;

/** Makes a tape ready for a text. */
export function rewind(tape: Tape, text: string): void {
  const needed = text.length + 1;
  if (tape.units.length < needed || tape.units.length > mostKept) {
    tape.units = new Uint16Array(Math.max(needed + (needed >> 1), fewUnits));
  }
  if (tape.rows.length > mostKept) tape.rows = new Int32Array(fewRows);
  writeUnits(text, tape.units);
  tape.units[text.length] = 0;
  tape.text = text;
  tape.end = 0;
  tape.otherNames.length = 0;
  makeRoomForNames();
}

/** Adds a row; what is in the value comes behind it. */
export function addRow(tape: Tape, kind: number, start: number, end: number, name: number): Node {
  const node = tape.end;
  if (node + rowLength > tape.rows.length) makeRoom(tape);
  const { rows } = tape;
  rows[node] = kind;
  rows[node + startAt] = start;
  rows[node + endAt] = end;
  rows[node + nextAt] = node + rowLength;
  rows[node + nameAt] = name;
  tape.end = node + rowLength;
  return node;
}

function makeRoom(tape: Tape): void {
  const rows = new Int32Array(tape.rows.length * 2);
  rows.set(tape.rows);
  tape.rows = rows;
}

/** Ends a list or an object at an offset, which it returns: all rows behind its own are in it. */
export function closeRow({ rows, end }: Tape, node: Node, textEnd: number): number {
  rows[node + endAt] = textEnd;
  rows[node + nextAt] = end;
  return textEnd;
}

/** Returns the kind of a value, one of those in `row.ts`. */
export function kindOf({ rows }: Tape, node: Node): number {
  return node < 0 ? absentKind : (rows[node] ?? absentKind);
}

/** Returns the value as it is written; without its quotes if it is a string. */
export function writtenAt({ text, rows }: Tape, node: Node): string {
  return text.slice(rows[node + startAt], rows[node + endAt]);
}

/** Returns a string as it is written, with its quotes. */
export function quotedAt({ text, rows }: Tape, node: Node): string {
  return text.slice((rows[node + startAt] ?? 0) - 1, (rows[node + endAt] ?? 0) + 1);
}

/** Returns the first value in a list or an object, or where it would be. */
export function firstIn(node: Node): Node {
  return node + rowLength;
}

/** Returns the value behind a value and all that is in it; it is in the same container if it is before its end. */
export function nextAfter({ rows }: Tape, node: Node): Node {
  return rows[node + nextAt] ?? absent;
}

/** Returns the name of a member as a number; negative where it has none. */
export function nameNumberAt({ rows }: Tape, node: Node): number {
  return rows[node + nameAt] ?? absent;
}

/** Returns the name of a member. */
export function nameAtNode(tape: Tape, node: Node): string {
  const number = nameNumberAt(tape, node);
  return number >= 0 ? nameOf(number) : (tape.otherNames[-2 - number] ?? "");
}

/** Returns a member of an object by the number of its name, the last of several; absent where there is none. */
export function memberOf(tape: Tape, object: Node, name: number): Node {
  const { rows } = tape;
  if (object < 0 || rows[object] !== objectKind) return absent;
  const end = nextAfter(tape, object);
  let found = absent;
  for (let node = firstIn(object); node < end; node = rows[node + nextAt] ?? end) {
    if (rows[node + nameAt] === name) found = node;
  }
  return found;
}
