import { nearest, oneOf } from "../../diagnostics/suggest.ts";
import type { Expression, Source } from "../expression.ts";
import { allPlatforms, environments, eventTypes } from "../vocabulary.ts";
import type { InferContext } from "./infer-context.ts";

interface Words {
  readonly expected: string;
  readonly words: readonly string[];
}

/** The sources whose values are words of a closed list. */
const wordsOf: Partial<Readonly<Record<Source["kind"], Words>>> = {
  platform: { expected: "a platform", words: allPlatforms },
  environment: { expected: "an environment", words: environments },
  event_type: { expected: "an event type", words: eventTypes },
};

/** Says whether a source can be a text that it is compared with, and reports a word that its list lacks. */
export function canBe(source: Expression, text: Expression, { report }: InferContext): boolean {
  const list = source.kind === "source" ? wordsOf[source.source.kind] : undefined;
  if (list === undefined || text.kind !== "constant" || typeof text.value !== "string") return true;
  const { expected, words } = list;
  const { value, span } = text;
  if (words.includes(value)) return true;
  report("unknown-value", span, { value, expected, suggestion: nearest(value, words), known: oneOf(words) });
  return false;
}
