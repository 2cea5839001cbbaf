/** Parts that many sections have, as entries of a mapping; a part that is not there makes none. */
import { Scalar } from "yaml";
import { allBefore, type Comments, commentsOf, withBefore } from "../../ast/comments.ts";
import type { ErrorNode, ExpressionNode, TextListNode, TextOrError } from "../../ast/nodes.ts";
import { printExpression } from "../dsl/print-expression.ts";
import { unprintable } from "../unprintable.ts";
import { flowIfShort, mapping, scalar, sequence, type YamlEntry } from "./yaml-nodes.ts";

type Entries = readonly YamlEntry[];

/** Returns the entry of a text. */
export function textEntry(key: string, node: TextOrError | undefined, comments: Comments): Entries {
  if (node === undefined) return [];
  if (node.kind === "Error") throw unprintable();
  return [{ key, value: scalar(node.text), comments: commentsOf(comments, node) }];
}

/** Returns the entry of a list of names, on one line where that is short. */
export function namesEntry(
  key: string,
  node: TextListNode | ErrorNode | undefined,
  comments: Comments,
): Entries {
  if (node === undefined) return [];
  if (node.kind === "Error") throw unprintable();
  const items = node.items.map((item) => ({
    value: scalar(item.text),
    comments: commentsOf(comments, item),
  }));
  return listEntry(key, node, items, comments, "short");
}

/** Returns the entry of an expression. */
export function expressionEntry(key: string, node: ExpressionNode | undefined, comments: Comments): Entries {
  if (node === undefined) return [];
  const text = printExpression(node.tree);
  // A number or a boolean is an expression as it is; quotes would only make it look like a text.
  return [{ key, value: bareScalar(text) ?? scalar(text), comments: commentsOf(comments, node) }];
}

function bareScalar(text: string): Scalar<unknown> | undefined {
  if (text === "true" || text === "false") return new Scalar(text === "true");
  return /^-?\d/.test(text) && String(Number(text)) === text ? new Scalar(Number(text)) : undefined;
}

/** Returns the entry of a section with the entries that are in it. */
export function blockEntry(
  key: string,
  node: object | undefined,
  entries: Entries,
  comments: Comments,
): Entries {
  if (node === undefined) return [];
  const own = commentsOf(comments, node);
  if (entries.length === 0) return [{ key, value: mapping([]), comments: allBefore(own) }];
  return [{ key, value: mapping(entries, { isFlow: false, inside: own.inside }), comments: own }];
}

/**
 * Returns the comments of the key of a list that has none in the DSL: a blank line before its first entry stands
 * before the key.
 */
export function keyComments(node: object, items: Entries, comments: Comments): Comments {
  const own = commentsOf(comments, node);
  const first = items[0]?.comments;
  const isApart = first?.before[0]?.isAfterBlank ?? first?.isAfterBlank ?? false;
  if (!isApart || own.before.length > 0) return comments;
  return new Map([[node, { ...own, isAfterBlank: true }]]);
}

/** Returns the entry of a list; `node` has the comments of its key. */
export function listEntry(
  key: string,
  node: object,
  items: Entries,
  comments: Comments,
  style?: "short",
): Entries {
  const own = commentsOf(comments, node);
  const { inside } = own;
  if (items.length === 0) {
    return [{ key, value: sequence([]), comments: withBefore({ ...own, inside: [] }, inside) }];
  }
  const laidOut = style === "short" ? flowIfShort(items, inside) : { isFlow: false, inside };
  return [{ key, value: sequence(items, laidOut), comments: own }];
}
