import type { Syntax } from "../../src/compiler/source/syntax.ts";
import { createRandom } from "../../src/random/random.ts";
import { mutate } from "./mutate.ts";

/** The mutations that one process tries: those from `from` on, before `to`. */
export interface MutationJob {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly texts: Readonly<Record<Syntax, readonly string[]>>;
}

/** A mutation with which something is wrong. */
export interface MutationProblem {
  readonly index: number;
  readonly syntax: Syntax;
  readonly problem: string;
  /** Whether all that is wrong is the time it took, which a busy machine may have caused. */
  readonly isSlow: boolean;
  readonly text: string;
}

/** Returns the text of a mutation: the same seed, texts and index give the same. */
export function mutatedText(
  { seed, texts }: Pick<MutationJob, "seed" | "texts">,
  index: number,
): { readonly text: string; readonly syntax: Syntax } {
  const random = createRandom(seed + index * 7_919);
  const syntax: Syntax = index % 2 === 0 ? "yaml" : "dsl";
  const pool = texts[syntax];
  let text = pool[random.below(pool.length)] ?? "";
  for (let left = 1 + random.below(3); left > 0; left--) text = mutate(text, pool, random);
  return { text, syntax };
}
