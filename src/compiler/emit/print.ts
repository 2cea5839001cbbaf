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
  printLayout(Code.layoutOf(fragment), { indent: 0, isFlat: false, following: 0 }, printer);
  breakLine(0, printer);
  return { text: printer.parts.join(""), map: toEncodedMap(map) };
}

interface Place {
  readonly indent: number;
  /** Whether the group around it stands on one line. */
  readonly isFlat: boolean;
  /** How many characters follow on its line at least. */
  readonly following: number;
}

function printLayout(layout: Layout, place: Place, printer: Printer): void {
  if (typeof layout === "string") return write(layout, printer);
  if (isParts(layout)) return printParts(layout, place, printer);
  const { indent, isFlat } = place;
  switch (layout.kind) {
    case "group":
      return printLayout(
        layout.content,
        { ...place, isFlat: isFlat || fits(layout, place, printer) },
        printer,
      );
    case "indent":
      return printLayout(layout.content, { ...place, indent: indent + 2 }, printer);
    case "line":
      return isFlat ? write(layout.flat, printer) : breakLine(indent, printer);
    case "hardline":
      return breakLine(indent, printer);
    case "ifBroken":
      return isFlat ? undefined : write(layout.text, printer);
    case "mark":
      return printMarked(layout, place, printer);
  }
}

function printParts(parts: readonly Layout[], place: Place, printer: Printer): void {
  const following = [place.following];
  for (const part of parts.slice(1).toReversed()) {
    const start = startOf(part, place.isFlat);
    following.push(start.width + (start.breaks ? 0 : (following.at(-1) ?? 0)));
  }
  for (const part of parts) printLayout(part, { ...place, following: following.pop() ?? 0 }, printer);
}

/** Returns how much of a layout stands on the line where it begins, and whether that line ends within it. */
function startOf(layout: Layout, isFlat: boolean): { readonly width: number; readonly breaks: boolean } {
  if (typeof layout === "string") return { width: layout.length, breaks: false };
  if (isParts(layout)) {
    let width = 0;
    for (const part of layout) {
      const start = startOf(part, isFlat);
      width += start.width;
      if (start.breaks) return { width, breaks: true };
    }
    return { width, breaks: false };
  }
  if (layout.kind === "line")
    return isFlat ? { width: layout.flat.length, breaks: false } : { width: 0, breaks: true };
  if (layout.kind === "hardline") return { width: 0, breaks: true };
  if (layout.kind === "ifBroken") return { width: isFlat ? 0 : layout.text.length, breaks: false };
  return startOf(layout.content, isFlat);
}

function printMarked(
  { origin, content }: Extract<Layout, { kind: "mark" }>,
  place: Place,
  printer: Printer,
): void {
  const outer = printer.origin;
  printer.origin = origin;
  if (printer.column > 0) addMark(origin, printer);
  printLayout(content, place, printer);
  printer.origin = outer;
}

function isParts(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

/** Says whether a group fits on the rest of the line, with what follows it. */
function fits(
  { content }: Extract<Layout, { kind: "group" }>,
  { following }: Place,
  { column, pending }: Printer,
): boolean {
  return column + pending + flatWidth(content) + following <= width;
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
