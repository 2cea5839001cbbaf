import type { Host } from "../host.ts";

/** Shows a line on a terminal that is written over ten times a second; returns what ends it. */
export function showProgress(stderr: Host["stderr"], line: () => string): () => void {
  if (stderr.isTTY !== true) return () => {};
  let shown = "";
  const timer = setInterval(() => {
    // A terminal that does not know its width says 0.
    const text = line().slice(0, (stderr.columns || 80) - 1);
    if (text === shown) return;
    shown = text;
    stderr.write(`\r\u001b[K${text}`);
  }, 100);
  return () => {
    clearInterval(timer);
    if (shown !== "") stderr.write("\r\u001b[K");
  };
}
