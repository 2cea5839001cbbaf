import { reservedWords } from "./tokens.ts";

/** Returns a name as the DSL writes it: in quotes where it is no identifier, or a word that would mean more. */
export function printName(name: string, meaning: readonly string[] = []): string {
  const isPlain = /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && !reservedWords.has(name);
  return isPlain && !meaning.includes(name) ? name : JSON.stringify(name);
}

/** Returns names with commas between them; `none` alone would be no name. */
export function printNames(names: readonly { readonly text: string }[]): string {
  return names.map(({ text }) => printName(text, ["none"])).join(", ");
}
