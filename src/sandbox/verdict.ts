import { isRefusal, type Refusal } from "./answers.ts";
import type { Switches } from "./switches.ts";

/** What becomes of one value in a profile: it is kept, dropped with a note, or the whole request is refused. */
export type Verdict = { readonly value: unknown } | { readonly dropped: string } | Refusal;

/** The values of an object that were kept, and a note for each that was dropped. */
export interface Collected {
  readonly values: ReadonlyMap<string, unknown>;
  readonly notes: readonly string[];
}

/** Judges every entry of an object; the first refusal refuses it all. */
export function collect(
  entries: Readonly<Record<string, unknown>>,
  judge: (name: string, value: unknown) => Verdict,
): Collected | Refusal {
  const values = new Map<string, unknown>();
  const notes: string[] = [];
  for (const [name, value] of Object.entries(entries)) {
    const verdict = judge(name, value);
    if (isRefusal(verdict)) return verdict;
    if ("value" in verdict) values.set(name, verdict.value);
    else notes.push(verdict.dropped);
  }
  return { values, notes };
}

/** Drops the value where the switch says `drop`, else refuses the request. */
export function dropOr(position: string, message: string): Verdict {
  return position === "drop" ? { dropped: `dropped: ${message}` } : { refused: "validation", message };
}

/** Judges a null: the value null clears what the user has. */
export function nullVerdict(name: string, position: Switches["null_value"]): Verdict {
  if (position === "clear") return { value: null };
  if (position === "ignore") return { dropped: `ignored: ${name} is null` };
  return { refused: "validation", message: `${name} is null` };
}
