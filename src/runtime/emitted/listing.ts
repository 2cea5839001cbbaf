import { nine, zero } from "./tape/characters.ts";
import { mostNames } from "./tape/names.ts";
import { objectKind } from "./tape/row.ts";
import {
  absent,
  firstIn,
  kindOf,
  type Node,
  nameAtNode,
  nameNumberAt,
  nextAfter,
  type Tape,
} from "./tape/tape.ts";
import { nodesIn } from "./tape/values.ts";

/** The members of an object as JavaScript has them: each name once, with the last value that it was given. */
export interface Listing {
  readonly names: readonly string[];
  readonly nodes: readonly Node[];
}

/** Returns the members of an object; none where the node is no object. */
export function listMembers(tape: Tape, object: Node): Listing {
  const names: string[] = [];
  const nodes: Node[] = [];
  let hasDigits = false;
  const end = kindOf(tape, object) === objectKind ? nextAfter(tape, object) : absent;
  for (let node = firstIn(object); node < end; node = nextAfter(tape, node)) {
    const number = nameNumberAt(tape, node);
    if (number < 0) return inOrder(listByText(tape, object));
    const name = nameAtNode(tape, node);
    const index = indexOf(names, name, number);
    names[index] = name;
    nodes[index] = node;
    hasDigits ||= isDigit(name.charCodeAt(0));
  }
  return hasDigits ? inOrder({ names, nodes }) : { names, nodes };
}

/** The same where names have no numbers to be told apart by. */
function listByText(tape: Tape, object: Node): Listing {
  const members = new Map(nodesIn(tape, object).map((node) => [nameAtNode(tape, node), node]));
  return { names: [...members.keys()], nodes: [...members.values()] };
}

/** Where each name was in the listing that it was in last: most often another one, and then there is another name. */
const lastIndexes = /* @__PURE__ */ new Int32Array(mostNames);

function indexOf(names: readonly string[], name: string, number: number): number {
  const last = lastIndexes[number] ?? 0;
  if (names[last] === name) return last;
  lastIndexes[number] = names.length;
  return names.length;
}

function isDigit(unit: number): boolean {
  return unit >= zero && unit <= nine;
}

/** JavaScript puts names that are indexes of an array before all others. */
function inOrder({ names, nodes }: Listing): Listing {
  const rank = (name: string) => (isArrayIndex(name) ? Number(name) : Number.POSITIVE_INFINITY);
  const order = names.map((name, index) => ({ rank: rank(name), index }));
  order.sort((one, other) => (one.rank === other.rank ? one.index - other.index : one.rank - other.rank));
  return {
    names: order.map(({ index }) => names[index] ?? ""),
    nodes: order.map(({ index }) => nodes[index] ?? 0),
  };
}

function isArrayIndex(name: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1;
}
