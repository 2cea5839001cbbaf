/** Names and calls: sources in their scope, and functions with their arguments. */
import type { CallNode, ExpressionTree, NameNode } from "../../ast/expression.ts";
import { renameFixes } from "../../diagnostics/rename.ts";
import { nearest, oneOf } from "../../diagnostics/suggest.ts";
import { functions } from "../../functions/catalogue.ts";
import type { FunctionDefinition, Parameter } from "../../functions/definition.ts";
import { describeType, overlaps, type Type, type as types } from "../../types/type.ts";
import type { ConstantExpression, Expression } from "../expression.ts";
import { identityTypes } from "../vocabulary.ts";
import type { InferContext } from "./infer-context.ts";
import { inferTable } from "./infer-table.ts";
import { requireBoolean, requireNumber } from "./operands.ts";
import { namedSources, plainSources, sourceNames } from "./sources.ts";

/** Returns the source that a word names. */
export function inferName(node: NameNode, context: InferContext): Expression | undefined {
  const { name, span } = node;
  const found = plainSources.get(name);
  if (found === undefined) return reportName(node, context);
  if (!isInScope(found.needs, context)) return reportScope(name, node, context);
  return { kind: "source", source: found.source, type: found.type, span };
}

function isInScope(needs: "value" | "event" | undefined, { scope }: InferContext): boolean {
  return needs === "value" ? scope.hasValue : needs === "event" ? scope.hasEvent : true;
}

function reportScope(source: string, { span }: ExpressionTree, { scope, report }: InferContext): undefined {
  const instead = source.startsWith("event.") ? undefined : scope.hasEvent ? 'value("…")' : 'user("…")';
  report("source-out-of-scope", span, { source, where: scope.where, instead });
}

function reportName({ name, span }: NameNode, { report, isQuoted, scope }: InferContext): undefined {
  const definition = functions.get(name) ?? namedSources.get(name);
  if (definition !== undefined) {
    const expected = "parameters" in definition ? countOf(definition) : "one argument";
    report("argument-count", span, { name, expected, found: "none", form: formOf(name) });
    return undefined;
  }
  if (isQuoted) {
    report("quotes-taken", span, { name, constant: `text: ${name}`, quoted: `'"${name}"'` });
    return undefined;
  }
  const candidates = [...plainSources.keys(), ...functions.keys()];
  const suggestion = nearest(name, candidates);
  const presence = ["null", "undefined", "none", "nil"].includes(name) ? "not present(…)" : undefined;
  const attribute = `${scope.hasEvent ? "value" : "user"}("${name}")`;
  const fixes = presence === undefined ? renameFixes(span, { word: name, suggestion, candidates }) : [];
  report("unknown-source", span, { name, presence, suggestion, attribute }, [], fixes);
}

/** Returns the call of a function, or a source that takes a name. */
export function inferCall(node: CallNode, context: InferContext): Expression | undefined {
  const { name } = node.callee;
  const source = namedSources.get(name);
  if (source !== undefined && !node.isPipe) return inferNamedSource(node, context);
  const definition = functions.get(name);
  if (definition !== undefined) return inferFunction(node, definition, context);
  for (const argument of node.args) context.infer(argument, context);
  const candidates = [...functions.keys(), ...sourceNames];
  const suggestion = nearest(name, candidates) ?? begunLike(name);
  const fixes = renameFixes(node.callee.span, { word: name, suggestion, candidates });
  context.report("unknown-function", node.callee.span, { name, suggestion }, [], fixes);
  return undefined;
}

/** Other languages cut names shorter, or go on: `len`, `lowercase`. */
function begunLike(name: string): string | undefined {
  const begun = name.toLowerCase();
  if (begun.length < 3) return undefined;
  return [...functions.keys()].find((known) => known.startsWith(begun) || begun.startsWith(known));
}

function inferNamedSource({ callee, args, span }: CallNode, context: InferContext): Expression | undefined {
  const { report } = context;
  const source = namedSources.get(callee.name);
  if (source === undefined) return undefined;
  const [argument, ...others] = args;
  const form = `${callee.name}("…")`;
  if (argument === undefined || others.length > 0) {
    const found = args.length === 0 ? "none" : String(args.length);
    report("argument-count", span, { name: callee.name, expected: "one argument", found, form });
    return undefined;
  }
  if (argument.kind !== "TextLiteral") {
    if (argument.kind === "Error") return undefined;
    const expected = `${source.argument} in double quotes`;
    const instead = argument.kind === "Name" ? `${callee.name}("${argument.name}")` : undefined;
    report("argument-literal", argument.span, {
      parameter: "argument",
      name: callee.name,
      expected,
      instead,
    });
    return undefined;
  }
  if (!isInScope(source.needs, context)) {
    const instead = `user(${JSON.stringify(argument.text)})`;
    report("source-out-of-scope", callee.span, { source: form, where: context.scope.where, instead });
    return undefined;
  }
  if (callee.name === "identity" && !identityTypes.includes(argument.text)) {
    const suggestion = nearest(argument.text, identityTypes);
    const value = argument.text;
    const args = { value, expected: source.argument, suggestion, known: oneOf(identityTypes) };
    const fixes = renameFixes(argument.span, { word: value, suggestion, candidates: identityTypes });
    report("unknown-value", argument.span, args, [], fixes);
    return undefined;
  }
  return { kind: "source", source: source.of(argument.text), type: source.type, span };
}

function inferFunction(
  { callee, args, span }: CallNode,
  definition: FunctionDefinition,
  context: InferContext,
): Expression | undefined {
  const { parameters, name } = definition;
  const required = parameters.filter(({ isOptional }) => isOptional !== true).length;
  const most = parameters.at(-1)?.isRepeated === true ? Number.POSITIVE_INFINITY : parameters.length;
  if (args.length < required || args.length > most) {
    const found = args.length === 0 ? "none" : String(args.length);
    context.report("argument-count", callee.span, {
      name,
      expected: countOf(definition),
      found,
      form: formOf(name),
    });
    return undefined;
  }
  const inferred = args.map((argument, index) => {
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    return parameter === undefined ? undefined : inferArgument(argument, parameter, definition, context);
  });
  const known = inferred.flatMap((argument) => argument ?? []);
  if (known.length < args.length) return undefined;
  const resultType = resultOf(definition, known);
  // The catalogue's names are the keys of the map that the definition comes from.
  const called = name as Extract<Expression, { kind: "call" }>["function"];
  return { kind: "call", function: called, args: known, type: resultType, span };
}

function resultOf({ result }: FunctionDefinition, args: readonly Expression[]): Type {
  return typeof result === "number" ? result : result(args.map((argument) => argument.type));
}

function inferArgument(
  tree: ExpressionTree,
  parameter: Parameter,
  definition: FunctionDefinition,
  context: InferContext,
): Expression | undefined {
  if (parameter.type === types.table) return inferTable(tree, definition.name, context);
  const argument = context.infer(tree, context);
  if (argument === undefined) return undefined;
  if (parameter.isLiteral === true && argument.kind !== "constant") {
    const expected = `${describeType(parameter.type)} in the waybill itself`;
    context.report("argument-literal", argument.span, {
      parameter: parameter.name,
      name: definition.name,
      expected,
    });
    return undefined;
  }
  if (!fits(argument, parameter, context)) return undefined;
  const isRight = argument.kind !== "constant" || checkLiteral(argument, parameter, definition, context);
  return isRight ? argument : undefined;
}

function checkLiteral(
  { value, span }: ConstantExpression,
  { name: parameter }: Parameter,
  { name, checkLiteral: check, doubtLiteral: doubt }: FunctionDefinition,
  { report }: InferContext,
): boolean {
  const problem = check?.(parameter, value);
  const text = String(value);
  if (problem !== undefined) report("argument-value", span, { name, value: text, problem });
  const doubted = doubt?.(parameter, value);
  if (doubted !== undefined) report("doubtful-argument", span, { name, value: text, ...doubted });
  return problem === undefined;
}

function fits(argument: Expression, parameter: Parameter, context: InferContext): boolean {
  if (parameter.type === types.boolean) return requireBoolean(argument, context);
  if (parameter.type === types.number) return requireNumber(argument, context);
  const accepted = parameter.takes ?? (parameter.type === types.string ? types.attribute : parameter.type);
  if (overlaps(argument.type, accepted)) return true;
  const expected = describeType(parameter.type);
  const advice = overlaps(parameter.type, types.string) ? "Make a text of it with `string(…)`" : undefined;
  context.report("wrong-operand", argument.span, { expected, found: describeType(argument.type), advice });
  return false;
}

function countOf({ parameters }: FunctionDefinition): string {
  const required = parameters.filter(({ isOptional }) => isOptional !== true).length;
  const amount = required === 1 ? "one argument" : `${required} arguments`;
  if (parameters.at(-1)?.isRepeated === true) return `${amount} or more`;
  return required === parameters.length ? amount : `${required} or ${parameters.length} arguments`;
}

function formOf(name: string): string {
  const parameters = functions.get(name)?.parameters;
  return `${name}(${parameters?.map((parameter) => parameter.name).join(", ") ?? '"…"'})`;
}
