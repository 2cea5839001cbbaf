import type { Type, Value } from "../types/type.ts";

/** A parameter of a built-in function. Of several only the last ones are optional, and only the last is repeated. */
export interface Parameter {
  readonly name: string;
  /** The type that the function gets: an argument of another type is converted. */
  readonly type: Type;
  /** The types of arguments that are accepted, where that is more than the type itself and what is read as it. */
  readonly takes?: Type;
  readonly isOptional?: true;
  /** Whether any number of further arguments may follow. */
  readonly isRepeated?: true;
  /** Whether the argument must be a literal, because it is checked or prepared when the waybill is compiled. */
  readonly isLiteral?: true;
  /** A few words for the reference. */
  readonly summary: string;
}

/** An example of the reference; a test evaluates it. `null` says that the result is absent. */
export interface Example {
  readonly expression: string;
  readonly gives: Value | null;
}

/** A built-in function (`language.md` §3): one file each in this folder, one line in `catalogue.ts`. */
export interface FunctionDefinition {
  readonly name: string;
  /** One sentence for the reference and for editors. */
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** The type of the result, from those of the arguments where it depends on them. */
  readonly result: Type | ((args: readonly Type[]) => Type);
  readonly examples: readonly Example[];
  /** Checks literal arguments further; returns what is wrong with one, for a diagnostic. */
  readonly checkLiteral?: (parameter: string, value: Value) => string | undefined;
  /** Returns what a literal argument hardly means, and what was meant instead; for a warning. */
  readonly doubtLiteral?: (
    parameter: string,
    value: Value,
  ) => { readonly problem: string; readonly instead: string } | undefined;
  /**
   * The very function that emitted code calls, from `runtime/emitted/functions`: pure and total. It takes arguments
   * that were converted to its parameters' types, undefined where one is absent, and returns undefined for absent.
   */
  readonly call: (...args: never[]) => Value | undefined;
}

/** Keeps the literal type of a definition's name. */
export function defineFunction<const Name extends string>(
  definition: FunctionDefinition & { readonly name: Name },
): FunctionDefinition & { readonly name: Name } {
  return definition;
}
