import type { WaybillNode } from "./nodes.ts";

/** What says where and how something is written, and not what it means. */
const placing = new Set(["span", "operatorSpan", "isQuoted", "comments"]);

/** Lists in which no entry means the same as no list. */
const entryLists = new Set(["AttributeList", "EventList"]);

/** Returns a tree as JSON without places and comments: two files of equal dumps mean the same. */
export function dumpTree(tree: WaybillNode): string {
  return JSON.stringify(tree, (key, value: unknown) => {
    return placing.has(key) || isEmptyList(value) ? undefined : inKeyOrder(value);
  });
}

function inKeyOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmptyList(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("kind" in value) || !("items" in value)) return false;
  return entryLists.has(String(value.kind)) && Array.isArray(value.items) && value.items.length === 0;
}
