import { hash, timingSafeEqual } from "node:crypto";

/** Says whether the value of an `Authorization` header is one of those agreed on. */
export type Authorize = (header: string | undefined) => boolean;

/**
 * Returns an {@link Authorize} for the values that mParticle was given (webhook output, "Authorization header"). Two
 * values at once let one be changed without a gap. The time it takes says nothing about the values.
 */
export function createAuthorize(values: readonly string[]): Authorize {
  const known = values.map(digest);
  return (header) => {
    const given = digest(header ?? "");
    let isKnown = false;
    // Every value is compared, also after a match; digests have one length, whatever was sent.
    for (const one of known) if (timingSafeEqual(one, given)) isKnown = true;
    return isKnown && header !== undefined;
  };
}

function digest(text: string): Buffer {
  return hash("sha256", text, "buffer");
}
