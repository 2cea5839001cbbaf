import { unescapeHtml } from "./unescape-html.ts";

/** Returns the value of a JSON text, HTML-escaped or not; undefined where it is neither. */
export function readJson(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, "");
  const value = parse(plain);
  return value === undefined && plain.includes("&") ? parse(unescapeHtml(plain)) : value;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
