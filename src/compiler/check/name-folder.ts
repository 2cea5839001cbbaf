import { asciiLower } from "../../runtime/emitted/ascii.ts";
import type { NameMatching } from "./program.ts";

/** Returns how a name is compared: as it is, or in lower case where `source.names` ignores case. */
export function nameFolder(names: NameMatching): (name: string) => string {
  return names === "exact" ? (name) => name : asciiLower;
}
