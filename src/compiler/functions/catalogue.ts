import type { FunctionDefinition } from "./definition.ts";
import { lower } from "./lower.ts";

/** Every built-in function, sorted by name. */
const definitions = [lower] as const;

/** The name of a built-in function. */
export type FunctionName = (typeof definitions)[number]["name"];

/** The built-in functions by name. */
export const functions: ReadonlyMap<string, FunctionDefinition & { readonly name: FunctionName }> = new Map(
  definitions.map((definition) => [definition.name, definition]),
);
