/**
 * Emits expressions as the TypeScript that one would write by hand: as a value, undefined where it is absent, or as
 * a test, for which absent counts as false.
 */
import type { IrExpression, IrTable } from "../ir/expression.ts";
import {
  array,
  at,
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
}

/** Returns an expression as a value. */
export function valueCode(expression: IrExpression, scope: ExpressionScope): Code {
  return emitValue(expression, scope).code;
}

/** Returns an expression as the test of an `if`. */
export function testCode(expression: IrExpression, scope: ExpressionScope): Code {
  if (expression.kind !== "logic") return emitTest(expression, scope).code;
  return testChain(logicParts(expression, scope), logicOperators[expression.operator]);
}

/** Returns the test of an `if` that an expression is not true. */
export function negatedTestCode(expression: IrExpression, scope: ExpressionScope): Code {
  if (expression.kind === "not") return testCode(expression.operand, scope);
  if (expression.kind !== "logic") return emitNegated(expression, scope).code;
  return negatedChain(testCode(expression, scope));
}

function primary(fragment: Code): Fragment {
  return { code: fragment, binding: "primary" };
}

function emitValue(expression: IrExpression, scope: ExpressionScope): Fragment {
  const { code: fragment, binding } = emitUnmarked(expression, scope);
  if (expression.kind === "constant" || expression.kind === "convert") return { code: fragment, binding };
  return { code: at(expression.origin, fragment), binding };
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
  const all = alternatives(coalesce);
  // What stands behind a value that is always there is never needed.
  const last = all.findIndex(isPresent);
  const [first = coalesce.left, ...others] = last < 0 ? all : all.slice(0, last + 1);
  if (others.length === 0) return emitValue(first, scope);
  const sides = [first, ...others].map((side) => {
    const { code: fragment, binding } = emitValue(side, scope);
    return binding === "or" || binding === "and" ? parenthesised(fragment) : fragment;
  });
  return { code: chain(sides, "??"), binding: "coalesce" };
}

/** `a ?? b ?? c` is one chain, wherever its parentheses were. */
function alternatives(expression: IrExpression): readonly IrExpression[] {
  if (expression.kind !== "coalesce") return [expression];
  return [expression.left, expression.right].flatMap(alternatives);
}

function emitTest(expression: IrExpression, scope: ExpressionScope): Fragment {
  const { kind, origin } = expression;
  if (kind === "logic") return emitLogic(expression, scope);
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

function emitLogic(expression: Logic, scope: ExpressionScope): Fragment {
  const { operator } = expression;
  return { code: chain(logicParts(expression, scope), logicOperators[operator]), binding: operator };
}

function logicParts({ operator, left, right }: Logic, scope: ExpressionScope): readonly Code[] {
  const sides = [left, right].flatMap((side) => flatten(side, operator));
  return sides.map((side) => {
    const { code: fragment, binding } = emitTest(side, scope);
    const isLoose = binding === "or" || binding === "and" || binding === "coalesce";
    return isLoose ? parenthesised(fragment) : fragment;
  });
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
  if (isPresent(expression)) {
    return { code: code`!${parenthesisedOperand(emitTest(expression, scope))}`, binding: "unary" };
  }
  const value = parenthesisedOperand(emitValue(expression, scope));
  return { code: code`${value} !== true`, binding: "compare" };
}

function parenthesisedOperand({ code: fragment, binding }: Fragment): Code {
  return binding === "primary" ? fragment : parenthesised(fragment);
}
