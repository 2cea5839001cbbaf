/** Names, texts and expressions of the concrete tree as scalars of a document. */
import type { IToken } from "chevrotain";
import type { DocumentList, DocumentScalar } from "../document/tree.ts";
import type * as cst from "./cst-types.generated.ts";
import { lowerBounded } from "./lower-bounded.ts";
import { type Place, spanOfNode } from "./place.ts";
import { isRead } from "./read-token.ts";
import { textOfLiteral } from "./text-literal.ts";

/** Returns the first of the tokens, where it stands in the text. */
export function tokenOf(tokens: readonly IToken[] | undefined): IToken | undefined {
  const token = tokens?.[0];
  return isRead(token) ? token : undefined;
}

/** Returns a scalar of a token. */
export function scalarOf({ startOffset, image }: IToken, text: string, { spanOf }: Place): DocumentScalar {
  return { kind: "scalar", span: spanOf(startOffset, startOffset + image.length), value: text, text };
}

/** Returns what a text in double quotes holds. */
export function textScalar(token: IToken | undefined, place: Place): DocumentScalar | undefined {
  return isRead(token) ? scalarOf(token, textOfLiteral(token, place), place) : undefined;
}

/** Returns a name: a word, or a text in double quotes. */
export function nameOf(node: cst.NameCstNode | undefined, place: Place): DocumentScalar | undefined {
  const word = tokenOf(node?.children.Word);
  return word === undefined ? textScalar(node?.children.Text?.[0], place) : scalarOf(word, word.image, place);
}

/** Returns a list of names; the word `none` alone is the empty list. */
export function namesOf(node: cst.NamesCstNode | undefined, place: Place): DocumentList | undefined {
  if (node === undefined) return undefined;
  const names = node.children.name ?? [];
  const isNone = names.length === 1 && names[0]?.children.Word?.[0]?.image === "none";
  const items = isNone ? [] : names.flatMap((name) => nameOf(name, place) ?? []);
  return { kind: "list", span: spanOfNode(node, place), items };
}

/** Returns an expression. */
export function expressionScalar(
  node: cst.ExpressionCstNode | undefined,
  place: Place,
): DocumentScalar | undefined {
  if (node === undefined) return undefined;
  const span = spanOfNode(node, place);
  const text = span.file.text.slice(span.start, span.end);
  return { kind: "scalar", span, value: text, text, expression: lowerBounded(node, place) };
}

/** Returns a condition, or `otherwise`. */
export function lowerWhen(parts: cst.WhenCstChildren, place: Place): DocumentScalar | undefined {
  const otherwise = tokenOf(parts.otherwiseKeyword);
  if (otherwise !== undefined) return scalarOf(otherwise, otherwise.image, place);
  return expressionScalar(parts.expression?.[0], place);
}
