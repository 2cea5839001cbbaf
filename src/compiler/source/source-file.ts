/** A file of waybill text as the compiler sees it. */
export interface SourceFile {
  /** The path relative to the entry file's folder, with `/`: the same on every machine. */
  readonly path: string;
  readonly text: string;
  /** The offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** A place in a file: UTF-16 offsets, `[start, end)`. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A line and a column, both from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Returns a source file; its lines are found when a position is first asked for. */
export function createSourceFile(path: string, text: string): SourceFile {
  let lineStarts: readonly number[] | undefined;
  return {
    path,
    text,
    get lineStarts() {
      lineStarts ??= findLineStarts(text);
      return lineStarts;
    },
  };
}

/** `\n`, `\r\n` and a lone `\r` end a line, as in YAML. */
function findLineStarts(text: string): readonly number[] {
  const lineStarts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    const isLineEnd = unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10);
    if (isLineEnd) lineStarts.push(offset + 1);
  }
  return lineStarts;
}

/** Returns the position of an offset. */
export function positionAt(file: SourceFile, offset: number): Position {
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (file.lineStarts[low] ?? 0) + 1 };
}

/** Returns the text of a line, from 1, without its line end. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1] ?? 0;
  return file.text.slice(start, file.lineStarts[line] ?? file.text.length).replace(/[\r\n]+$/, "");
}

/** Returns `file:line` of a span's start: how requests, drops and comments name a place. */
export function placeOf(span: Span): string {
  return `${span.file.path}:${positionAt(span.file, span.start).line}`;
}
