import type { Batch, ReceivedIdentity } from "./batch.ts";
import { idText } from "./text.ts";

/** Returns the first identity of a type that is not blank, as it is (`language.md` §4). */
export function identityOf(batch: Batch, type: string): string | undefined {
  for (const identity of batch.identities) {
    if (identity.type === type && !isBlank(identity)) return idText(identity.value);
  }
  return undefined;
}

/** Says whether an identity counts for nothing: no text, or text that says that there is none. */
export function isBlank({ value }: ReceivedIdentity): boolean {
  const text = idText(value);
  return text === undefined || /^(?:|null|undefined)$/i.test(text.trim());
}
