/** What the SessionM host is, as stated; a loopback address is staging without being asked. */
export type Destination = "production" | "staging";

/** Returns what a host is; undefined where nobody said. Names are not looked at: a guess would be wrong one day. */
export function destinationOf(origin: string, stated: Destination | undefined): Destination | undefined {
  if (stated !== undefined) return stated;
  return /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(new URL(origin).hostname) ? "staging" : undefined;
}

/**
 * Returns why batches of these environments may not go to a host, in a sentence; undefined where they may. The
 * waybill's `source.environments` decides which batches are sent at all.
 */
export function findMixture(
  environments: readonly string[],
  origin: string,
  stated: Destination | undefined,
): string | undefined {
  const destination = destinationOf(origin, stated);
  if (destination === undefined) {
    return `Say whether ${origin} is production or staging with \`--destination\`.`;
  }
  const fitting = destination === "production" ? "production" : "development";
  const others = environments.filter((environment) => environment !== fitting);
  if (others.length === 0) return undefined;
  return `${origin} is ${destination}, and the waybill's \`source.environments\` lets ${others.join(" and ")} batches through. Change one of them, or allow it with \`--mix-environments\`.`;
}
