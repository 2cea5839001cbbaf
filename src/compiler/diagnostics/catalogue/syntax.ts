import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** A file or an expression that cannot be read at all, or uses a part of YAML that waybills leave out. */
export const syntaxDiagnostics = defineDiagnostics({
  "comparison-chain": {
    severity: "error",
    message: msg`Comparisons do not chain: this is the second one.`,
    hints: [msg`Join two comparisons with ${code("and")}.`],
  },
  "duplicate-key": {
    severity: "error",
    message: msg`The key ${"key"} is here twice.`,
    hints: [msg`Remove one of them.`],
  },
  "expression-cut-short": {
    severity: "error",
    message: msg`The expression ends before this ${code("#")}: YAML reads the rest as a comment.`,
    hints: [msg`Quote the whole expression.`],
  },
  "expression-mapping": {
    severity: "error",
    message: msg`YAML reads the braces or brackets of this expression as its own.`,
    hints: [msg`Quote the whole expression in single quotes.`],
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
  "pipe-needs-parentheses": {
    severity: "error",
    message: msg`A pipe beside ${"operator"} needs parentheses around it.`,
    hints: [msg`Write ${code("( … | … )")}.`],
  },
  "text-escape": {
    severity: "error",
    message: msg`${"escape"} is no escape in a text.`,
    hints: [msg`Write ${code("\\\\")} for a backslash; the others are those of JSON.`],
  },
  "unclosed-block": {
    severity: "error",
    message: msg`The block that begins here is not closed.`,
    hints: [msg`Write ${code("}")} in a line of its own behind the last statement of the block.`],
  },
  "unclosed-text": {
    severity: "error",
    message: msg`The text that begins here is not closed.`,
    hints: [msg`Write the closing ${code('"')} in the same line.`],
  },
  "unexpected-start": {
    severity: "error",
    message: msg`Expected ${plain("expected")}, found ${"found"}.`,
  },
  "unexpected-text": {
    severity: "error",
    message: msg`Expected ${plain("expected")} after ${"previous"}, found ${"found"}.`,
  },
  "unfinished-text": {
    severity: "error",
    message: msg`Expected ${plain("expected")} after ${"previous"}; the ${plain("unit")} ends here.`,
  },
  "unknown-character": {
    severity: "error",
    message: msg`${"text"} has no meaning here.`,
    hints: [msg`${plain("advice")}.`],
  },
  "unknown-statement": {
    severity: "error",
    message: msg`${"found"} begins no statement that can stand here.`,
    hints: [msg`Did you mean ${"suggestion"}?`],
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
