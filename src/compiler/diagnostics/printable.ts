/** Returns a text with nothing in it that could move a terminal's cursor or hide what it says. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|\u2028|\u2029|\p{Surrogate}/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}
