/** What stands in a row of a tape. A module of nothing but constants: bundling puts their values in place. */

/** The kind of the value. */
export const kindAt = 0;
/** Where the value begins in the text, and where it ends: a string between its quotes. */
export const startAt = 1;
export const endAt = 2;
/** The row behind all that is in the value. */
export const nextAt = 3;
/** The number of its name. */
export const nameAt = 4;
export const rowLength = 5;

/** The kind of a value that is not there. */
export const isAbsent = 0;
/** A string that JSON writes as it is: without escapes and surrogates. */
export const isPlain = 1;
/** A number whose text is JavaScript's own: up to 15 digits, and not `-0`, `1.50` or `1e3`. */
export const isShortNumber = 2;
/** An integer of more digits. */
export const isLongInteger = 3;
export const isTrue = 4;
export const isFalse = 5;
/** What kinds up to this one are written as is their text for SessionM (`language.md` §4.14). */
export const lastWrittenAsSent = isFalse;
/** Any other string. */
export const isString = 6;
/** Any other number. */
export const isNumber = 7;
export const isNull = 8;
export const isList = 9;
export const isObject = 10;
