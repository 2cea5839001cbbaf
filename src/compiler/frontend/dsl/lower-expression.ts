/**
 * Takes: the concrete syntax tree of an expression. Gives: its tree.
 * Guarantees: what the parser could not read is an ErrorNode; chained comparisons, and pipes beside other operators,
 * are reported here, because the grammar lets them pass for the sake of a better message.
 */
import type { IToken } from "chevrotain";
import type {
  BinaryNode,
  BinaryOperator,
  CallNode,
  ExpressionTree,
  NameNode,
  TextLiteralNode,
} from "../../ast/expression.ts";
import type { Span } from "../../source/source-file.ts";
import type * as cst from "./cst-types.generated.ts";
import type { Place } from "./place.ts";
import { isRead } from "./read-token.ts";
import { textOfLiteral } from "./text-literal.ts";

/** A tree, and whether it is a pipe that no parentheses stand around. */
interface Lowered {
  readonly tree: ExpressionTree;
  readonly isBarePipe: boolean;
}

type Children = Readonly<Record<string, readonly unknown[] | undefined>>;

/** Lowers an expression. */
export function lowerExpression(node: cst.ExpressionCstNode, place: Place): ExpressionTree {
  return expressionOf(node, place).tree;
}

function expressionOf({ children }: cst.ExpressionCstNode, place: Place): Lowered {
  const parts = (children.conjunction ?? []).map((part) => conjunctionOf(part, place));
  return chain(parts, children.orKeyword ?? [], place);
}

function conjunctionOf({ children }: cst.ConjunctionCstNode, place: Place): Lowered {
  const parts = (children.negation ?? []).map((part) => negationOf(part, place));
  return chain(parts, children.andKeyword ?? [], place);
}

function negationOf({ children }: cst.NegationCstNode, place: Place): Lowered {
  const operand = only(children.comparison, place, comparisonOf);
  return prefixed(children.notKeyword ?? [], "not", operand, place);
}

function comparisonOf({ children }: cst.ComparisonCstNode, place: Place): Lowered {
  const parts = (children.coalescence ?? []).map((part) => coalescenceOf(part, place));
  const signs = (children.comparisonSign ?? []).flatMap(signsOf);
  const second = signs[1];
  if (second === undefined) return chain(parts, signs, place);
  place.report("comparison-chain", spanOfToken(second, place), {});
  return { tree: errorAt(place), isBarePipe: false };
}

function coalescenceOf({ children }: cst.CoalescenceCstNode, place: Place): Lowered {
  const parts = (children.sum ?? []).map((part) => sumOf(part, place));
  return chain(parts, children.Coalesce ?? [], place);
}

function sumOf({ children }: cst.SumCstNode, place: Place): Lowered {
  const parts = (children.product ?? []).map((part) => productOf(part, place));
  return chain(parts, (children.sumSign ?? []).flatMap(signsOf), place);
}

function productOf({ children }: cst.ProductCstNode, place: Place): Lowered {
  const parts = (children.signed ?? []).map((part) => signedOf(part, place));
  return chain(parts, (children.productSign ?? []).flatMap(signsOf), place);
}

function signedOf({ children }: cst.SignedCstNode, place: Place): Lowered {
  return prefixed(children.Minus ?? [], "-", only(children.pipe, place, pipeOf), place);
}

function pipeOf({ children }: cst.PipeCstNode, place: Place): Lowered {
  const first = only(children.primary, place, primaryOf);
  const stages = children.reference ?? [];
  let { tree } = first;
  for (const stage of stages) tree = pipeInto(tree, referenceOf(stage, place));
  return { tree, isBarePipe: stages.length > 0 };
}

/** Returns the call of a pipe's stage: what stands before it is its first argument. */
function pipeInto(tree: ExpressionTree, stage: ExpressionTree): ExpressionTree {
  if (stage.kind === "Error") return stage;
  const span = join(tree.span, stage.span);
  if (stage.kind === "Call") {
    return { kind: "Call", span, callee: stage.callee, args: [tree, ...stage.args], isPipe: true };
  }
  // A reference is a name or a call.
  return { kind: "Call", span, callee: stage as NameNode, args: [tree], isPipe: true };
}

function primaryOf({ children }: cst.PrimaryCstNode, place: Place): Lowered {
  const inner = children.parenthesis?.[0]?.children.expression?.[0];
  if (inner !== undefined) return { tree: expressionOf(inner, place).tree, isBarePipe: false };
  return { tree: plainPrimary(children, place), isBarePipe: false };
}

function plainPrimary(children: cst.PrimaryCstChildren, place: Place): ExpressionTree {
  const text = children.Text?.[0];
  if (isRead(text)) return textLiteral(text, place);
  const number = children.NumberLiteral?.[0];
  if (isRead(number)) {
    const { image } = number;
    return { kind: "NumberLiteral", span: spanOfToken(number, place), text: image, value: Number(image) };
  }
  const word = children.trueKeyword?.[0] ?? children.falseKeyword?.[0];
  if (isRead(word)) {
    return { kind: "BooleanLiteral", span: spanOfToken(word, place), value: word.image === "true" };
  }
  if (children.reference?.[0] !== undefined) return referenceOf(children.reference[0], place);
  if (children.list?.[0] !== undefined) return listOf(children.list[0], place);
  return children.table?.[0] === undefined ? errorAt(place) : tableOf(children.table[0], place);
}

function textLiteral(token: IToken, place: Place): TextLiteralNode {
  return { kind: "TextLiteral", span: spanOfToken(token, place), text: textOfLiteral(token, place) };
}

function referenceOf({ children }: cst.ReferenceCstNode, place: Place): ExpressionTree {
  const words = (children.Word ?? []).filter(isRead);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return errorAt(place);
  const span = join(spanOfToken(first, place), spanOfToken(last, place));
  const name: NameNode = { kind: "Name", span, name: words.map((word) => word.image).join(".") };
  const args = children.args?.[0];
  return args === undefined ? name : callOf(name, args, place);
}

function callOf(callee: NameNode, { children }: cst.ArgsCstNode, place: Place): CallNode {
  const args = (children.expression ?? []).map((argument) => {
    return behind(callee.span, lowerExpression(argument, place));
  });
  const span = join(callee.span, endOf(children.CloseParenthesis?.[0], args, place) ?? callee.span);
  return { kind: "Call", span, callee, args, isPipe: false };
}

function listOf({ children }: cst.ListCstNode, place: Place): ExpressionTree {
  const open = children.OpenBracket?.[0];
  if (open === undefined) return errorAt(place);
  const start = spanOfToken(open, place);
  const items = (children.expression ?? []).map((item) => behind(start, lowerExpression(item, place)));
  return {
    kind: "ListLiteral",
    span: join(start, endOf(children.CloseBracket?.[0], items, place) ?? start),
    items,
  };
}

function tableOf({ children }: cst.TableCstNode, place: Place): ExpressionTree {
  const open = children.OpenBrace?.[0];
  if (open === undefined) return errorAt(place);
  const start = spanOfToken(open, place);
  const pairs = (children.tablePair ?? []).map((pair) => {
    const [first, second] = pair.children.expression ?? [];
    const from = behind(start, first === undefined ? errorAt(place) : lowerExpression(first, place));
    const to = behind(from.span, second === undefined ? errorAt(place) : lowerExpression(second, place));
    return { from, to };
  });
  const ends = pairs.map((pair) => pair.to);
  return {
    kind: "TableLiteral",
    span: join(start, endOf(children.CloseBrace?.[0], ends, place) ?? start),
    pairs,
  };
}

function endOf(close: IToken | undefined, inside: readonly ExpressionTree[], place: Place): Span | undefined {
  return isRead(close) ? spanOfToken(close, place) : inside.at(-1)?.span;
}

/** Joins parts by operators, from the left. */
function chain(parts: readonly Lowered[], signs: readonly IToken[], place: Place): Lowered {
  const [first, ...others] = parts;
  if (first === undefined) return { tree: errorAt(place), isBarePipe: false };
  if (others.length === 0 && signs.length === 0) return first;
  for (const part of parts) if (part.isBarePipe) reportPipe(part.tree, signs[0], place);
  let { tree } = first;
  for (const [index, sign] of signs.entries()) {
    tree = binary(tree, sign, others[index]?.tree ?? errorAt(place), place);
  }
  return { tree, isBarePipe: false };
}

function binary(one: ExpressionTree, sign: IToken, other: ExpressionTree, place: Place): BinaryNode {
  const operatorSpan = spanOfToken(sign, place);
  const left = isNowhere(one) ? { ...one, span: { ...operatorSpan, end: operatorSpan.start } } : one;
  const right = behind(operatorSpan, other);
  // The grammar has no other signs between two sides.
  const operator = sign.image as BinaryOperator;
  return { kind: "Binary", span: join(left.span, right.span), operator, operatorSpan, left, right };
}

function reportPipe({ span }: ExpressionTree, sign: IToken | undefined, { report }: Place): void {
  if (sign !== undefined) report("pipe-needs-parentheses", span, { operator: sign.image });
}

function prefixed(signs: readonly IToken[], operator: "not" | "-", operand: Lowered, place: Place): Lowered {
  if (signs.length === 0) return operand;
  const last = signs.at(-1);
  let tree = last === undefined ? operand.tree : behind(spanOfToken(last, place), operand.tree);
  for (const sign of [...signs].reverse()) {
    tree = { kind: "Unary", span: join(spanOfToken(sign, place), tree.span), operator, operand: tree };
  }
  return { tree, isBarePipe: false };
}

function only<T>(
  nodes: readonly T[] | undefined,
  place: Place,
  lower: (node: T, place: Place) => Lowered,
): Lowered {
  const node = nodes?.[0];
  return node === undefined ? { tree: errorAt(place), isBarePipe: false } : lower(node, place);
}

/** Returns the one sign of a rule that is a choice of signs. */
function signsOf({ children }: { readonly children: object }): readonly IToken[] {
  // Its children are tokens only, by the name of their type.
  const byName = children as Children;
  return Object.values(byName).flatMap((tokens) => (tokens ?? []) as readonly IToken[]);
}

function spanOfToken({ startOffset, image }: IToken, { spanOf }: Place): Span {
  return spanOf(startOffset, startOffset + image.length);
}

function join(first: Span, last: Span): Span {
  return { ...first, end: Math.max(first.end, last.end) };
}

/** What is not there has no place until something around it gives it one. */
function errorAt({ spanOf }: Place): ExpressionTree {
  return { kind: "Error", span: spanOf(0, 0) };
}

function isNowhere({ kind, span }: ExpressionTree): boolean {
  return kind === "Error" && span.start === span.end;
}

/** Returns the tree; one that is not there stands behind what it should follow. */
function behind({ end, ...rest }: Span, tree: ExpressionTree): ExpressionTree {
  return isNowhere(tree) ? { ...tree, span: { ...rest, start: end, end } } : tree;
}
