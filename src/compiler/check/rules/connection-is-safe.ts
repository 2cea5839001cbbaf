import type { TextOrError } from "../../ast/nodes.ts";
import { environmentReference } from "../bind-delivery.ts";
import type { RuleContext } from "./index.ts";

/**
 * The connection is safe.
 * Credentials stay out of git, and travel by https only (`language.md` §1; SessionM's `HTTPS_ONLY`).
 */
export function connectionIsSafe(context: RuleContext): void {
  const { connection } = context.tree;
  checkCredential("api_key", connection?.apiKey, context);
  checkCredential("api_secret", connection?.apiSecret, context);
  checkHost(connection?.host, context);
}

function checkCredential(key: string, node: TextOrError | undefined, { report }: RuleContext): void {
  if (node?.kind !== "Text" || environmentReference.test(node.text)) return;
  const example = `\${SESSIONM_${key.toUpperCase()}}`;
  if (node.text.includes("${")) {
    report("environment-reference", node.span, { value: withoutLiterals(node.text), example });
  } else {
    report("literal-credential", node.span, { key, example });
  }
}

function checkHost(node: TextOrError | undefined, { report }: RuleContext): void {
  if (node?.kind !== "Text" || environmentReference.test(node.text)) return;
  if (node.text.includes("${")) {
    const value = withoutUser(node.text).replaceAll("…", "***");
    report("environment-reference", node.span, { value, example: "${SESSIONM_HOST}" });
  } else if (!isSafeHost(node.text)) {
    report("host-not-https", node.span, { host: withoutUser(node.text), example: "https://api.example.com" });
  }
}

/** An https URL, or http to a loopback address; nothing but scheme, host and port. */
function isSafeHost(text: string): boolean {
  const pattern = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?\/?$/i;
  const [, scheme = "", host = "", port = "0"] = pattern.exec(text) ?? [];
  return Number(port) <= 65_535 && (scheme.toLowerCase() === "https" || isLoopback(host));
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
}

/** What stands beside references may be part of a credential. */
function withoutLiterals(text: string): string {
  return text
    .replace(/\$\{[^}]*\}|[^$]+|\$/g, (part) => (part.startsWith("${") ? part : "…"))
    .replace(/\u2026+/g, "…");
}

function withoutUser(text: string): string {
  return text.replace(/\/\/[^/@]*@/, "//…@");
}
