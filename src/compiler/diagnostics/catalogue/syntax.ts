import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** A file that cannot be read as YAML at all, or uses a part of YAML that waybills leave out. */
export const syntaxDiagnostics = defineDiagnostics({
  "duplicate-key": {
    severity: "error",
    message: msg`The key ${"key"} is here twice.`,
    hints: [msg`Remove one of them.`],
  },
  "file-not-utf8": {
    severity: "error",
    message: msg`The file is not UTF-8 text.`,
    hints: [msg`Save it with the encoding UTF-8.`],
  },
  "file-too-complex": {
    severity: "error",
    message: msg`The file holds more than ${plain("limit")} ${plain("unit")}; this is where the limit is passed.`,
    hints: [msg`Split the file and ${code("include")} the parts.`],
  },
  "file-too-large": {
    severity: "error",
    message: msg`The file has ${plain("size")} bytes; a waybill has at most ${plain("limit")}.`,
    hints: [msg`Split the file and ${code("include")} the parts.`],
  },
  "nesting-too-deep": {
    severity: "error",
    message: msg`The nesting is deeper than ${plain("limit")} levels.`,
  },
  "yaml-alias": {
    severity: "error",
    message: msg`The alias ${"alias"} has no anchor before it.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Write ${"anchor"} before the value that it stands for.`],
  },
  "yaml-directive": {
    severity: "error",
    message: msg`A waybill has no YAML directives.`,
    hints: [msg`Remove this line.`],
  },
  "yaml-documents": {
    severity: "error",
    message: msg`A file holds one YAML document; another begins here.`,
    hints: [msg`Move it to a file of its own and ${code("include")} it.`],
  },
  "yaml-key": {
    severity: "error",
    message: msg`A key is text; this one is ${plain("found")}.`,
    hints: [msg`${plain("advice")}.`],
  },
  "yaml-merge-key": {
    severity: "error",
    message: msg`A waybill has no merge keys.`,
    hints: [
      msg`Use ${code("attribute_sets")} or ${code("include")}, or quote ${code("<<")} where it is a name.`,
    ],
  },
  "yaml-syntax": {
    severity: "error",
    message: msg`This is not YAML: ${plain("problem")}.`,
    hints: [msg`${plain("advice")}.`],
  },
  "yaml-tab": {
    severity: "error",
    message: msg`A tab is used as white space.`,
    hints: [msg`Use spaces.`],
  },
  "yaml-tag": {
    severity: "error",
    message: msg`A waybill has no YAML tags such as ${"tag"}.`,
    hints: [msg`Remove it, or quote a name that begins with ${code("!")}.`],
  },
});
