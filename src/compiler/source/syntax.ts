/** The two ways to write a waybill (`language.md`: two concrete syntaxes, one meaning). */
export type Syntax = "dsl" | "yaml";

/** The ending of a file of each syntax. */
export const endingOf: Readonly<Record<Syntax, string>> = { dsl: ".waybill", yaml: ".waybill.yaml" };

/** Returns the syntax of a file, by its ending. */
export function syntaxOf(path: string): Syntax {
  return path.endsWith(endingOf.dsl) ? "dsl" : "yaml";
}
