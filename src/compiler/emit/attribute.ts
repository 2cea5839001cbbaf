import type { IrExpression, IrTable } from "../ir/expression.ts";
import type { IrAttribute, IrValue } from "../ir/ir.ts";
import { array, at, type Code, call, choice, code, lines, nameOf, type Printable } from "./code.ts";
import { type ExpressionScope, testCode, valueCode } from "./expression.ts";
import type { ModuleBuilder } from "./module.ts";

/** Where attributes go, and what they are taken from. */
export interface AttributeTarget {
  readonly fields: Code;
  readonly take: "take" | "takeReserved";
  /** The batch, as code. */
  readonly batch: Code;
  /** How a list is sent. */
  readonly lists: "comma" | "json";
}

/** Returns the statement that sends an attribute, or a reserved field, from what was given. */
export function attributeStatement(
  attribute: IrAttribute,
  { fields, take, batch, lists }: AttributeTarget,
  module: ModuleBuilder,
): Code {
  const { imports, names, place } = module;
  const { key, value, when, origin } = attribute;
  const [first, ...others] = attribute.names;
  const name = first ?? key;
  const source: Printable = others.length === 0 ? (first ?? "") : array(attribute.names);
  const taking = call(imports.value(take), [code`given`, source, place(origin)]);
  const isNamed = when !== undefined || (value.kind === "expression" && readsValue(value.expression));
  const taken = isNamed ? nameOf(names.allocate(name, "taken")) : taking;
  const scope: ExpressionScope = { module, batch, taken, name, lists };
  const [send, extra] = sender(value, scope);
  const sending = code`${call(send, [fields, key, taken, ...extra])};`;
  const statements = isNamed ? [code`const ${taken} = ${taking};`] : [];
  if (when === undefined) return at(origin, lines([...statements, sending]));
  const leaving = code`${call(imports.value("noteUnmet"), [taken, place(when.origin)])};`;
  return at(origin, lines([...statements, choice(testCode(when.test, scope), sending, leaving)]));
}

function sender(value: IrValue, scope: ExpressionScope): [send: Code, extra: readonly Printable[]] {
  const { imports, table } = scope.module;
  switch (value.kind) {
    case "source":
      return [imports.value("send"), []];
    case "text":
      return [imports.value("sendText"), [value.text]];
    case "expression":
      return [imports.value("sendText"), [valueCode(value.expression, scope)]];
    case "lookup": {
      const pairs = table(`${scope.name} table`, value.table);
      return [imports.value("sendLookup"), [pairs, ...(value.otherwise === null ? [] : [value.otherwise])]];
    }
  }
}

/** Says whether an expression reads what the entry took. */
function readsValue(expression: IrExpression | IrTable): boolean {
  switch (expression.kind) {
    case "value":
      return true;
    case "convert":
    case "not":
    case "negate":
      return readsValue(expression.operand);
    case "in":
      return readsValue(expression.subject);
    case "call":
      return expression.args.some(readsValue);
    case "logic":
    case "compare":
    case "coalesce":
    case "arithmetic":
      return readsValue(expression.left) || readsValue(expression.right);
    default:
      return false;
  }
}
