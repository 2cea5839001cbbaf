import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** Test files: what they refer to. */
export const testingDiagnostics = defineDiagnostics({
  "batch-not-found": {
    severity: "error",
    message: msg`This file has no batch with the name ${"name"}.`,
    hints: [
      msg`Did you mean ${"suggestion"}?`,
      msg`Define it under ${code("batches")}, or begin the path of a file with ${code("./")}.`,
    ],
  },
  "batch-unreadable": {
    severity: "error",
    message: msg`${"path"} gives no batch: ${plain("reason")}.`,
    hints: [msg`Write the batch's number behind the path, counted from 0: ${"example"}.`],
  },
  "duplicate-test": {
    severity: "error",
    message: msg`Two tests have the name ${"name"}.`,
    hints: [msg`Give each a name of its own.`],
  },
  "event-not-there": {
    severity: "error",
    message: msg`The batch has no event at position ${"position"}; it has ${plain("count")}.`,
    hints: [msg`Use positions from 0; the one behind the last adds an event.`],
  },
  "no-waybill": {
    severity: "error",
    message: msg`There is no entry file for these tests: ${plain("reason")}.`,
    hints: [
      msg`Did you mean ${"suggestion"}?`,
      msg`Name it at the beginning of the file: ${code("waybill: ./name.waybill.yaml")}.`,
    ],
  },
});
