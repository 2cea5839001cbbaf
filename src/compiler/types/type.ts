/**
 * What a value may be at run time: a set of the language's types (`language.md` §3), as bits. Any value may be absent
 * besides. An attribute of a batch is a string or a list, whatever JSON had: numbers and booleans count as their text.
 */
export type Type = number;

export const type = {
  /** Of no type: touches a mistake that has its diagnostic. */
  none: 0,
  string: 1,
  number: 2,
  boolean: 4,
  /** A list of string. */
  list: 8,
  /** A table literal; only `lookup` takes one. */
  table: 16,
  /** An attribute of a batch. */
  attribute: 1 | 8,
  /** Whatever has a text. */
  any: 1 | 2 | 4 | 8,
} as const satisfies Readonly<Record<string, Type>>;

/** A value at run time; undefined is absent. */
export type Value = string | number | boolean | readonly string[];

/** Says whether a value of one type can be of the other. */
export function overlaps(one: Type, other: Type): boolean {
  return (one & other) !== 0;
}

/** Says whether every value of one type is of the other. */
export function isWithin(one: Type, other: Type): boolean {
  return (one & ~other) === 0;
}

const names: readonly (readonly [Type, string])[] = [
  [type.string, "a string"],
  [type.number, "a number"],
  [type.boolean, "a boolean"],
  [type.list, "a list"],
  [type.table, "a table"],
];

/** Returns the type in words: `a string or a list`. */
export function describeType(one: Type): string {
  return names.flatMap(([bit, name]) => (overlaps(one, bit) ? [name] : [])).join(" or ");
}
