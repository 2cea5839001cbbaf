import { asciiLower } from "./ascii.ts";

/**
 * Says whether a glob matches the whole text, ignoring case: `*` is any run of characters, `?` one, all else
 * itself. Goes back to the last `*` only, so that no pattern makes it slow.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const glob = [...asciiLower(pattern)];
  const characters = [...asciiLower(text)];
  let at = 0;
  let star = -1;
  let starAt = 0;
  let index = 0;
  while (index < characters.length) {
    if (glob[at] === "*") {
      star = at++;
      starAt = index;
    } else if (at < glob.length && (glob[at] === "?" || glob[at] === characters[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++starAt;
    } else {
      return false;
    }
  }
  while (glob[at] === "*") at++;
  return at === glob.length;
}
