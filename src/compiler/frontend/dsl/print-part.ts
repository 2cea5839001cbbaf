/** Statements that many sections have; a part that is not there makes none. */
import {
  allBefore,
  type Comments,
  commentsOf,
  hasComments,
  type NodeComments,
  withBefore,
  writtenComment,
} from "../../ast/comments.ts";
import type {
  ErrorNode,
  ExpressionNode,
  SettingNode,
  TextListNode,
  TextNode,
  TextOrError,
} from "../../ast/nodes.ts";
import { unprintable } from "../unprintable.ts";
import { printExpression } from "./print-expression.ts";
import { printName, printNames } from "./print-name.ts";
import { braces, line, type Statement } from "./statement.ts";

type Statements = readonly Statement[];

/** How many characters a list of names on one line may take. */
const widest = 80;

/** Returns the statement of a keyword and the word that it is set to. */
export function settingStatement(
  keyword: string,
  node: SettingNode | undefined,
  comments: Comments,
): Statements {
  if (node === undefined) return [];
  // The words of a setting are keywords, or like one: they are its own.
  const word = textOf(node);
  return [line(`${keyword} ${/^[a-z_]+$/.test(word) ? word : printName(word)}`, commentsOf(comments, node))];
}

/** Returns the statement of a keyword and a text that is always quoted, such as a path. */
export function quotedStatement(
  keyword: string,
  node: TextOrError | undefined,
  comments: Comments,
): Statements {
  if (node === undefined) return [];
  return [line(`${keyword} ${JSON.stringify(textOf(node))}`, commentsOf(comments, node))];
}

/** Returns the statement of a condition or a value. */
export function expressionStatement(
  keyword: string,
  node: ExpressionNode | undefined,
  comments: Comments,
): Statements {
  if (node === undefined) return [];
  return [line(`${keyword} ${printExpression(node.tree)}`, commentsOf(comments, node))];
}

/** Returns the statement of a section. */
export function sectionStatement(
  head: string,
  node: object | undefined,
  body: Statements,
  comments: NodeComments,
): Statements {
  return node === undefined ? [] : [braces(head, body, comments)];
}

/** Returns the statement of a list of names: on one line, or one name a line where it is long or has comments. */
export function namesStatement(
  keyword: string,
  node: TextListNode | ErrorNode | undefined,
  comments: Comments,
): Statements {
  if (node === undefined) return [];
  if (node.kind === "Error") throw unprintable();
  return [listStatement(keyword, node, node.items, comments, printName)];
}

/** Says whether there are names and they stand on one line, without comments between them. */
export function fitsLine(keyword: string, items: readonly TextNode[], comments: Comments): boolean {
  return (
    items.length > 0 &&
    keyword.length + printNames(items).length < widest &&
    !items.some((item) => hasComments(comments, item))
  );
}

/** Returns the statement of a list; `node` has the comments of its key. */
export function listStatement(
  keyword: string,
  node: object,
  items: readonly TextNode[],
  comments: Comments,
  print: (name: string) => string,
): Statement {
  const own = commentsOf(comments, node);
  if (items.length === 0) return line(`${keyword} none`, withBefore({ ...own, inside: [] }, own.inside));
  const texts = items.map(({ text }) => print(text));
  const [first, ...others] = items;
  const isSingle = items.every((item, index) => index === 0 || !hasComments(comments, item));
  const joined = `${keyword} ${texts.join(", ")}`;
  // What is said of the first name, or of the list, has no line but the one before.
  const firstComments = allBefore(commentsOf(comments, first));
  if (isSingle && (joined.length <= widest || items.length === 1)) {
    return line(joined, withBefore({ ...own, inside: [] }, [...firstComments.before, ...own.inside]));
  }
  const lines = others.flatMap((item, index) => {
    const { before, after } = commentsOf(comments, item);
    const comma = index < others.length - 1 ? "," : "";
    const behind = after === undefined ? "" : ` ${writtenComment(after)}`;
    return [...before.map(writtenComment), `${texts[index + 1]}${comma}${behind}`];
  });
  const led = allBefore(own);
  return {
    lines: [`${keyword} ${texts[0]},`, ...lines],
    body: undefined,
    comments: withBefore(led, firstComments.before),
    kind: keyword,
  };
}

/** Returns what a text node holds. */
export function textOf(node: TextOrError): string {
  if (node.kind === "Error") throw unprintable();
  return node.text;
}
