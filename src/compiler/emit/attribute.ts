import { asciiLower } from "../../runtime/emitted/ascii.ts";
import type { IrExpression, IrTable } from "../ir/expression.ts";
import type { IrAttribute, IrValue } from "../ir/ir.ts";
import { array, at, type Code, call, choice, code, lines, nameOf, type Printable, rows } from "./code.ts";
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

/** Returns the statements that send attributes, in order; `of` says of what, for the names of tables. */
export function attributeStatements(
  attributes: readonly IrAttribute[],
  of: string,
  target: AttributeTarget,
  module: ModuleBuilder,
): readonly Code[] {
  const matching = target.take === "take" ? module.ir.names : "ignore_case";
  return runsOf(attributes, matching).flatMap((run) => {
    const isCopied = run.length > 1 && run[0]?.isCopied === true;
    if (!isCopied) return run.map((attribute) => attributeStatement(attribute, target, module));
    return [copyStatement(run, of, target, module)];
  });
}

/** Splits attributes into runs that can be copied together, in which no name is there twice, and single others. */
function runsOf(
  attributes: readonly IrAttribute[],
  matching: "exact" | "ignore_case",
): readonly IrAttribute[][] {
  const runs: IrAttribute[][] = [];
  const seen = new Set<string>();
  for (const attribute of attributes) {
    const [name = ""] = attribute.names;
    const folded = matching === "exact" ? name : asciiLower(name);
    const run = runs.at(-1);
    if (run?.[0]?.isCopied === true && attribute.isCopied === true && !seen.has(folded)) run.push(attribute);
    else {
      runs.push([attribute]);
      seen.clear();
    }
    seen.add(folded);
  }
  return runs;
}

function copyStatement(
  run: readonly IrAttribute[],
  of: string,
  { fields, take }: AttributeTarget,
  module: ModuleBuilder,
): Code {
  const { imports, place } = module;
  const copy = imports.value(take === "take" ? "copyEach" : "copyEachReserved");
  const table = rows(
    run.map(({ names, key, origin }) => at(origin, array([names[0] ?? "", key, place(origin)]))),
  );
  const copied = module.constant(`${of} attributes`, code`${imports.value("copies")}(${table})`);
  return code`${call(copy, [fields, code`given`, copied])};`;
}

/** Returns the statement that sends an attribute, or a reserved field, from what was given. */
function attributeStatement(
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
  const leaving = at(when.origin, code`${call(imports.value("noteUnmet"), [taken, place(when.origin)])};`);
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
