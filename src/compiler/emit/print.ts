/**
 * Takes: a fragment. Gives: its text, laid out, and where each marked part of it comes from.
 * Only this file tracks lines and columns.
 */
import { addMapping, GenMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import type { IrOrigin } from "../ir/ir.ts";
import { positionAt, type SourceFile } from "../source/source-file.ts";
import { Code, type Layout } from "./code.ts";

/** The longest line, where it can be broken. */
const width = 110;

/** A source map, version 3. */
export type EncodedSourceMap = ReturnType<typeof toEncodedMap>;

export interface Printed {
  readonly text: string;
  readonly map: EncodedSourceMap;
}

interface Printer {
  readonly parts: string[];
  line: number;
  column: number;
  /** Indentation of a line that has no text yet, so that empty lines get none. */
  pending: number;
  /** The mark around what is being printed; each of its lines is mapped. */
  origin: IrOrigin | undefined;
  readonly map: GenMapping;
  readonly files: readonly SourceFile[];
}

/** Prints a fragment as the file `name`; origins point into `files`. */
export function print(fragment: Code, name: string, files: readonly SourceFile[]): Printed {
  const map = new GenMapping({ file: name });
  for (const file of files) setSourceContent(map, file.path, file.text);
  const printer: Printer = { parts: [], line: 1, column: 0, pending: 0, origin: undefined, map, files };
  printLayout(Code.layoutOf(fragment), 0, false, printer);
  breakLine(0, printer);
  return { text: printer.parts.join(""), map: toEncodedMap(map) };
}

function printLayout(layout: Layout, indent: number, isFlat: boolean, printer: Printer): void {
  if (typeof layout === "string") return write(layout, printer);
  if (isParts(layout)) {
    for (const part of layout) printLayout(part, indent, isFlat, printer);
    return;
  }
  switch (layout.kind) {
    case "group":
      return printLayout(layout.content, indent, isFlat || fits(layout, printer), printer);
    case "indent":
      return printLayout(layout.content, indent + 2, isFlat, printer);
    case "line":
      return isFlat ? write(layout.flat, printer) : breakLine(indent, printer);
    case "hardline":
      return breakLine(indent, printer);
    case "ifBroken":
      return isFlat ? undefined : write(layout.text, printer);
    case "mark":
      return printMarked(layout, indent, isFlat, printer);
  }
}

function printMarked(
  { origin, content }: Extract<Layout, { kind: "mark" }>,
  indent: number,
  isFlat: boolean,
  printer: Printer,
): void {
  const outer = printer.origin;
  printer.origin = origin;
  if (printer.column > 0) addMark(origin, printer);
  printLayout(content, indent, isFlat, printer);
  printer.origin = outer;
}

function isParts(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

/** Says whether a group fits on the rest of the line, with what follows it. */
function fits({ content, after }: Extract<Layout, { kind: "group" }>, { column, pending }: Printer): boolean {
  return column + pending + flatWidth(content) + after <= width;
}

function flatWidth(layout: Layout): number {
  if (typeof layout === "string") return layout.length;
  if (isParts(layout)) return layout.reduce((sum: number, part) => sum + flatWidth(part), 0);
  if (layout.kind === "line") return layout.flat.length;
  if (layout.kind === "hardline") return Number.POSITIVE_INFINITY;
  return layout.kind === "ifBroken" ? 0 : flatWidth(layout.content);
}

function breakLine(indent: number, printer: Printer): void {
  printer.parts.push("\n");
  printer.line++;
  printer.column = 0;
  printer.pending = indent;
}

function write(text: string, printer: Printer): void {
  if (text === "") return;
  if (printer.column === 0 && printer.origin !== undefined) addMark(printer.origin, printer);
  printer.parts.push(" ".repeat(printer.pending), text);
  printer.column += printer.pending + text.length;
  printer.pending = 0;
}

function addMark({ source, start }: IrOrigin, printer: Printer): void {
  const file = printer.files[source];
  if (file === undefined) return;
  const { line, column } = positionAt(file, start);
  addMapping(printer.map, {
    generated: { line: printer.line, column: printer.column + printer.pending },
    source: file.path,
    original: { line, column: column - 1 },
  });
}
