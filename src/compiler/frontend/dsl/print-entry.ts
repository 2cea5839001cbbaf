/** Statements of attributes, sets, events and screens. */
import { type Comments, commentsOf, type NodeComments, shareLine, withBefore } from "../../ast/comments.ts";
import type {
  AttributeListNode,
  AttributeNode,
  AttributeSetNode,
  EventListNode,
  EventNode,
  FieldItemNode,
  LookupNode,
  TextNode,
  ValueNode,
} from "../../ast/nodes.ts";
import { printName, printNames } from "./print-name.ts";
import { expressionStatement, settingStatement } from "./print-part.ts";
import { braces, headed, line, type Statement, settle } from "./statement.ts";

type Statements = readonly Statement[];

/** Returns the statements of a list of attributes. */
export function attributeStatements(list: AttributeListNode | undefined, comments: Comments): Statements {
  if (list === undefined) return [];
  return headed(
    commentsOf(comments, list),
    list.items.map((item) => itemStatement(item, comments)),
  );
}

/** Returns the statement of an attribute, a set, or the default fields. */
export function itemStatement(item: FieldItemNode, comments: Comments): Statement {
  switch (item.kind) {
    case "DefaultFields":
      return line("default", commentsOf(comments, item));
    case "SetReference":
      return line(`set ${printName(item.set.text)}`, commentsOf(comments, item));
    case "Attribute":
      return attributeStatement(item, comments);
  }
}

function attributeStatement(node: AttributeNode, comments: Comments): Statement {
  const head = `attribute ${printNames(node.names)}${arrow(node.to)}`;
  const body = [
    ...valueStatements(node.value, comments),
    ...expressionStatement("when", node.when, comments),
  ];
  return optionalBraces(head, body, shareLine(comments, node, node.to));
}

function arrow(to: TextNode | undefined): string {
  return to === undefined ? "" : ` -> ${printName(to.text)}`;
}

/** Returns a statement that has braces where there is something to stand in them. */
function optionalBraces(head: string, body: Statements, comments: NodeComments): Statement {
  const { settled, rest } = settle(body);
  if (settled.length > 0) return braces(head, body, comments);
  return line(head, withBefore({ ...comments, inside: [] }, [...rest, ...comments.inside]));
}

function valueStatements(value: ValueNode | undefined, comments: Comments): Statements {
  switch (value?.kind) {
    case undefined:
      return [];
    case "Expression":
      return expressionStatement("value", value, comments);
    case "Constant":
      return [line(`text ${printName(value.text)}`, commentsOf(comments, value))];
    case "Lookup":
      return lookupStatements(value, comments);
  }
}

function lookupStatements(node: LookupNode, comments: Comments): Statements {
  const pairs = node.pairs.map(({ from, to }) => {
    return line(`${printName(from.text)} -> ${printName(to.text)}`, commentsOf(comments, from));
  });
  const { otherwise } = node;
  const table = braces("lookup", pairs, commentsOf(comments, node));
  if (otherwise === undefined) return [table];
  return [table, line(`else ${printName(otherwise.text)}`, commentsOf(comments, otherwise))];
}

/** Returns the statements of a list of events or screens. */
export function eventStatements(
  keyword: "event" | "screen",
  list: EventListNode | undefined,
  comments: Comments,
): Statements {
  if (list === undefined) return [];
  return headed(
    commentsOf(comments, list),
    list.items.map((item) => eventStatement(keyword, item, comments)),
  );
}

function eventStatement(keyword: string, node: EventNode, comments: Comments): Statement {
  const head = `${keyword} ${printName(node.name.text)}${arrow(node.to)}`;
  const body = [
    ...settingStatement("type", node.type, comments),
    ...whenStatement(node.when, comments),
    ...attributeStatements(node.attributes, comments),
    ...settingStatement("new_attributes", node.newAttributes, comments),
  ];
  return optionalBraces(head, body, shareLine(comments, node, node.to));
}

function whenStatement(when: EventNode["when"], comments: Comments): Statements {
  if (when?.kind !== "Otherwise") return expressionStatement("when", when, comments);
  return [line("when otherwise", commentsOf(comments, when))];
}

/** Returns the statements of attribute sets. */
export function setStatements(sets: readonly AttributeSetNode[], comments: Comments): Statements {
  const statements = sets.map((set) => {
    const body = set.attributes.items.map((item) => itemStatement(item, comments));
    return braces(`set ${printName(set.name.text)}`, body, commentsOf(comments, set));
  });
  return headed(commentsOf(comments, sets), statements);
}
