import type { Span } from "../compiler/source/source-file.ts";

/** When something was changed last, and by whom. */
export interface LastChange {
  /** `2026-03-12`; undefined where it is not committed yet. */
  readonly date: string | undefined;
  readonly author: string | undefined;
}

/** What git knows of a waybill's files. */
export interface History {
  /** Who is responsible for the entry file. */
  readonly owner: string | undefined;
  /** The last change of all files. */
  readonly last: LastChange | undefined;
  /** The last change of the lines of a place. */
  changeOf(span: Span): LastChange | undefined;
}

/** The history of files that git does not know. */
export const noHistory: History = { owner: undefined, last: undefined, changeOf: () => undefined };

/** Returns a change in a few words. */
export function changeWords(change: LastChange | undefined): string {
  if (change === undefined) return "";
  return change.date === undefined ? "not committed yet" : `${change.date}, ${change.author ?? ""}`;
}
