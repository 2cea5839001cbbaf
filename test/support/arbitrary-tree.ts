import fc from "fast-check";
import { type Comments, type NodeComments, noComments } from "../../src/compiler/ast/comments.ts";
import { type Entry, entriesOf } from "../../src/compiler/ast/entries.ts";
import type { BinaryOperator, ExpressionTree, NameNode } from "../../src/compiler/ast/expression.ts";
import type {
  AttributeItemNode,
  AttributeListNode,
  AttributeNode,
  EventNode,
  ExpressionNode,
  FieldItemNode,
  IdentityNode,
  IdentityTarget,
  ProfileNode,
  SourceNode,
  TextListNode,
  TextNode,
  ValueNode,
  WaybillNode,
} from "../../src/compiler/ast/nodes.ts";
import { createSourceFile, type Span } from "../../src/compiler/source/source-file.ts";
import { hostileTexts } from "./hostile-texts.ts";

/** A tree of any shape that the language allows, and comments for some of its nodes. */
export interface RandomTree {
  readonly tree: WaybillNode;
  readonly comments: Comments;
}

const span: Span = { file: createSourceFile("made", ""), start: 0, end: 0 };

/** Words that mean something in one of the syntaxes, and text that YAML reads as something else. */
const words = [
  ..."attribute set event screen default otherwise none identifier true false null and or not in waybill".split(
    " ",
  ),
  ..."value text lookup else when by yes No on ~ .nan 0x1F 404 1.0 -3 1e5 2026-03-12 12:30:45 << = & * ! | > %".split(
    " ",
  ),
  ..."- -- --- ... ? : # a#b #a @ ` , [ ] { } {a} [a] 'a' \"a\" ${NAME} ${} -> a->b é 日本 😀".split(" "),
  ..."Store|Favorite Store| a|a |a: b|a :b|a #b|a\tb|- a|? a|a\nb|\n|a\r\nb|\\|\\n|\"|'|a, b|a -> b|| ||".split(
    "|",
  ),
];

const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "b", "Store ID", "loyalty-tier", "loyaltyTier", "x_y") },
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
const anyName = anyText.filter((text) => text !== "");

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const few = <T>(arbitrary: fc.Arbitrary<T>, minLength = 0) =>
  fc.array(arbitrary, { minLength, maxLength: 4 });
const node = (text: string): TextNode => ({ kind: "Text", span, text });
const name: fc.Arbitrary<TextNode> = anyName.map(node);
const oneOf = (...texts: string[]): fc.Arbitrary<TextNode> => fc.constantFrom(...texts).map(node);

function textList(items: fc.Arbitrary<readonly TextNode[]>): fc.Arbitrary<TextListNode> {
  return items.map((made) => ({ kind: "TextList", span, items: made }));
}

const uniqueNames = (minLength = 0) =>
  fc.uniqueArray(anyName, { minLength, maxLength: 4 }).map((texts) => texts.map(node));

const operators: readonly BinaryOperator[] = "or and == != < <= > >= in ?? + - * / %".split(
  " ",
) as BinaryOperator[];
const numbers = ["0", "1", "12.50", "1e5", "1E-7", "007", "12345678901234567890", "0.1"];
const sources = ["value", "platform", "mpid", "event.name", "consent.ccpa_opt_out", "when", "set", "$a_1"];

const nameNode = (text: string): NameNode => ({ kind: "Name", span, name: text });
const callee = fc.constantFrom("lower", "user", "consent.gdpr", "if", "default", "replace").map(nameNode);

const made = (tree: ExpressionTree) => tree;

/** A random expression, with operators at every level. */
export const anyExpression: fc.Arbitrary<ExpressionTree> = fc.letrec<{ tree: ExpressionTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...sources).map(nameNode),
    anyText.map((text) => made({ kind: "TextLiteral", span, text })),
    fc
      .constantFrom(...numbers)
      .map((text) => made({ kind: "NumberLiteral", span, text, value: Number(text) })),
    fc.boolean().map((value) => made({ kind: "BooleanLiteral", span, value })),
    fc
      .record({ operator: fc.constantFrom(...operators), left: tie("tree"), right: tie("tree") })
      .map((parts) => made({ kind: "Binary", span, operatorSpan: span, ...parts })),
    fc
      .record({ operator: fc.constantFrom("not" as const, "-" as const), operand: tie("tree") })
      .map((parts) => made({ kind: "Unary", span, ...parts })),
    fc
      .record({ callee, args: fc.array(tie("tree"), { maxLength: 3 }) })
      .map((parts) => made({ kind: "Call", span, isPipe: false, ...parts })),
    fc
      .record({ callee, args: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) })
      .map((parts) => made({ kind: "Call", span, isPipe: true, ...parts })),
    fc.array(tie("tree"), { maxLength: 3 }).map((items) => made({ kind: "ListLiteral", span, items })),
    fc
      .array(fc.record({ from: tie("tree"), to: tie("tree") }), { maxLength: 3 })
      .map((pairs) => made({ kind: "TableLiteral", span, pairs })),
  ),
})).tree;

const expression = (key: "when" | "value"): fc.Arbitrary<ExpressionNode> =>
  anyExpression.map((tree) => ({ kind: "Expression", span, key, tree, isQuoted: false }));

const value: fc.Arbitrary<ValueNode> = fc.oneof(
  expression("value"),
  anyText.map((text): ValueNode => ({ kind: "Constant", span, text })),
  fc
    .record({
      from: fc.uniqueArray(anyText, { minLength: 1, maxLength: 4 }),
      to: fc.array(anyText, { minLength: 4, maxLength: 4 }),
      otherwise: maybe(anyText.map(node)),
    })
    .map(({ from, to, otherwise }): ValueNode => {
      const pairs = from.map((text, index) => ({ from: node(text), to: node(to[index] ?? "") }));
      return { kind: "Lookup", span, pairs, otherwise };
    }),
);

const attribute: fc.Arbitrary<AttributeNode> = fc
  .record({
    names: fc.oneof(
      { weight: 3, arbitrary: name.map((one) => [one]) },
      { weight: 1, arbitrary: few(name, 1) },
    ),
    to: maybe(name),
    value: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value }),
    when: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: expression("when") },
    ),
  })
  .map((parts) => ({ kind: "Attribute", span, ...parts }));

const item: fc.Arbitrary<AttributeItemNode> = fc.oneof(
  { weight: 5, arbitrary: attribute },
  { weight: 1, arbitrary: name.map((set): AttributeItemNode => ({ kind: "SetReference", span, set })) },
);

const attributes: fc.Arbitrary<AttributeListNode> = few(item).map((items) => ({
  kind: "AttributeList",
  span,
  items,
}));

const fieldItem: fc.Arbitrary<FieldItemNode> = fc.oneof(
  { weight: 3, arbitrary: attribute },
  { weight: 1, arbitrary: fc.constant(0).map((): FieldItemNode => ({ kind: "DefaultFields", span })) },
);

const event = (hasType: boolean): fc.Arbitrary<EventNode> =>
  fc
    .record({
      name,
      type: hasType ? maybe(oneOf("location", "transaction", "other")) : fc.constant(undefined),
      to: maybe(name),
      when: fc.oneof(
        fc.constant(undefined),
        fc.constant(0).map((): EventNode["when"] => ({ kind: "Otherwise", span })),
        expression("when"),
      ),
      attributes: maybe(attributes),
      newAttributes: maybe(oneOf("drop", "forward")),
    })
    .map((parts) => ({ kind: "Event", span, ...parts }));

const target: fc.Arbitrary<IdentityTarget> = fc.oneof(
  name.map((field): IdentityTarget => ({ kind: "Field", field })),
  name.map((key): IdentityTarget => ({ kind: "CustomAttribute", key })),
  fc
    .record({ type: name, replaces: fc.boolean() })
    .map((parts): IdentityTarget => ({ kind: "Identifier", ...parts })),
);

const identityTypes = ["mpid", "customer_id", "email", "other", "other_id_2", "mobile_number"];
const identities: fc.Arbitrary<readonly IdentityNode[]> = fc
  .uniqueArray(fc.record({ type: oneOf(...identityTypes), target }), {
    maxLength: 4,
    selector: ({ type }) => type.text,
  })
  .map((made) => made.map((parts) => ({ kind: "Identity", span, ...parts })));

const profile: fc.Arbitrary<ProfileNode> = fc
  .record({
    externalId: maybe(oneOf("mpid", "customer_id")),
    identities,
    reservedFields: fc.oneof(
      maybe(oneOf("none", "default")),
      few(fieldItem).map((items) => ({ kind: "FieldList" as const, span, items })),
    ),
    attributes: maybe(attributes),
    newAttributes: maybe(oneOf("drop", "forward")),
    lists: maybe(oneOf("comma", "json")),
    removed: maybe(oneOf("keep", "empty")),
    when: maybe(expression("when")),
    send: maybe(oneOf("changed", "always")),
    missingUsers: fc.oneof(
      maybe(oneOf("hold", "dead_letter")),
      fc
        .record({ externalIdType: name, optedIn: fc.boolean() })
        .map((parts) => ({ kind: "CreateUsers" as const, span, ...parts })),
    ),
  })
  .map((parts) => ({ kind: "Profile", span, ...parts }));

const source: fc.Arbitrary<SourceNode> = fc
  .record({
    dataPlan: maybe(name),
    platforms: maybe(textList(few(oneOf("ios", "android", "mobile_web"), 1))),
    environments: maybe(textList(few(oneOf("production", "development"), 1))),
    users: maybe(oneOf("logged_in", "all")),
    loginIdentities: maybe(textList(few(oneOf("customer_id", "email"), 1))),
    names: maybe(oneOf("exact", "ignore_case")),
    loopPartners: maybe(textList(uniqueNames())),
    replays: maybe(oneOf("drop", "forward")),
    when: maybe(expression("when")),
  })
  .map((parts) => ({ kind: "Source", span, ...parts }));

const list = (hasType: boolean) =>
  maybe(few(event(hasType)).map((items) => ({ kind: "EventList" as const, span, items })));

const anyTree: fc.Arbitrary<WaybillNode> = fc
  .record({
    name: maybe(oneOf("loyalty", "loyalty-2", "null", "true", "in")),
    description: maybe(anyText.map(node)),
    includes: uniqueNames(),
    connection: maybe(
      fc
        .record({ host: maybe(name), apiKey: maybe(oneOf("${API_KEY}")), apiSecret: maybe(name) })
        .map((parts) => ({ kind: "Connection" as const, span, ...parts })),
    ),
    source: maybe(source),
    sessionm: maybe(
      fc
        .record({ events: maybe(textList(uniqueNames())), attributes: maybe(textList(uniqueNames())) })
        .map((parts) => ({ kind: "Sessionm" as const, span, ...parts })),
    ),
    casing: maybe(
      fc
        .record({
          userAttributes: maybe(oneOf("preserve", "as_defined")),
          eventAttributes: maybe(oneOf("snake_case")),
          rules: few(
            fc
              .record({ match: name, to: name })
              .map((parts) => ({ kind: "CasingRule" as const, span, ...parts })),
          ),
        })
        .map((parts) => ({ kind: "Casing" as const, span, ...parts })),
    ),
    sets: fc
      .uniqueArray(fc.record({ name, attributes }), { maxLength: 3, selector: (set) => set.name.text })
      .map((sets) => sets.map((parts) => ({ kind: "AttributeSet" as const, span, ...parts }))),
    profile: maybe(profile),
    events: list(true),
    screens: list(false),
    newEvents: maybe(oneOf("drop", "forward")),
  })
  .map((parts) => ({ kind: "Waybill", span, comments: [], ...parts }));

/** Text of a comment: whatever stands on one line, without space at its end. */
const commentText = fc
  .oneof(anyText, fc.constantFrom("", " About this", "!", "# twice", " a\ttab", ' "', " }", " {", " a: b"))
  .map((text) => text.replace(/[\n\r\u2028\u2029]/g, " ").trimEnd());

const comment = fc.record({ text: commentText, isAfterBlank: fc.boolean() });

const nodeComments: fc.Arbitrary<NodeComments> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(noComments) },
  {
    weight: 1,
    arbitrary: fc.record({
      before: few(comment),
      after: maybe(comment),
      inside: few(comment),
      isAfterBlank: fc.boolean(),
    }),
  },
);

/** A random tree with random comments. */
export const randomTree: fc.Arbitrary<RandomTree> = fc
  .tuple(anyTree, fc.array(nodeComments, { minLength: 60, maxLength: 60, size: "max" }))
  .map(([tree, pool]) => {
    const comments = new Map<object, NodeComments>();
    let next = 0;
    const visit = ({ node: at, kind, parts }: Entry): void => {
      const made = pool[next++ % pool.length] ?? noComments;
      comments.set(at, kind === "leaf" ? { ...made, inside: [] } : made);
      for (const part of parts) visit(part);
    };
    visit(entriesOf(tree));
    return { tree, comments };
  });
