import { isUtf8 } from "node:buffer";

/** Something that was to be JSON is not. */
export class NotJsonError extends Error {
  constructor() {
    super("A batch is not JSON.");
    this.name = "NotJsonError";
  }
}

/** Whether bytes are JSON. Those that are no UTF-8 are not (RFC 8259, section 8.1). */
export function isJson(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes)) return false;
  try {
    JSON.parse(decoder.decode(bytes));
    return true;
  } catch {
    return false;
  }
}

const decoder = new TextDecoder();
