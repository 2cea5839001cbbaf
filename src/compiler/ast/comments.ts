/** The comments of a tree, by the node that they belong to: parsing attaches them by place, a program by hand. */

/** A comment; `text` is what follows the `#`. */
export interface AttachedComment {
  readonly text: string;
  readonly isAfterBlank: boolean;
}

/** The comments of one node. */
export interface NodeComments {
  /** On lines of their own, before it. */
  readonly before: readonly AttachedComment[];
  /** Behind it, on its line. */
  readonly after: AttachedComment | undefined;
  /** On lines of their own, behind everything in it. */
  readonly inside: readonly AttachedComment[];
  /** Whether a blank line stands before it, behind its comments. */
  readonly isAfterBlank: boolean;
}

/**
 * Comments by node. Lists that have no node of their own, such as `identities`, have their array in its place: its
 * comments are those of the key that stands before them in YAML.
 */
export type Comments = ReadonlyMap<object, NodeComments>;

/** The comments of a node that has none. */
export const noComments: NodeComments = { before: [], after: undefined, inside: [], isAfterBlank: false };

/** Returns comments that stand before a node, one a line: what a program that makes a tree says about it. */
export function commentsBefore(...texts: readonly string[]): NodeComments {
  const lines = texts.flatMap((text) => text.split(/\r\n|[\n\r]/));
  return { ...noComments, before: lines.map((text) => ({ text: ` ${text}`, isAfterBlank: false })) };
}

/** Returns a comment as it is written: on one line, whatever some tools take for a line end, without space at its end. */
export function writtenComment({ text }: AttachedComment): string {
  return `#${oneLine(text)}`;
}

/** Returns the text of a comment on one line, without space at its end. */
export function oneLine(text: string): string {
  return text.replace(/[\n\r\u2028\u2029]/g, " ").trimEnd();
}

/** Says whether a node has comments. */
export function hasComments(comments: Comments, node: object | undefined): boolean {
  const { before, after, inside } = commentsOf(comments, node);
  return before.length > 0 || after !== undefined || inside.length > 0;
}

/** Returns the comments of a node. */
export function commentsOf(comments: Comments, node: object | undefined): NodeComments {
  return (node && comments.get(node)) ?? noComments;
}

/** Returns comments with more lines before the node, behind those that are there. */
export function withBefore(comments: NodeComments, more: readonly AttachedComment[]): NodeComments {
  const [first, ...others] = more;
  if (first === undefined) return comments;
  const { before, isAfterBlank } = comments;
  return { ...comments, before: [...before, { ...first, isAfterBlank }, ...others], isAfterBlank: false };
}

/** Returns the comments of a node as lines before it, for one whose form has no other place. */
export function allBefore(comments: NodeComments): NodeComments {
  const { after, inside } = comments;
  const moved = [...(after === undefined ? [] : [after]), ...inside];
  return withBefore({ ...comments, after: undefined, inside: [] }, moved);
}

/** Returns the comments of nodes that share a line: those of the first, and those of the others before it. */
export function shareLine(
  comments: Comments,
  first: object | undefined,
  ...others: readonly (object | undefined)[]
): NodeComments {
  let shared = commentsOf(comments, first);
  for (const node of others) {
    const { before, after, inside } = commentsOf(comments, node);
    const moved = shared.after === undefined || after === undefined ? [] : [after];
    shared = withBefore({ ...shared, after: shared.after ?? after }, [...before, ...moved, ...inside]);
  }
  return shared;
}
