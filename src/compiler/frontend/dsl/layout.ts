import type { WaybillNode } from "../../ast/nodes.ts";
import type { Layout } from "../attach-comments.ts";

/** Texts and comments, in which braces mean nothing, and braces. */
const braces = /"(?:[^"\\\n\r]|\\[^\n\r])*"|#[^\n\r]*|[{}]/g;

/** Returns how deep things stand in a file of the DSL: by the braces around them. */
export function dslLayout({ span }: WaybillNode): Layout {
  const ends: number[] = [];
  const levels: number[] = [];
  let level = 0;
  for (const { 0: found, index } of span.file.text.matchAll(braces)) {
    if (found !== "{" && found !== "}") continue;
    level += found === "{" ? 1 : -1;
    ends.push(index);
    levels.push(level);
  }
  return { hasListKeys: false, levelOf: (offset) => levels[lastBefore(ends, offset)] ?? 0 };
}

/** Returns the index of the last number below a limit in a sorted list, or -1. */
function lastBefore(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
