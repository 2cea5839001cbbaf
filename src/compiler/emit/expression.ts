/**
 * Emits expressions as the TypeScript that one would write by hand: as a value, undefined where it is absent, or as
 * a test, for which absent counts as false.
 */
import type { IrExpression, IrTable } from "../ir/expression.ts";
import {
  array,
  at,
  type Chain,
  type Code,
  call,
  chain,
  code,
  negatedChain,
  type Printable,
  parenthesised,
  testChain,
} from "./code.ts";
import { functionNames } from "./functions.ts";
import type { RuntimeName } from "./imports.ts";
import type { ModuleBuilder } from "./module.ts";
import { isPresent } from "./presence.ts";

/** What an expression can see where it stands. */
export interface ExpressionScope {
  readonly module: ModuleBuilder;
  /** The batch, as code. */
  readonly batch: Code;
  /** What the entry took, as code, where it stands in an attribute entry. */
  readonly taken?: Code;
  /** What tables are named after. */
  readonly name: string;
  /** How a list is sent. */
  readonly lists: "comma" | "json";
}

/** How tightly the outermost operator of a fragment binds. */
type Binding = "or" | "and" | "coalesce" | "compare" | "unary" | "primary";

interface Fragment {
  readonly code: Code;
  readonly binding: Binding;
  /** The same as a part of a chain, where that is laid out in another way. */
  readonly inChain?: Code | undefined;
}

/** Returns an expression as a value. */
export function valueCode(expression: IrExpression, scope: ExpressionScope): Code {
  return emitValue(expression, scope).code;
}

/** Returns an expression as the test of an `if`. */
export function testCode(expression: IrExpression, scope: ExpressionScope): Code {
  const chained = testedChain(expression, scope);
  return chained === undefined ? emitTest(expression, scope).code : testChain(chained);
}

/** Returns the test of an `if` that an expression is not true. */
export function negatedTestCode(expression: IrExpression, scope: ExpressionScope): Code {
  return expression.kind === "not"
    ? testCode(expression.operand, scope)
    : emitNegated(expression, scope).code;
}

function primary(fragment: Code): Fragment {
  return { code: fragment, binding: "primary" };
}

function emitValue(expression: IrExpression, scope: ExpressionScope): Fragment {
  const fragment = emitUnmarked(expression, scope);
  if (expression.kind === "constant" || expression.kind === "convert") return fragment;
  const { code: unmarked, binding, inChain } = fragment;
  const mark = (part: Code) => at(expression.origin, part);
  return { code: mark(unmarked), binding, inChain: inChain && mark(inChain) };
}

function emitUnmarked(expression: IrExpression, scope: ExpressionScope): Fragment {
  const runtime = (name: RuntimeName, args: readonly Printable[]) =>
    primary(call(scope.module.imports.value(name), args));
  const value = (part: IrExpression) => valueCode(part, scope);
  switch (expression.kind) {
    case "constant":
      return primary(code`${expression.value}`);
    case "convert":
      return runtime(conversionName(expression.to, scope), [value(expression.operand)]);
    case "call":
      return runtime(
        functionNames[expression.function],
        expression.args.map((arg) => emitArgument(arg, scope)),
      );
    case "logic":
    case "not":
      return emitTest(expression, scope);
    case "compare":
      return emitComparison(expression, scope);
    case "in":
      return emitIn(expression, scope);
    case "coalesce":
      return emitCoalesce(expression, scope);
    case "arithmetic":
      return runtime(arithmeticNames[expression.operator], [value(expression.left), value(expression.right)]);
    case "negate":
      return runtime("negate", [value(expression.operand)]);
    default:
      return primary(emitSource(expression, scope));
  }
}

const arithmeticNames = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "%": "remainder",
} as const satisfies Readonly<Record<string, RuntimeName>>;

const conversionNames = {
  text: "toText",
  number: "toNumber",
  list: "toList",
  text_or_list: "toTextOrList",
} as const satisfies Readonly<Record<string, RuntimeName>>;

function conversionName(
  to: Extract<IrExpression, { kind: "convert" }>["to"],
  { lists }: ExpressionScope,
): RuntimeName {
  if (to === "sent_text") return lists === "json" ? "toJsonText" : "toText";
  return conversionNames[to];
}

function emitArgument(arg: IrExpression | IrTable, scope: ExpressionScope): Code {
  if (arg.kind === "table") return scope.module.table(`${scope.name} table`, arg.pairs);
  return valueCode(arg, scope);
}

function emitSource(
  source: Exclude<
    IrExpression,
    {
      kind:
        | "constant"
        | "convert"
        | "call"
        | "logic"
        | "not"
        | "compare"
        | "in"
        | "coalesce"
        | "arithmetic"
        | "negate";
    }
  >,
  { module, batch, taken }: ExpressionScope,
): Code {
  const { imports, ir } = module;
  switch (source.kind) {
    case "value":
      if (taken === undefined) throw new Error("`value` stands only in attribute entries");
      return call(imports.value("takenValue"), [taken]);
    case "user":
      return call(imports.value("userAttribute"), [batch, source.name, ir.names]);
    case "identity":
      return call(imports.value("identityOf"), [batch, source.type]);
    case "event_attribute":
      return call(imports.value("eventAttribute"), [code`event`, source.name]);
    case "gdpr":
      return call(imports.value("gdprConsent"), [batch, source.purpose, ir.names]);
    case "ccpa_opt_out":
      return call(imports.value("ccpaOptOut"), [batch]);
    case "mpid":
      return code`${batch}.mpid`;
    case "platform":
      return call(imports.value("batchPlatform"), [batch]);
    case "environment":
      return call(imports.value("batchEnvironment"), [batch]);
    case "event_name":
      return code`event.name`;
    case "event_type":
      return code`event.type`;
    case "event_time":
      return call(imports.value("eventTime"), [code`event`]);
  }
}

type Comparison = Extract<IrExpression, { kind: "compare" }>;

const comparisons = {
  "==": { name: "equal", operator: code`===` },
  "!=": { name: "unequal", operator: code`!==` },
  "<": { name: "less", operator: code`<` },
  "<=": { name: "atMost", operator: code`<=` },
  ">": { name: "greater", operator: code`>` },
  ">=": { name: "atLeast", operator: code`>=` },
} as const satisfies Readonly<Record<string, { readonly name: RuntimeName; readonly operator: Code }>>;

function emitComparison(comparison: Comparison, scope: ExpressionScope): Fragment {
  if (isPresent(comparison) && isPlain(comparison)) return emitOperator(comparison, scope);
  const { operator, left, right } = comparison;
  const name = scope.module.imports.value(comparisons[operator].name);
  return primary(call(name, [valueCode(left, scope), valueCode(right, scope)]));
}

/** One side is read from the batch, the other a literal: TypeScript cannot object to comparing the two. */
function isPlain({ left, right }: Comparison): boolean {
  const literals = [left, right].filter(({ kind }) => kind === "constant").length;
  const computed = [left, right].some(({ kind }) => kind === "call" || kind === "coalesce");
  return literals === 1 && !computed;
}

function emitOperator({ operator, left, right }: Comparison, scope: ExpressionScope): Fragment {
  const [one, other] = [operand(left, scope), operand(right, scope)];
  return { code: code`${one} ${comparisons[operator].operator} ${other}`, binding: "compare" };
}

/** Returns a side of a comparison. */
function operand(expression: IrExpression, scope: ExpressionScope): Code {
  const { code: fragment, binding } = emitValue(expression, scope);
  return binding === "primary" || binding === "unary" ? fragment : parenthesised(fragment);
}

function emitIn(
  { subject, texts, numbers }: Extract<IrExpression, { kind: "in" }>,
  scope: ExpressionScope,
): Fragment {
  const value = valueCode(subject, scope);
  const isText = subject.kind === "mpid" || subject.kind === "platform" || subject.kind === "environment";
  if (isText && numbers.length === 0) return primary(code`${array(texts)}.includes(${value})`);
  const lists = numbers.length === 0 ? [array(texts)] : [array(texts), array(numbers)];
  return primary(call(scope.module.imports.value("isOneOf"), [value, ...lists]));
}

type Coalesce = Extract<IrExpression, { kind: "coalesce" }>;

function emitCoalesce(coalesce: Coalesce, scope: ExpressionScope): Fragment {
  const [first = coalesce.left, ...others] = neededAlternatives(coalesce);
  if (others.length === 0) return emitValue(first, scope);
  return emitChain(coalesceChain(coalesce, scope), "coalesce");
}

/** What stands behind a value that is always there is never needed. */
function neededAlternatives(coalesce: Coalesce): readonly IrExpression[] {
  const all = alternatives(coalesce);
  const last = all.findIndex(isPresent);
  return last < 0 ? all : all.slice(0, last + 1);
}

function coalesceChain(coalesce: Coalesce, scope: ExpressionScope): Chain {
  return chainOf(
    neededAlternatives(coalesce).map((side) => emitValue(side, scope)),
    "??",
  );
}

/** Parts that are chains of another operator stand in parentheses. */
function chainOf(sides: readonly Fragment[], operator: Chain["operator"]): Chain {
  const isLoose = ({ binding }: Fragment) =>
    binding === "or" || binding === "and" || (binding === "coalesce" && operator !== "??");
  const parts = sides.map((side) => {
    const { code: fragment, inChain = fragment } = side;
    return isLoose(side) ? parenthesised(inChain) : fragment;
  });
  return { parts, operator, isPair: parts.length === 2 && !sides.some(isLoose) };
}

function emitChain(chained: Chain, binding: Binding): Fragment {
  return { code: chain(chained), binding, inChain: chain({ ...chained, isPair: false }) };
}

/** `a ?? b ?? c` is one chain, wherever its parentheses were. */
function alternatives(expression: IrExpression): readonly IrExpression[] {
  if (expression.kind !== "coalesce") return [expression];
  return [expression.left, expression.right].flatMap(alternatives);
}

function emitTest(expression: IrExpression, scope: ExpressionScope): Fragment {
  const { kind, origin } = expression;
  if (kind === "logic") return emitChain(logicChain(expression, scope), expression.operator);
  if (kind === "not") return emitNegated(expression.operand, scope);
  if (kind === "compare" && isTestedPlainly(expression)) {
    const { code: fragment, binding } = emitOperator(expression, scope);
    return { code: at(origin, fragment), binding };
  }
  const fragment = emitValue(expression, scope);
  if (isPresent(expression)) return fragment;
  return { code: code`${parenthesisedOperand(fragment)} === true`, binding: "compare" };
}

/** `===` with a literal is false for undefined, as the test is for absent. */
function isTestedPlainly(comparison: Comparison): boolean {
  return isPlain(comparison) && (comparison.operator === "==" || isPresent(comparison));
}

type Logic = Extract<IrExpression, { kind: "logic" }>;

const logicOperators = { and: "&&", or: "||" } as const;

function logicChain({ operator, left, right }: Logic, scope: ExpressionScope): Chain {
  const sides = [left, right].flatMap((side) => flatten(side, operator));
  return chainOf(
    sides.map((side) => emitTest(side, scope)),
    logicOperators[operator],
  );
}

/** Returns a test whose parts have an operator between them; undefined for any other. */
function testedChain(expression: IrExpression, scope: ExpressionScope): Chain | undefined {
  if (expression.kind === "logic") return logicChain(expression, scope);
  if (expression.kind !== "coalesce" || !isPresent(expression)) return undefined;
  return neededAlternatives(expression).length < 2 ? undefined : coalesceChain(expression, scope);
}

/** `a and b and c` is one chain, wherever its parentheses were. */
function flatten(side: IrExpression, operator: "and" | "or"): readonly IrExpression[] {
  if (side.kind !== "logic" || side.operator !== operator) return [side];
  return [side.left, side.right].flatMap((part) => flatten(part, operator));
}

function emitNegated(expression: IrExpression, scope: ExpressionScope): Fragment {
  const { kind, origin } = expression;
  if (kind === "not") return emitTest(expression.operand, scope);
  if (kind === "compare" && expression.operator === "==" && isPlain(expression)) {
    const { code: fragment, binding } = emitOperator({ ...expression, operator: "!=" }, scope);
    return { code: at(origin, fragment), binding };
  }
  const chained = testedChain(expression, scope);
  if (chained !== undefined) return { code: negatedChain(chained), binding: "unary" };
  if (isPresent(expression)) {
    return { code: code`!${parenthesisedOperand(emitTest(expression, scope))}`, binding: "unary" };
  }
  const value = parenthesisedOperand(emitValue(expression, scope));
  return { code: code`${value} !== true`, binding: "compare" };
}

function parenthesisedOperand({ code: fragment, binding }: Fragment): Code {
  return binding === "primary" ? fragment : parenthesised(fragment);
}
