/** What the values on a tape are, for whoever asks. */
import type { Json, JsonObject } from "../json.ts";
import {
  falseKind,
  listKind,
  longIntegerKind,
  nullKind,
  numberKind,
  objectKind,
  plainKind,
  shortNumberKind,
  stringKind,
  trueKind,
} from "./row.ts";
import { firstIn, kindOf, memberOf, type Node, nameAtNode, nextAfter, type Tape, writtenAt } from "./tape.ts";

/** Returns a value; undefined where the node is absent. An integer that a double would round is a bigint. */
export function valueAt(tape: Tape, node: Node): Json | undefined {
  switch (kindOf(tape, node)) {
    case plainKind:
      return writtenAt(tape, node);
    case stringKind:
      // What was read as a string is one.
      return JSON.parse(`"${writtenAt(tape, node)}"`) as string;
    case shortNumberKind:
    case numberKind:
      return Number(writtenAt(tape, node));
    case longIntegerKind:
      return longInteger(writtenAt(tape, node));
    case trueKind:
      return true;
    case falseKind:
      return false;
    case nullKind:
      return null;
    case listKind:
      return nodesIn(tape, node).map((item) => jsonAt(tape, item));
    case objectKind:
      return objectAt(tape, node);
    default:
      return undefined;
  }
}

function jsonAt(tape: Tape, node: Node): Json {
  return valueAt(tape, node) ?? null;
}

function longInteger(written: string): number | bigint {
  const rounded = Number(written);
  return Number.isSafeInteger(rounded) ? rounded : BigInt(written);
}

function objectAt(tape: Tape, node: Node): JsonObject {
  // It defines members, so that `__proto__` is a name like any other.
  return Object.fromEntries(
    nodesIn(tape, node).map((member) => [nameAtNode(tape, member), jsonAt(tape, member)]),
  );
}

/** Returns the values in a list or an object; none where it is neither. */
export function nodesIn(tape: Tape, node: Node): readonly Node[] {
  const kind = kindOf(tape, node);
  const nodes: Node[] = [];
  if (kind !== listKind && kind !== objectKind) return nodes;
  const end = nextAfter(tape, node);
  for (let item = firstIn(node); item < end; item = nextAfter(tape, item)) nodes.push(item);
  return nodes;
}

/** Returns the value of a member; undefined where there is none. */
export function memberValue(tape: Tape, object: Node, name: number): Json | undefined {
  return valueAt(tape, memberOf(tape, object, name));
}
