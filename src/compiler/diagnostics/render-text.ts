/** Diagnostics as text for people: a code frame, carets, both places of a conflict, what to do. */
import { eastAsianWidth } from "get-east-asian-width";
import { lineText, positionAt, type SourceFile, type Span } from "../source/source-file.ts";
import { type Diagnostic, hintOf, messageOf } from "./diagnostic.ts";

/** How text is coloured; the plain palette leaves it as it is. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const asIs = (text: string) => text;

/** The palette without colours. */
export const plainPalette: Palette = {
  bold: asIs,
  red: asIs,
  green: asIs,
  yellow: asIs,
  blue: asIs,
  cyan: asIs,
};

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
    // The rule leaves out of `value` what may be a credential.
    const isSecret = code === "literal-credential" || String(diagnostic.args["value"]).includes("…");
    return renderFrame(file, own, { gutter, paint, palette, isFirst: index === 0, isSecret });
  });
  const hint = helpOf(diagnostic);
  return [
    `${paint(palette.bold(`${severity}[${code}]`))}${palette.bold(`: ${messageOf(diagnostic)}`)}`,
    ...frames,
    ...(hint === undefined ? [] : [`${palette.cyan("help")}: ${hint}`]),
    "",
  ].join("\n");
}

/** Returns the hint, and how to have it done where that is certain. */
function helpOf(diagnostic: Diagnostic): string | undefined {
  const hint = hintOf(diagnostic);
  const fix = diagnostic.fixes.find(({ safe }) => safe);
  if (fix === undefined) return hint;
  const title = fix.title.charAt(0).toUpperCase() + fix.title.slice(1);
  return `${hint ?? `${title}.`} (\`waybill check --fix\` does it)`;
}

interface Frame {
  readonly gutter: number;
  readonly paint: (text: string) => string;
  readonly palette: Palette;
  readonly isFirst: boolean;
  /** Whether the text that is marked may be a credential. */
  readonly isSecret: boolean;
}

function renderFrame(file: SourceFile, marks: readonly Mark[], frame: Frame): string {
  const { gutter, palette, isFirst } = frame;
  const first = marks[0];
  if (first === undefined) return "";
  const { line, column } = positionAt(file, first.span.start);
  const pad = " ".repeat(gutter);
  const arrow = palette.blue(isFirst ? `${pad}-->` : `${pad}:::`);
  const head = `${arrow} ${escapeControls(file.path)}:${line}:${column}`;
  if (file.text === "") return head;
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
  const start = file.lineStarts[number - 1] ?? 0;
  const secrets = frame.isSecret ? marks.filter(({ isPrimary }) => isPrimary) : [];
  const text = secrets.reduce(
    (line, { span }) => maskPart(line, span.start - start, span.end - start),
    maskCredentials(lineText(file, number)),
  );
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

/** A credential that is written into a file is not written into logs as well, nor is the password of a URL. */
function maskCredentials(line: string): string {
  return line
    .replace(
      /(\bapi_(?:key|secret)["']?\s*:\s*)("[^"]*"?|'[^']*'?|(?:\$\{[^}]*\}|[^\s,}#])+)/g,
      (_, key: string, value: string) => key + maskPart(value, 0, value.length),
    )
    .replace(/:\/\/[^\s/@]*@/g, (user) => `://${"*".repeat(user.length - 4)}@`);
}

/** Masks a part of a line, references to the environment left out. */
function maskPart(line: string, start: number, end: number): string {
  const masked = line.slice(start, end).replace(/\$\{[^}]*\}|./gu, (part) => {
    return part.startsWith("${") ? part : "*".repeat(part.length);
  });
  return line.slice(0, start) + masked + line.slice(end);
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
    const isJoined = /\p{Mn}|\p{Me}|\p{Cf}/u.test(character);
    count += isJoined ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return count;
}

/** Keeps control and direction characters of a file from steering the terminal. */
function escapeControls(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "\ufffd");
}
