/** Nodes of a `yaml` document with comments, in the one style of the formatter. */
import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import {
  type AttachedComment,
  allBefore,
  type NodeComments,
  noComments,
  writtenComment,
} from "../../ast/comments.ts";

/** A value of a document. */
export type YamlNode = Scalar | YAMLMap | YAMLSeq;

/** A value, its key where it is in a mapping, and the comments of both. */
export interface YamlEntry {
  readonly key?: string;
  readonly value: YamlNode;
  readonly comments: NodeComments;
}

/** How many characters a list or mapping on one line may take. */
const widest = 80;

/** Returns a text. Quotes are there where it needs them; then it is written as JSON writes it, or in single quotes. */
export function scalar(value: string): Scalar<string> {
  const node = new Scalar(value);
  // Characters that end a line or join their neighbours are written as escapes; `<<` would be a merge key.
  if (value === "<<" || /[\n\r\u0085\u2028\u2029\ufeff]/.test(value)) node.type = Scalar.QUOTE_DOUBLE;
  return node;
}

/** Returns a mapping in block style, or in flow style where that is asked for and nothing in it has a comment. */
export function mapping(entries: readonly YamlEntry[], style: Style = block): YAMLMap {
  const map = new YAMLMap<Scalar, YamlNode>();
  finish(map, entries, style);
  map.items = entries.map((entry, index) => {
    const key = scalar(entry.key ?? "");
    place(key, entry, index, style);
    return new Pair<Scalar, YamlNode>(key, entry.value);
  });
  return map;
}

/** Returns a list, like a mapping. */
export function sequence(entries: readonly YamlEntry[], style: Style = block): YAMLSeq {
  const list = new YAMLSeq<YamlNode>();
  finish(list, entries, style);
  list.items = entries.map((entry, index) => {
    place(entry.value, entry, index, style);
    return entry.value;
  });
  return list;
}

/** How a collection is laid out, and the comments behind its entries. */
export interface Style {
  readonly isFlow: boolean;
  readonly inside: readonly AttachedComment[];
  /** Whether blank lines stand between all entries from this one on. */
  readonly isApartFrom?: number;
}

/** Block style, without comments at the end. */
export const block: Style = { isFlow: false, inside: [] };

/** Flow style where the entries are short and have no comments, else block style. */
export function flowIfShort(entries: readonly YamlEntry[], inside: readonly AttachedComment[] = []): Style {
  const isPlain = inside.length === 0 && entries.every(({ comments }) => !isCommented(comments));
  const width = entries.reduce((sum, { key = "", value }) => sum + key.length + widthOf(value) + 2, 0);
  return { isFlow: isPlain && width <= widest, inside };
}

function widthOf(value: YamlNode): number {
  if (value instanceof Scalar) return String(value.value).length;
  return value.items.length === 0 ? 2 : widest + 1;
}

function isCommented({ before, after, inside }: NodeComments): boolean {
  return before.length > 0 || after !== undefined || inside.length > 0;
}

function finish(node: YAMLMap | YAMLSeq, entries: readonly YamlEntry[], { isFlow, inside }: Style): void {
  node.flow = isFlow || entries.length === 0;
  if (inside.length > 0) node.comment = linesOf(inside, true);
}

/** Puts the comments of an entry on the node that leads it, its key or its value. */
function place(lead: YamlNode, { value, comments }: YamlEntry, index: number, style: Style): void {
  const { isFlow, isApartFrom } = style;
  const isBlock = !(value instanceof Scalar) && value.flow !== true;
  // Nothing can stand behind the key of a block.
  const isMoved = isBlock && lead !== value;
  const { before: lines, after, isAfterBlank } = isMoved ? allBefore({ ...comments, inside: [] }) : comments;
  const isApart = isApartFrom !== undefined && index >= isApartFrom;
  const isFirstApart = lines[0]?.isAfterBlank ?? isAfterBlank;
  if (!isFlow && index > 0 && (isApart || isFirstApart)) lead.spaceBefore = true;
  if (lines.length > 0) lead.commentBefore = linesOf(lines, false) + (isAfterBlank ? "\n" : "");
  if (after === undefined) return;
  if (!isBlock) value.comment = writtenComment(after);
  else commentFirstLine(value, after);
}

/** Puts a comment behind the first line of a mapping in a list: behind the value of its first key. */
function commentFirstLine(value: YAMLMap | YAMLSeq, comment: AttachedComment): void {
  const pair: unknown = value.items[0];
  const first = pair instanceof Pair ? pair.value : undefined;
  if (first instanceof Scalar || first instanceof YAMLSeq) first.comment = writtenComment(comment);
}

function linesOf(comments: readonly AttachedComment[], isBehind: boolean): string {
  const lines = comments.map((comment, index) => {
    const isApart = comment.isAfterBlank && (index > 0 || isBehind);
    return `${isApart ? "\n" : ""}${writtenComment(comment)}`;
  });
  return lines.join("\n");
}

/** How the library lays out a document: nothing is folded, and brackets stand close. */
export const yamlStyle = { lineWidth: 0, flowCollectionPadding: false, doubleQuotedAsJSON: true } as const;

/** Returns the text of a document; the comments of its nodes have their `#`. */
export function renderDocument(root: YAMLMap): string {
  // `compat` quotes what YAML 1.1 tools would read as something else, such as `yes`.
  const document = new Document(undefined, { version: "1.2", schema: "core", compat: "yaml-1.1" });
  // The type of a new document's contents is that of what it was made from, nothing.
  document.contents = root as never;
  return document.toString({ ...yamlStyle, commentString: (comment) => comment });
}

/** An entry without comments. */
export function plain(value: YamlNode, key?: string): YamlEntry {
  return key === undefined ? { value, comments: noComments } : { key, value, comments: noComments };
}
