import type { Host } from "../host.ts";

const clearLine = "\r\u001b[K";

/** Writes a line to standard error, in the place of a progress line where one may be shown. */
export function note(host: Host, line: string): void {
  host.stderr.write(`${host.stderr.isTTY === true ? clearLine : ""}${line}\n`);
}
