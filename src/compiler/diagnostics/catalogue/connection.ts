import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** The connection: credentials and the host; and what a target can keep. */
export const connectionDiagnostics = defineDiagnostics({
  "environment-reference": {
    severity: "error",
    message: msg`${"value"} is not one environment reference.`,
    hints: [msg`Write a whole value such as ${"example"}: letters, digits and ${code("_")}, no digit first.`],
  },
  "host-not-https": {
    severity: "error",
    message: msg`The host ${"host"} is not an https URL of a host alone.`,
    hints: [msg`Write ${"example"}; no user, path or query; http for loopback only.`],
  },
  "literal-credential": {
    severity: "error",
    message: msg`A credential is written into the file under ${"key"}.`,
    hints: [msg`Revoke it if it is real, and write an environment reference such as ${"example"}.`],
  },
  "target-cannot-keep": {
    severity: "error",
    message: msg`The target ${"target"} cannot keep ${"setting"}: ${plain("reason")}.`,
    hints: [msg`Write ${"instead"} under ${code("profile")}, or use the target ${code("node")}.`],
  },
});
