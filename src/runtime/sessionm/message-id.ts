import { hash } from "node:crypto";
import type { Request } from "../emitted/result.ts";

/** What a `Message-ID` is made from, besides the waybill's name. */
export type Identified = Pick<Request, "batch" | "position" | "method" | "path" | "body">;

/**
 * Returns a request's `Message-ID` (`language.md` §4.19): a UUID by hash, the same for the same batch and
 * waybill. An `edition` above 0 gives another id for the same request, for when the answer to the first one is
 * cached (docs/sessionm.md, "Message-ID").
 */
export function messageId(waybill: string, request: Identified, edition = 0): string {
  const { batch, position, method, path, body } = request;
  const fields = [waybill, batch, position, method, path, body];
  // JSON keeps the fields apart, whatever they hold.
  return uuid(hash("sha256", JSON.stringify(edition === 0 ? fields : [...fields, edition]), "hex"));
}

/** Sets the version and variant bits of RFC 9562, section 5.8: version 8 is free for one's own hash. */
function uuid(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  const third = `8${hex.slice(13, 16)}`;
  const fourth = variant + hex.slice(17, 20);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${third}-${fourth}-${hex.slice(20, 32)}`;
}
