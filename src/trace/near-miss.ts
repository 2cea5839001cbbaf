import type { Program } from "../compiler/check/program.ts";
import { quote } from "../compiler/diagnostics/quote.ts";
import { nearest } from "../compiler/diagnostics/suggest.ts";
import type { Span } from "../compiler/source/source-file.ts";
import { type Syntax, syntaxOf } from "../compiler/source/syntax.ts";
import { foldCase } from "../interpreter/values.ts";
import { shortPlace } from "./short-place.ts";

/** A name that a waybill enables, and its place. */
export interface Declared {
  readonly name: string;
  readonly span: Span;
}

/** The setting that makes case not matter, in each syntax. */
const remedies: Readonly<Record<Syntax, string>> = {
  yaml: "`source.names: ignore_case`",
  dsl: "`source { names ignore_case }`",
};

/** Returns which enabled name a name may have been meant for. */
export function nearMiss(name: string, declared: readonly Declared[], program: Program): string {
  const same = declared.find((one) => foldCase(one.name) === foldCase(name));
  if (same !== undefined && same.name !== name) {
    const place = shortPlace(same.span, program);
    return `${quote(same.name)} at ${place} differs only in case; ${remedies[syntaxOf(program.entry.path)]} would match it`;
  }
  const near = nearest(
    name,
    declared.map((one) => one.name),
  );
  const entry = declared.find((one) => one.name === near);
  return entry === undefined
    ? "no entry is near it"
    : `nearest entry: ${quote(entry.name)} at ${shortPlace(entry.span, program)}`;
}
