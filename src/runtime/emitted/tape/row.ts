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
export const absentKind = 0;
/** A string that JSON writes as it is: without escapes and surrogates. */
export const plainKind = 1;
/** A number whose text is JavaScript's own: up to 15 digits, and not `-0`, `1.50` or `1e3`. */
export const shortNumberKind = 2;
/** An integer of more digits. */
export const longIntegerKind = 3;
export const trueKind = 4;
export const falseKind = 5;
/** What kinds up to this one are written as is their text for SessionM (`language.md` §4.14). */
export const lastWrittenAsSent = falseKind;
/** Any other string. */
export const stringKind = 6;
/** Any other number. */
export const numberKind = 7;
export const nullKind = 8;
export const listKind = 9;
export const objectKind = 10;
