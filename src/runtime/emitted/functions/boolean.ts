import { asciiLower } from "../ascii.ts";

/** Returns what a text says: true, yes and 1, or false, no and 0, ignoring case; anything else is absent. */
export function readBoolean(text: string | undefined): boolean | undefined {
  switch (text === undefined ? undefined : asciiLower(text)) {
    case "true":
    case "yes":
    case "1":
      return true;
    case "false":
    case "no":
    case "0":
      return false;
    default:
      return undefined;
  }
}
