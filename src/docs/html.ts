import { printable } from "../compiler/diagnostics/printable.ts";
import { escapeHtml } from "../runtime/telemetry/escape-html.ts";

/** A piece of HTML. Only the tag makes one, so text is always escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[] | undefined;

/** Writes HTML: what stands between is text, unless it is HTML already. Undefined is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = strings.map((text, index) => text + write(parts[index]));
  return { html: written.join("") };
}

/** Names come from files: what would hide or turn the text around it is shown as what it is. */
function write(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "object" && "html" in part) return part.html;
  if (typeof part === "object") return part.map(write).join("");
  return escapeHtml(typeof part === "number" ? String(part) : printable(part));
}
