import { defineDiagnostics } from "../define.ts";
import { code, msg } from "../message.ts";

/** The connection: credentials and the host. */
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
});
