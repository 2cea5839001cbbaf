/** Statements of the DSL with their comments, and their layout in the formatter's one style. */
import {
  type AttachedComment,
  allBefore,
  type NodeComments,
  noComments,
  withBefore,
  writtenComment,
} from "../../ast/comments.ts";

/** A statement; what has a body ends in braces. */
export interface Statement {
  /** Its lines without indentation; behind the first they stand deeper. */
  readonly lines: readonly string[];
  readonly body: readonly Statement[] | undefined;
  readonly comments: NodeComments;
  /** Statements of one kind stand together where they are single lines. */
  readonly kind: string;
}

/** Returns a statement of one line. */
export function line(text: string, comments: NodeComments): Statement {
  return { lines: [text], body: undefined, comments, kind: wordOf(text) };
}

/** Returns a statement with a body, which has braces even where it is empty. */
export function braces(head: string, body: readonly Statement[], comments: NodeComments): Statement {
  const { settled, rest } = settle(body);
  const { after, inside } = comments;
  const isEmpty = settled.length === 0;
  // Nothing stands behind the brace that opens a block, nor in a block that is empty.
  const moved = [...(after === undefined ? [] : [after]), ...(isEmpty ? [...rest, ...inside] : [])];
  const led = withBefore(
    { ...comments, after: undefined, inside: isEmpty ? [] : [...rest, ...inside] },
    moved,
  );
  return { lines: [head], body: settled, comments: led, kind: wordOf(head) };
}

function wordOf(text: string): string {
  return text.split(" ", 1)[0] ?? "";
}

/** Returns statements with comments that stand before the first, or behind all where there is none. */
export function headed(comments: NodeComments, statements: readonly Statement[]): readonly Statement[] {
  const [first, ...others] = statements;
  if (first === undefined) return floating(allBefore(comments).before);
  const { before, isAfterBlank } = withoutInside(comments);
  const own = first.comments;
  const [next, ...later] = own.before;
  const isApart = isAfterBlank || (next?.isAfterBlank ?? own.isAfterBlank);
  const led =
    next === undefined
      ? { ...own, before, isAfterBlank: isApart }
      : { ...own, before: [...before, { ...next, isAfterBlank: isApart }, ...later] };
  return [{ ...first, comments: led }, ...others, ...floating(comments.inside)];
}

function withoutInside(comments: NodeComments): NodeComments {
  return allBefore({ ...comments, inside: [] });
}

/** Comments that no statement carries: a later one takes them, or the end of the block. */
function floating(before: readonly AttachedComment[]): readonly Statement[] {
  if (before.length === 0) return [];
  return [{ lines: [], body: undefined, comments: { ...noComments, before }, kind: "" }];
}

/** Returns the lines of a block's statements, or of a file's, where blank lines stand around blocks. */
export function layOut(
  statements: readonly Statement[],
  inside: readonly AttachedComment[],
  isFile: boolean,
): readonly string[] {
  const lines: string[] = [];
  const { settled, rest } = settle(statements);
  let previous: Statement | undefined;
  for (const statement of settled) {
    const isApart = previous !== undefined && isFile && areApart(previous, statement);
    lines.push(...linesOf(statement, previous === undefined, isApart));
    previous = statement;
  }
  lines.push(...commentLines([...rest, ...inside], previous === undefined));
  return lines;
}

/** Returns statements that took the comments floating before them, and the comments behind all. */
export function settle(statements: readonly Statement[]): {
  readonly settled: readonly Statement[];
  readonly rest: readonly AttachedComment[];
} {
  const settled: Statement[] = [];
  let rest: readonly AttachedComment[] = [];
  for (const statement of statements) {
    const before = [...rest, ...statement.comments.before];
    if (statement.lines.length === 0) rest = before;
    else {
      settled.push({ ...statement, comments: { ...statement.comments, before } });
      rest = [];
    }
  }
  return { settled, rest };
}

function areApart(previous: Statement, next: Statement): boolean {
  return previous.kind !== next.kind || previous.body !== undefined || next.body !== undefined;
}

function linesOf(statement: Statement, isFirst: boolean, isApart: boolean): readonly string[] {
  const { comments, body, lines } = statement;
  const { isAfterBlank } = comments;
  const before = commentLines(comments.before, true);
  const hasBlank = isApart || (comments.before[0]?.isAfterBlank ?? isAfterBlank);
  return [
    ...(hasBlank && !isFirst ? [""] : []),
    ...before,
    ...(before.length > 0 && isAfterBlank ? [""] : []),
    ...(body === undefined ? plainLines(lines, comments) : blockLines(lines, body, comments)),
  ];
}

function plainLines(lines: readonly string[], { after }: NodeComments): readonly string[] {
  const indented = lines.map((text, index) => (index === 0 ? text : `  ${text}`));
  if (after === undefined) return indented;
  return [...indented.slice(0, -1), `${indented.at(-1) ?? ""} ${writtenComment(after)}`];
}

function blockLines(
  [head = ""]: readonly string[],
  body: readonly Statement[],
  { inside }: NodeComments,
): readonly string[] {
  const inner = layOut(body, inside, false);
  if (inner.length === 0) return [`${head} {}`];
  return [`${head} {`, ...inner.map((text) => (text === "" ? "" : `  ${text}`)), "}"];
}

function commentLines(comments: readonly AttachedComment[], isFirst: boolean): readonly string[] {
  return comments.flatMap((comment, index) => {
    const isApart = comment.isAfterBlank && !(isFirst && index === 0);
    return [...(isApart ? [""] : []), writtenComment(comment)];
  });
}
