import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** Expressions that can be read and cannot be right. */
export const expressionsDiagnostics = defineDiagnostics({
  "argument-count": {
    severity: "error",
    message: msg`${"name"} takes ${plain("expected")}, and here it has ${plain("found")}.`,
    hints: [msg`Write ${"form"}.`],
  },
  "argument-literal": {
    severity: "error",
    message: msg`The ${plain("parameter")} of ${"name"} is written out: ${plain("expected")}.`,
    hints: [msg`Write ${"instead"}.`],
  },
  "argument-value": {
    severity: "error",
    message: msg`${"name"} cannot use ${"value"}: ${plain("problem")}.`,
  },
  "condition-type": {
    severity: "error",
    message: msg`A condition is true or false; this is ${plain("found")}.`,
    hints: [msg`Use a comparison, or read it with ${code("boolean(…)")}.`],
  },
  "constant-condition": {
    severity: "warning",
    message: msg`This is ${plain("outcome")} true, whatever is in the batch.`,
    hints: [msg`Leave it out, or compare something that a batch has.`],
  },
  "constant-value": {
    severity: "warning",
    message: msg`This value is always ${"value"}, whatever is in the batch.`,
    hints: [msg`Write it with ${code("text")}, or read something that a batch has.`],
  },
  "doubtful-argument": {
    severity: "warning",
    message: msg`${"name"} hardly means ${"value"}: ${plain("problem")}.`,
    hints: [msg`Write ${"instead"}.`],
  },
  "impossible-condition": {
    severity: "warning",
    message: msg`This can never be true of a batch that gets here.`,
    hints: [msg`Write another condition, or remove what it is about.`],
  },
  "list-needed": {
    severity: "error",
    message: msg`${code("in")} needs a list such as ${code('["a", "b"]')} after it.`,
    hints: [msg`Write the values out between brackets.`],
  },
  "literal-misplaced": {
    severity: "error",
    message: msg`${plain("found")} cannot stand here.`,
    hints: [msg`${plain("advice")}.`],
  },
  "number-digits": {
    severity: "error",
    message: msg`A number cannot keep ${"number"} as it is written.`,
    hints: [msg`Quote it: texts are compared digit by digit.`],
  },
  "quotes-taken": {
    severity: "error",
    message: msg`YAML takes these quotes away, and there is no source ${"name"}.`,
    hints: [msg`Write ${"constant"} for a constant, or ${"quoted"} for a text in an expression.`],
  },
  "source-out-of-scope": {
    severity: "error",
    message: msg`${"source"} cannot be read ${plain("where")}.`,
    hints: [msg`Use ${"instead"}.`],
  },
  "unknown-function": {
    severity: "error",
    message: msg`There is no function ${"name"}.`,
    hints: [msg`Did you mean ${"suggestion"}?`],
  },
  "unknown-source": {
    severity: "error",
    message: msg`There is no source ${"name"}.`,
    hints: [
      msg`Use ${"presence"} for what is absent.`,
      msg`Did you mean ${"suggestion"}?`,
      msg`Write a text in double quotes, or an attribute as ${"attribute"}.`,
    ],
  },
  "value-never-there": {
    severity: "warning",
    message: msg`This value is always absent, whatever is in the batch.`,
    hints: [msg`Remove the entry, or read something that a batch has.`],
  },
  "wrong-operand": {
    severity: "error",
    message: msg`Expected ${plain("expected")}, and this is ${plain("found")}.`,
    hints: [msg`${plain("advice")}.`],
  },
});
