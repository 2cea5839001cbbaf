/** Diagnostics as text for people: a code frame, carets, both places of a conflict, what to do. */
import { lineText, positionAt, type SourceFile, type Span } from "../source/source-file.ts";
import { type Diagnostic, hintOf, messageOf } from "./diagnostic.ts";

/** How text is coloured; the plain palette leaves it as it is. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const asIs = (text: string) => text;

/** The palette without colours. */
export const plainPalette: Palette = { bold: asIs, red: asIs, yellow: asIs, blue: asIs, cyan: asIs };

/** Returns diagnostics as text, a blank line between them. */
export function renderText(diagnostics: readonly Diagnostic[], palette: Palette = plainPalette): string {
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, palette)).join("\n");
}

/** A place to show: the mistake itself, or another place that belongs to it. */
interface Mark {
  readonly span: Span;
  readonly text: string;
  readonly isPrimary: boolean;
}

function renderDiagnostic(diagnostic: Diagnostic, palette: Palette): string {
  const { code, severity, span, labels } = diagnostic;
  const paint = severity === "error" ? palette.red : severity === "warning" ? palette.yellow : palette.cyan;
  const marks: Mark[] = [
    { span, text: "", isPrimary: true },
    ...labels.map((label): Mark => ({ ...label, isPrimary: false })),
  ];
  const files = [...new Set(marks.map((mark) => mark.span.file))];
  const gutter = String(Math.max(...marks.map((mark) => lineOf(mark)))).length;
  const frames = files.map((file, index) => {
    const own = marks.filter((mark) => mark.span.file === file);
    return renderFrame(file, own, { gutter, paint, palette, isFirst: index === 0 });
  });
  const hint = hintOf(diagnostic);
  return [
    `${paint(palette.bold(`${severity}[${code}]`))}${palette.bold(`: ${messageOf(diagnostic)}`)}`,
    ...frames,
    ...(hint === undefined ? [] : [`${palette.cyan("help")}: ${hint}`]),
    "",
  ].join("\n");
}

interface Frame {
  readonly gutter: number;
  readonly paint: (text: string) => string;
  readonly palette: Palette;
  readonly isFirst: boolean;
}

function renderFrame(file: SourceFile, marks: readonly Mark[], frame: Frame): string {
  const { gutter, palette, isFirst } = frame;
  const first = marks[0];
  if (first === undefined) return "";
  const { line, column } = positionAt(file, first.span.start);
  const pad = " ".repeat(gutter);
  const arrow = palette.blue(isFirst ? `${pad}-->` : `${pad}:::`);
  const head = `${arrow} ${escapeControls(file.path)}:${line}:${column}`;
  const bar = palette.blue(`${pad} |`);
  const lineNumbers = [...new Set(marks.map(lineOf))].sort((a, b) => a - b);
  const body = lineNumbers.flatMap((number, index) => {
    const isGap = index > 0 && number > (lineNumbers[index - 1] ?? 0) + 1;
    const own = marks.filter((mark) => lineOf(mark) === number);
    return [...(isGap ? [palette.blue(`${pad}...`)] : []), ...renderLine(file, number, own, frame)];
  });
  return [head, bar, ...body, bar].join("\n");
}

function renderLine(
  file: SourceFile,
  number: number,
  marks: readonly Mark[],
  frame: Frame,
): readonly string[] {
  const { gutter, palette, paint } = frame;
  const text = lineText(file, number);
  const start = file.lineStarts[number - 1] ?? 0;
  const { shown, shift } = cutLine(text, (marks[0]?.span.start ?? start) - start);
  const source = `${palette.blue(`${String(number).padStart(gutter)} |`)} ${escapeControls(shown)}`;
  const carets = marks.map(({ span, text: label, isPrimary }) => {
    const from = Math.max(0, span.start - start - shift);
    const to = Math.min(span.end - start - shift, shown.length);
    const before = " ".repeat(columns(shown.slice(0, from)));
    const underline = (isPrimary ? "^" : "-").repeat(Math.max(1, columns(shown.slice(from, to))));
    const words = label === "" ? underline : `${underline} ${label}`;
    return `${palette.blue(`${" ".repeat(gutter)} |`)} ${before}${isPrimary ? paint(words) : palette.blue(words)}`;
  });
  return [source.trimEnd(), ...carets];
}

const longestLine = 160;

/** Cuts a very long line to the part around the mark. */
function cutLine(text: string, offset: number): { readonly shown: string; readonly shift: number } {
  if (text.length <= longestLine) return { shown: text, shift: 0 };
  const shift = Math.max(0, Math.min(offset - 40, text.length - longestLine));
  return { shown: text.slice(shift, shift + longestLine), shift };
}

function lineOf({ span }: Mark): number {
  return positionAt(span.file, span.start).line;
}

/** Returns how many columns a text takes on a terminal: wide characters count twice, combining ones not at all. */
function columns(text: string): number {
  let count = 0;
  for (const character of escapeControls(text)) {
    if (/[\p{Mn}\p{Me}\u200d\ufe0f]/u.test(character)) continue;
    count +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return count;
}

/** Keeps control and direction characters of a file from steering the terminal. */
function escapeControls(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "\ufffd");
}
