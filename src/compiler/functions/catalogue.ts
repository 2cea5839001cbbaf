import { abs } from "./abs.ts";
import { boolean } from "./boolean.ts";
import { ceil } from "./ceil.ts";
import { concat } from "./concat.ts";
import { contains } from "./contains.ts";
import { country } from "./country.ts";
import { formatDate } from "./date.ts";
import { orDefault } from "./default.ts";
import type { FunctionDefinition } from "./definition.ts";
import { endsWith } from "./ends-with.ts";
import { first } from "./first.ts";
import { floor } from "./floor.ts";
import { gender } from "./gender.ts";
import { glob } from "./glob.ts";
import { choose } from "./if.ts";
import { integer } from "./integer.ts";
import { join } from "./join.ts";
import { last } from "./last.ts";
import { length } from "./length.ts";
import { lookup } from "./lookup.ts";
import { lower } from "./lower.ts";
import { largest } from "./max.ts";
import { smallest } from "./min.ts";
import { numberOf } from "./number.ts";
import { present } from "./present.ts";
import { replace } from "./replace.ts";
import { round } from "./round.ts";
import { sha256 } from "./sha256.ts";
import { split } from "./split.ts";
import { startsWith } from "./starts-with.ts";
import { string } from "./string.ts";
import { substring } from "./substring.ts";
import { trim } from "./trim.ts";
import { upper } from "./upper.ts";

/** Every built-in function, sorted by name. */
const definitions = [
  abs,
  boolean,
  ceil,
  concat,
  contains,
  country,
  formatDate,
  orDefault,
  endsWith,
  first,
  floor,
  gender,
  glob,
  choose,
  integer,
  join,
  last,
  length,
  lookup,
  lower,
  largest,
  smallest,
  numberOf,
  present,
  replace,
  round,
  sha256,
  split,
  startsWith,
  string,
  substring,
  trim,
  upper,
] as const;

/** The name of a built-in function. */
export type FunctionName = (typeof definitions)[number]["name"];

/** The built-in functions by name. */
export const functions: ReadonlyMap<string, FunctionDefinition & { readonly name: FunctionName }> = new Map(
  definitions.map((definition) => [definition.name, definition]),
);
