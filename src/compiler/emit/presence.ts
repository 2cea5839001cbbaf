import type { IrExpression } from "../ir/expression.ts";

/** Says whether an expression always has a value, whatever the batch. */
export function isPresent(expression: IrExpression): boolean {
  switch (expression.kind) {
    case "constant":
    case "mpid":
    case "platform":
    case "environment":
    case "event_name":
    case "logic":
    case "not":
      return true;
    case "convert":
      // Every value has a text and is in a list; not every one is a number.
      return expression.to !== "number" && isPresent(expression.operand);
    case "compare":
      return isPresent(expression.left) && isPresent(expression.right);
    case "in":
      return isPresent(expression.subject);
    case "negate":
      return isPresent(expression.operand);
    case "call":
      return isCallPresent(expression);
    case "coalesce":
      return isPresent(expression.left) || isPresent(expression.right);
    default:
      return false;
  }
}

/** Absent spreads through every function but these. Of the others some are absent by themselves. */
function isCallPresent({ function: name, args }: Extract<IrExpression, { kind: "call" }>): boolean {
  const present = args.map((arg) => arg.kind === "table" || isPresent(arg));
  if (name === "present") return true;
  if (name === "default") return present.includes(true);
  return name === "if" && !present.includes(false);
}
