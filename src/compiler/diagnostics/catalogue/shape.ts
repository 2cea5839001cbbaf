import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** A file whose keys and values are not those of `grammar/waybill.schema.json`. */
export const shapeDiagnostics = defineDiagnostics({
  "conflicting-keys": {
    severity: "error",
    message: msg`${"key"} and ${"other"} cannot stand in one entry.`,
    hints: [msg`Keep one of them.`],
  },
  "empty-text": {
    severity: "error",
    message: msg`Expected ${plain("expected")}, found ${code('""')}.`,
  },
  "empty-value": {
    severity: "error",
    message: msg`Expected ${plain("expected")}, found nothing.`,
    hints: [msg`Write it after the ${plain("mark")}, or remove the ${plain("part")}.`],
  },
  "entry-keys": {
    severity: "error",
    message: msg`A short entry has one key, ${"form"}; this one has ${plain("count")}.`,
    hints: [msg`Begin the long form with ${"key"}.`],
  },
  "missing-key": {
    severity: "error",
    message: msg`The key ${"key"} is missing here.`,
  },
  "missing-version": {
    severity: "error",
    message: msg`The file does not begin with ${code("waybill: 1", "waybill 1")}.`,
    hints: [msg`Write the language version first.`],
  },
  "needs-key": {
    severity: "error",
    message: msg`${"key"} stands only beside ${"other"}.`,
  },
  "quote-this": {
    severity: "error",
    message: msg`YAML reads ${"text"} as ${plain("kind")}; text is meant here.`,
    hints: [msg`Quote it: ${"quoted"}.`],
  },
  "too-few-items": {
    severity: "error",
    message: msg`Expected at least one item in ${"key"}.`,
    hints: [msg`Add one, or remove the key.`],
  },
  "too-many-items": {
    severity: "error",
    message: msg`${"key"} has more than ${plain("limit")} items.`,
    hints: [msg`Write rules with ${code("*")} that cover several names.`],
  },
  "unknown-key": {
    severity: "error",
    message: msg`${"key"} is not a key that can stand here.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Use ${plain("known")}.`],
  },
  "unknown-value": {
    severity: "error",
    message: msg`${"value"} is not ${plain("expected")}.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Use ${plain("known")}.`],
  },
  "unknown-version": {
    severity: "error",
    message: msg`The language version ${"version"} is not known.`,
    hints: [msg`Write ${code("waybill: 1", "waybill 1")}.`],
  },
  "wrong-form": {
    severity: "error",
    message: msg`${"value"} is not ${plain("expected")}.`,
    hints: [msg`Use lower-case letters, digits and ${code("-")}, a letter first.`],
  },
  "wrong-type": {
    severity: "error",
    message: msg`Expected ${plain("expected")}, found ${plain("found")}.`,
  },
});
