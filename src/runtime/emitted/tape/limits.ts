/** The limits of a batch (`language.md` §1). A module of nothing but constants: bundling puts their values in place. */

/** The deepest nesting; the batch itself is the first level. */
export const deepest = 64;

/** An integer with more characters is no id of anybody, and reading millions of digits takes minutes. */
export const longestInteger = 1_000;
