import type { WaybillNode } from "../../src/compiler/ast/nodes.ts";
import type { Span } from "../../src/compiler/source/source-file.ts";

/** Nodes whose span is that of all their text; every other one has that of the name or key which begins it. */
const wholes = new Set([
  ...["Attribute", "CasingRule", "Expression"],
  ...["Binary", "Call", "ListLiteral", "TableLiteral", "Unary"],
]);

/**
 * Returns where the spans of a tree break a rule: what is in a whole stands inside of it, what belongs to a key stands
 * behind it, and siblings stand in order and apart.
 */
export function spanProblems({ comments, ...tree }: WaybillNode): readonly string[] {
  const problems: string[] = [];
  const file: Span = { file: tree.span.file, start: 0, end: tree.span.file.text.length };
  for (const { span } of comments) checkInside(span, file, "comment", problems);
  checkOrder(comments, "comments", problems);
  for (const [key, part] of Object.entries(tree)) visit(part, key, { kind: "Binary", span: file }, problems);
  return problems;
}

/** The nearest node around a part that has a span. */
interface Parent {
  readonly kind: string;
  readonly span: Span;
}

function visit(value: unknown, path: string, parent: Parent, problems: string[]): void {
  if (typeof value !== "object" || value === null) return;
  const span = spanOf(value);
  const own = span === undefined ? parent : { kind: kindOf(value), span };
  if (span !== undefined) {
    if (wholes.has(parent.kind)) checkInside(span, parent.span, path, problems);
    else checkInside(span, { ...parent.span, end: parent.span.file.text.length }, path, problems);
  }
  if (Array.isArray(value)) checkOrder(value, path, problems);
  for (const [key, part] of Object.entries(value)) {
    if (key === "operatorSpan") checkInside(asSpan(part), own.span, `${path}.${key}`, problems);
    else if (key !== "span") visit(part, `${path}.${key}`, own, problems);
  }
}

function checkInside(own: Span, { start, end }: Span, path: string, problems: string[]): void {
  if (own.start > own.end) problems.push(`${path} ends before it begins: ${own.start} to ${own.end}`);
  if (own.start < start || own.end > end) {
    problems.push(`${path} at ${own.start} to ${own.end} is not within ${start} to ${end}`);
  }
}

function checkOrder(items: readonly unknown[], path: string, problems: string[]): void {
  let before = 0;
  for (const [index, item] of items.entries()) {
    const span = firstSpan(item);
    if (span === undefined) continue;
    if (span.start < before) problems.push(`${path}[${index}] at ${span.start} begins before ${before}`);
    before = span.end;
  }
}

/** The pair of a table has no span of its own: its first part begins it. */
function firstSpan(item: unknown): Span | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  return spanOf(item) ?? ("from" in item ? firstSpan(item.from) : undefined);
}

function spanOf(value: object): Span | undefined {
  return "span" in value ? asSpan(value.span) : undefined;
}

/** Everything of that name in a tree is a span. */
function asSpan(value: unknown): Span {
  return value as Span;
}

function kindOf(value: object): string {
  return "kind" in value ? String(value.kind) : "";
}
