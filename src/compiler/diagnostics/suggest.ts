import leven from "leven";

/** Returns the candidate that the user most likely meant, or undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const wanted = fold(word);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > bestDistance + 4) continue;
    const distance = leven(wanted, fold(candidate), { maxDistance: bestDistance });
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Distances take time in the square of the length; no one mistypes a name as long as that. */
const longestWord = 200;

/** Suggests names from a long list. */
export type Suggest = (word: string) => string | undefined;

/** Returns a function that suggests from the candidates; a hundred unknown names are no typing mistakes any more. */
export function createSuggest(candidates: ReadonlySet<string>): Suggest {
  let left = 100;
  return (word) => (left-- > 0 ? nearest(word, candidates) : undefined);
}

/** Returns the names as a hint lists them: `` `a` ``, or one of several. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length > 1 ? `one of ${quoted.join(", ")}` : (quoted[0] ?? "another");
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_.-]+/g, "_");
}
