import { hash } from "node:crypto";

/** Returns a hash of texts or bytes, short enough for a key and long enough that no two things share one. */
export function hashKey(...parts: readonly (string | Uint8Array)[]): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return hash("sha256", only, "base64url").slice(0, 22);
  // JSON keeps the parts apart, whatever they hold.
  return hash("sha256", JSON.stringify(parts), "base64url").slice(0, 22);
}
