import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Returns the SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string | undefined): string | undefined {
  return text === undefined ? undefined : bytesToHex(digest(utf8ToBytes(text)));
}
