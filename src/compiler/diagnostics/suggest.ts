import leven from "leven";

/** Returns the candidate that the user most likely meant, or undefined where none is near, as none is to a number. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord || isNumber(word)) return undefined;
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

/**
 * Says whether a word can only be a mistyped suggestion: they differ in casing and separators alone, or in a letter or
 * two of a long word, and no other candidate is near. Digits are never mistyped letters: `tier_1` is not `tier_2`.
 */
export function isCertain(word: string, suggestion: string, candidates: Iterable<string>): boolean {
  const [wanted, meant] = [fold(word), fold(suggestion)];
  const others = [...candidates].filter((candidate) => candidate !== suggestion).map(fold);
  if (wanted === meant) return !others.includes(wanted);
  if (word.replace(/\D/g, "") !== suggestion.replace(/\D/g, "")) return false;
  const distance = typingDistance(wanted, meant);
  const allowed = wanted.length >= 8 ? 2 : wanted.length >= 4 ? 1 : 0;
  return distance <= allowed && others.every((other) => typingDistance(wanted, other) > distance + 1);
}

/** Next to one number stands any other: `4` says nothing about `1`. */
function isNumber(word: string): boolean {
  return /^[-+]?[\d.,]+$/.test(word);
}

/** Two letters in each other's place are one slip, not two. */
function typingDistance(one: string, other: string): number {
  const distance = leven(one, other, { maxDistance: 5 });
  const isSwap =
    distance === 2 && one.length === other.length && [...one].sort().join() === [...other].sort().join();
  return isSwap ? 1 : distance;
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
