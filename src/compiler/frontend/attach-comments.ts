/**
 * Takes: the tree of a file. Gives: its comments by the node that they belong to.
 * Guarantees: each comment belongs to one node. A comment behind something belongs to what begins on its line; one on
 * a line of its own to what comes next, or, where it stands deeper than that, to the end of the block around it.
 */
import {
  type AttachedComment,
  type Comments,
  type NodeComments,
  noComments,
  oneLine,
} from "../ast/comments.ts";
import { type Entry, entriesOf } from "../ast/entries.ts";
import type { CommentNode, WaybillNode } from "../ast/nodes.ts";
import type { Span } from "../source/source-file.ts";

/** How deep an offset stands: in YAML the indentation of its line, in the DSL the number of open braces. */
export type LevelOf = (offset: number) => number;

/** Where the text of a file and its tree say different things about what stands on a line. */
export interface Layout {
  readonly levelOf: LevelOf;
  /** Whether lists such as `events` have a key of their own. */
  readonly hasListKeys: boolean;
}

/** An entry at its place in a file. */
interface PlacedEntry {
  readonly entry: Entry;
  readonly parent: PlacedEntry | undefined;
  readonly start: number;
}

type Mutable = { -readonly [K in keyof NodeComments]: NodeComments[K] };

/** Attaches the comments of a file to the nodes of its tree. */
export function attachComments(tree: WaybillNode, layout: Layout): Comments {
  const { file } = tree.span;
  const placed = placeEntries(tree, layout);
  const found = new Map<object, Mutable>();
  const at = ({ entry: { node } }: PlacedEntry): Mutable => {
    const known = found.get(node) ?? { ...noComments };
    found.set(node, known);
    return known;
  };
  for (const one of placed) if (isAfterBlank(file.text, one.start)) at(one).isAfterBlank = true;
  let next = 0;
  for (const comment of tree.comments) {
    while ((placed[next]?.start ?? Number.POSITIVE_INFINITY) < comment.span.start) next++;
    attach(comment, { placed, next, layout, at });
  }
  return found;
}

interface Cursor {
  readonly placed: readonly PlacedEntry[];
  /** The index of the first entry behind the comment. */
  readonly next: number;
  readonly layout: Layout;
  readonly at: (entry: PlacedEntry) => Mutable;
}

function attach({ span, text }: CommentNode, cursor: Cursor): void {
  const { placed, next, at, layout } = cursor;
  const source = span.file.text;
  const comment = { text: oneLine(text), isAfterBlank: isAfterBlank(source, span.start) };
  const before = source.slice(startOfLine(source, span.start), span.start).trim();
  const previous = placed[next - 1];
  const following = placed[next];
  if (before === "" || before === "-") {
    const level = layout.levelOf(span.start);
    if (following !== undefined && level <= layout.levelOf(following.start)) {
      return addBefore(at(following), comment);
    }
    return addInside(previous, level, comment, cursor);
  }
  if (previous === undefined) return following && addBefore(at(following), comment);
  if (before.startsWith("}")) {
    return endOf(blockAt(previous, layout.levelOf(span.start), layout), comment, at);
  }
  addAfter(at(lineOwner(previous, startOfLine(source, span.start))), comment);
}

/** Returns the outermost entry around the last one that begins on the same line; the file itself is around all. */
function lineOwner(last: PlacedEntry, lineStart: number): PlacedEntry {
  let owner = last;
  while (owner.parent?.parent !== undefined && owner.parent.start >= lineStart) owner = owner.parent;
  return owner;
}

/** Adds a comment behind the last entry: in it where the comment stands deeper, else in what is around it. */
function addInside(
  previous: PlacedEntry | undefined,
  level: number,
  comment: AttachedComment,
  { layout, at, placed }: Cursor,
): void {
  const last = previous ?? placed[0];
  if (last === undefined) return;
  let block = blockAt(last, level, layout);
  // What stands as deep as the comment is before it, not around it.
  while (block.parent !== undefined && layout.levelOf(block.start) === level) block = block.parent;
  endOf(block, comment, at);
}

/** Returns the entry, or the one around it, that stands no deeper than a level. */
function blockAt(entry: PlacedEntry, level: number, { levelOf }: Layout): PlacedEntry {
  let block = entry;
  while (block.parent !== undefined && levelOf(block.start) > level) block = block.parent;
  return block;
}

function endOf(entry: PlacedEntry, comment: AttachedComment, at: Cursor["at"]): void {
  const comments = at(entry);
  if (entry.entry.kind === "leaf") addBefore(comments, comment);
  else comments.inside = [...comments.inside, comment];
}

function addBefore(comments: Mutable, comment: AttachedComment): void {
  comments.before = [...comments.before, comment];
}

function addAfter(comments: Mutable, comment: AttachedComment): void {
  if (comments.after === undefined) comments.after = { ...comment, isAfterBlank: false };
  else addBefore(comments, { ...comment, isAfterBlank: false });
}

function placeEntries(tree: WaybillNode, { hasListKeys }: Layout): readonly PlacedEntry[] {
  const { text } = tree.span.file;
  const placed: PlacedEntry[] = [];
  const visit = (entry: Entry, parent: PlacedEntry | undefined): void => {
    const isPlaced = hasListKeys || entry.kind !== "list";
    const start = parent === undefined ? startOfCode(text) : startOf(entry, text, hasListKeys);
    const here = isPlaced ? { entry, parent, start } : parent;
    if (isPlaced && here !== undefined) placed.push(here);
    for (const part of entry.parts) visit(part, here);
  };
  visit(entriesOf(tree), undefined);
  // The order is stable: of what begins at one place, the outer comes first.
  return placed.sort((a, b) => a.start - b.start);
}

function startOf({ node, parts }: Entry, text: string, hasListKeys: boolean): number {
  // Every node of the tree has a span; only an array has none.
  if (!Array.isArray(node)) return (node as { readonly span: Span }).span.start;
  const first = parts[0] === undefined ? 0 : startOf(parts[0], text, hasListKeys);
  return hasListKeys ? startOfKey(first, text) : first;
}

/** Returns where the key of a list begins: on the line of its first item, or on the next above it with more than a comment. */
function startOfKey(item: number, text: string): number {
  let start = startOfLine(text, item);
  const isKeyLine = /^[ \t]*[^\s#-][^#]*:[ \t]*[[{]/.test(text.slice(start, item));
  while (!isKeyLine && start > 0) {
    start = startOfLine(text, start - 1);
    if (!/^[ \t]*(?:#|\r?\n)/.test(text.slice(start, start + 1_000))) break;
  }
  return start + (/^[ \t]*/.exec(text.slice(start, item))?.[0].length ?? 0);
}

function startOfCode(text: string): number {
  return /^(?:[\s\ufeff]|#[^\n\r]*)*/.exec(text)?.[0].length ?? 0;
}

function startOfLine(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

function isAfterBlank(text: string, offset: number): boolean {
  const line = startOfLine(text, offset);
  return /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, line - 200), line));
}
