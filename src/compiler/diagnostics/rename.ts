import type { Span } from "../source/source-file.ts";
import type { Fix } from "./diagnostic.ts";
import { isCertain } from "./suggest.ts";

/** A name to suggest, and among which names. */
interface Renaming {
  /** The name as it is written, without quotes. */
  readonly word: string;
  readonly suggestion: string | undefined;
  readonly candidates: Iterable<string>;
}

/**
 * Returns the fix that writes the suggestion in place of a name, in the quotes that the name has. Certain where only
 * the suggestion can be meant. Nothing where there is no suggestion, or escapes make the name's text another one.
 */
export function renameFixes(span: Span, { word, suggestion, candidates }: Renaming): readonly Fix[] {
  const text = suggestion === undefined ? undefined : writeLike(span, suggestion);
  if (suggestion === undefined || text === undefined) return [];
  const safe = isCertain(word, suggestion, candidates);
  return [{ title: `write \`${suggestion}\``, edits: [{ span, text }], safe }];
}

/** Returns a name in the quotes of the text that stands at the place. */
function writeLike({ file, start, end }: Span, name: string): string | undefined {
  const written = file.text.slice(start, end);
  if (written.startsWith('"')) return JSON.stringify(name);
  if (written.startsWith("'")) return `'${name.replaceAll("'", "''")}'`;
  if (!/^[\w$./ -]+$/.test(written)) return undefined;
  return isPlain(name, file.path.endsWith(".waybill")) ? name : JSON.stringify(name);
}

/** Says whether a name needs no quotes: in the DSL an identifier, in YAML text that nothing reads as something else. */
function isPlain(name: string, isDsl: boolean): boolean {
  if (isDsl) return /^[A-Za-z_]\w*$/.test(name);
  return /^[A-Za-z_$./](?:[\w$./ -]*[\w$./-])?$/.test(name) && !/^(?:true|false|null)$/i.test(name);
}
