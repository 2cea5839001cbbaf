/** Cyrillic and Greek letters that are drawn like Latin ones, each under the letter it looks like. */
const lookalikes: Readonly<Record<string, string>> = {
  a: "аα",
  b: "вβ",
  c: "сϲ",
  d: "ԁ",
  e: "еε",
  h: "нһη",
  i: "іι",
  j: "ј",
  k: "кκ",
  m: "мμ",
  n: "ν",
  o: "оο",
  p: "рρ",
  q: "ԛ",
  s: "ѕ",
  t: "тτ",
  u: "υ",
  w: "ԝω",
  x: "хχ",
  y: "уγ",
  z: "ζ",
};

const latinOf = new Map(
  Object.entries(lookalikes).flatMap(([latin, letters]) =>
    [...letters].map((letter) => [letter, latin] as const),
  ),
);

/** Returns the same text for names that a reader takes for one: case, look-alike letters and forms folded. */
export function looksLike(name: string): string {
  if (isAscii(name)) return name.toLowerCase();
  const folded = name.normalize("NFKC").toLowerCase();
  return [...folded].map((character) => latinOf.get(character) ?? character).join("");
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  return /^[\x00-\x7f]*$/.test(text);
}
