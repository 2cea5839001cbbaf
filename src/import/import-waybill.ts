/**
 * Takes: exports of mParticle and SessionM. Gives: the text of a commented waybill that does what they say, and the
 * to-do list of what they leave open.
 * Guarantees: nothing is guessed. Each row that is wanted is in the waybill, needs nothing, or is in the to-do list.
 * What the checker refuses is in the list and not in the waybill.
 */
import { checkWaybill } from "../compiler/compile.ts";
import type { Diagnostic } from "../compiler/diagnostics/diagnostic.ts";
import { parse } from "../compiler/frontend/parse.ts";
import { printTree } from "../compiler/frontend/print.ts";
import type { FileReader } from "../compiler/project/file-reader.ts";
import { createSourceFile } from "../compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../compiler/source/syntax.ts";
import { type Draft, type Origin, originKey, originsIn, type ToDo } from "./draft.ts";
import { draftTree } from "./draft-tree.ts";
import { draftWaybill } from "./draft-waybill.ts";
import type { Exports } from "./exports.ts";
import { type CheckedDraft, settleDraft } from "./settle-draft.ts";

/** How a waybill is written. */
export interface ImportOptions {
  readonly name: string;
  readonly syntax: Syntax;
  /** The names of the files that the exports come from. */
  readonly sources: readonly string[];
  /** The data plan's path from the waybill, with its text; undefined where the waybill is to name none. */
  readonly dataPlan: { readonly path: string; readonly text: string } | undefined;
  /** What else is to be done. */
  readonly notes: readonly ToDo[];
}

/** What became of the rows of an export. */
export interface RowCount {
  readonly rows: number;
  /** In the waybill. */
  readonly translated: number;
  /** Nothing to do: SessionM's output never forwarded them, or no mapping wants them. */
  readonly withoutEffect: number;
  /** In the to-do list. */
  readonly toDo: number;
}

/** A waybill that was made from exports. */
export interface ImportResult {
  readonly text: string;
  readonly toDo: readonly ToDo[];
  readonly counts: ReadonlyMap<Origin["export"], RowCount>;
  /** What `check` says about it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a waybill from exports. */
export function importWaybill(exports: Exports, options: ImportOptions): ImportResult {
  const check = (one: Draft) => checkText(write(one, [], options), options);
  const { draft, diagnostics } = settleDraft(draftWaybill(exports), check);
  const counts = countRows(draft);
  const left = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code }): ToDo => ({ export: "waybill", text: `\`waybill check\` says ${code}: correct it.` }));
  const toDo = [...draft.toDo, ...options.notes, ...left];
  return { text: write(draft, headComment(toDo, counts, options), options), toDo, counts, diagnostics };
}

function write(draft: Draft, comment: readonly string[], { name, syntax, dataPlan }: ImportOptions): string {
  const { tree, comments } = draftTree(draft, { name, dataPlan: dataPlan?.path, comment });
  return printTree(tree, syntax, comments);
}

function checkText(text: string, { name, syntax, dataPlan }: ImportOptions): CheckedDraft {
  const entry = `${name}${endingOf[syntax]}`;
  const parsed = parse(createSourceFile(entry, text));
  const reader: FileReader = {
    read(path) {
      if (path === entry) return { kind: "text", text, id: path };
      if (path === dataPlan?.path.replace(/^\.\//, ""))
        return { kind: "text", text: dataPlan.text, id: path };
      return { kind: "missing", siblings: [] };
    },
  };
  const { diagnostics } = checkWaybill(entry, reader, () => parsed);
  return { tree: parsed.tree, diagnostics };
}

function countRows(draft: Draft): ReadonlyMap<Origin["export"], RowCount> {
  const translated = new Set(originsIn(draft).map(originKey));
  const idle = new Set(draft.withoutEffect.map(originKey));
  const counts = new Map<Origin["export"], RowCount>();
  for (const from of ["mappings", "filter", "plan"] as const) {
    const wanted = draft.wanted.filter((origin) => origin.export === from).map(originKey);
    if (wanted.length === 0) continue;
    const inWaybill = wanted.filter((key) => translated.has(key)).length;
    const withoutEffect = wanted.filter((key) => !translated.has(key) && idle.has(key)).length;
    const toDo = wanted.length - inWaybill - withoutEffect;
    counts.set(from, { rows: wanted.length, translated: inWaybill, withoutEffect, toDo });
  }
  return counts;
}

function headComment(
  toDo: readonly ToDo[],
  counts: ReadonlyMap<Origin["export"], RowCount>,
  { sources }: ImportOptions,
): readonly string[] {
  const lines = [...counts].map(([from, count]) => countText(from, count));
  const list = toDo.map(({ text }, index) => `${String(index + 1).padStart(3)}. ${text}`);
  return [
    `Made by \`waybill import\` from ${sources.join(", ")}.`,
    ...lines,
    ...(list.length === 0 ? [] : ["", "To do:", ...list]),
  ];
}

/** Returns a sentence about the rows of an export. */
export function countText(
  from: Origin["export"],
  { rows, translated, withoutEffect, toDo }: RowCount,
): string {
  const idle = withoutEffect === 0 ? "" : `, ${withoutEffect} need nothing`;
  return `${rowNames[from]}: ${translated} of ${rows} translated${idle}, ${toDo} to do`;
}

const rowNames = {
  filter: "Enabled data points of the Data Filter",
  mappings: "Event mappings",
  plan: "Data points of the data plan",
} as const;
