/** What a forwarder can be built for (`language.md` §6, `build --target`). */
export const targets = ["module", "node", "lambda"] as const;

/** One of {@link targets}. */
export type Target = (typeof targets)[number];
