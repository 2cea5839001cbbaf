import { defineDiagnostics } from "../define.ts";
import { code, msg } from "../message.ts";

/** Comments that silence warnings (`language.md` §5). */
export const ignoringDiagnostics = defineDiagnostics({
  "ignore-error": {
    severity: "warning",
    message: msg`${"code"} is an error: a comment silences warnings only.`,
    hints: [msg`Remove the comment, and correct the mistake.`],
  },
  "ignore-form": {
    severity: "warning",
    message: msg`This comment silences nothing: it names no diagnostic, or stands behind something.`,
    hints: [
      msg`Write ${code("# waybill-ignore <code>: <reason>")} in a line of its own, before the one that it is about.`,
    ],
  },
  "ignore-unknown-code": {
    severity: "warning",
    message: msg`There is no diagnostic ${"code"}.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Use the code that stands in brackets in a report.`],
  },
  "ignore-unused": {
    severity: "warning",
    message: msg`The next line gives no ${"code"} that this comment could silence.`,
    hints: [msg`Remove the comment.`],
  },
  "ignore-without-reason": {
    severity: "warning",
    message: msg`This comment does not say why ${"code"} is accepted here.`,
    hints: [msg`Write the reason after a colon.`],
  },
});
