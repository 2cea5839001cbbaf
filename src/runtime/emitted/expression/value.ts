/** A value of an expression at run time (`language.md` §3). */
export type Value = string | number | boolean | readonly string[];

/** A value, or undefined where it is absent. */
export type Maybe<T extends Value> = T | undefined;
