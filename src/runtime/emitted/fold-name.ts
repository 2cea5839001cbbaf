import { asciiLower } from "./ascii.ts";

/** The same few names come with every batch; longer ones, and more than so many, are not kept. */
const mostNames = 4_096;
const longestName = 64;

const folded = /* @__PURE__ */ new Map<string, string>();

/** Returns a name in lower case, for names that match ignoring case; remembers those that it saw. */
export function foldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const lower = asciiLower(name);
  if (name.length > longestName) return lower;
  // Whoever makes up names only makes their own batches slow.
  if (folded.size >= mostNames) folded.clear();
  folded.set(name, lower);
  return lower;
}
