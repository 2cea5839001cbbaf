import type { WaybillNode } from "../../src/compiler/ast/nodes.ts";

/** Returns a tree without the places of its parts and without comments: what a file means to the compiler. */
export function dump(tree: WaybillNode): unknown {
  return without(tree);
}

/** What only says where or how something is written. */
const places = new Set(["span", "operatorSpan", "isQuoted", "comments"]);

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !places.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, without(inner)]));
}
