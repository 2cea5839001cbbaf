const lineLength = 100;

/**
 * Returns a line of details that are joined by ` · `, broken before one where it grows too long; the next line begins
 * under the first detail.
 */
export function wrapDetails(start: string, details: string): string {
  let text = start;
  let line = start;
  for (const [index, part] of details.split(" · ").entries()) {
    const added = index === 0 ? part : ` · ${part}`;
    const fits = index === 0 || line.length + added.length <= lineLength;
    line = fits ? line + added : " ".repeat(start.length) + part;
    text += fits ? added : `\n${line}`;
  }
  return text;
}
