/**
 * Takes: the text of a list of SessionM's Custom User Profile Attributes. Gives: their names, in order, each once.
 * The list is text with one name a line, or CSV; `#` begins a comment in text.
 */
import { parse } from "csv-parse/sync";
import { kindOfExport } from "./export-kind.ts";
import type { ReadExport } from "./exports.ts";
import { readJson } from "./read-json.ts";

type Rows = readonly (readonly string[])[];

/** Reads a list of attributes; `column` is the head of the CSV column that has the names. */
export function readAttributeList(text: string, column?: string): ReadExport<readonly string[]> {
  const value = readJson(text);
  if (typeof value === "object" && value !== null) {
    const kind = kindOfExport(value);
    const what = kind === undefined ? "is JSON" : `is ${kind.is}`;
    const use = kind === undefined ? "" : ` Name it with \`${kind.option}\`.`;
    return problem(`${what}; a list of attributes is text with one name a line, or CSV.${use}`);
  }
  if (text.includes("\0")) return problem("is no text.");
  const rows = readRows(text);
  if (typeof rows === "string") return problem(rows);
  const [head = [], ...rest] = rows;
  const index = columnOf(head, column);
  if (typeof index === "string") return problem(index);
  const hasHead = head.some(isHeading) || column !== undefined;
  const names = (hasHead ? rest : rows).flatMap((row) => row[index]?.trim() || []);
  if (names.length === 0) return problem("has no names in it.");
  return { kind: "read", value: [...new Set(names)] };
}

function problem(text: string): ReadExport<never> {
  return { kind: "problem", problem: text };
}

/** Rows without empty ones and comments. */
function readRows(text: string): Rows | string {
  try {
    // The library's types say nothing of the rows: without `columns` and casts they are lists of text.
    const rows = parse(text, {
      bom: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as Rows;
    return rows.filter(([first = ""]) => !first.startsWith("#"));
  } catch (error) {
    return `is no CSV: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function columnOf(head: readonly string[], column: string | undefined): number | string {
  const found = head.findIndex((cell) => (column === undefined ? isHeading(cell) : cell === column));
  if (found >= 0) return found;
  const cells = head.map((cell) => `\`${cell}\``).join(", ");
  if (column !== undefined) return `has no column \`${column}\`; its first line is ${cells}.`;
  if (head.length <= 1) return 0;
  return `has ${head.length} columns (${cells}); say with \`--column\` which has the names.`;
}

/** Says whether a cell is what such a column is called, rather than a name in it. */
function isHeading(cell: string): boolean {
  return /^(?:(?:custom )?(?:user )?(?:profile )?attributes?(?:[ _](?:names?|keys?))?|names?|keys?)$/i.test(
    cell,
  );
}
