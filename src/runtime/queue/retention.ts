const day = 24 * 3_600_000;

/** How long a queue remembers what it no longer has to deliver, in milliseconds, and of how many things at most. */
export interface Retention {
  /** Batches and events that came before are recognised for this long. */
  readonly seenMilliseconds: number;
  /** How many batches, and how many events, are recognised at most: the oldest are forgotten. */
  readonly seenMost: number;
  readonly deadLetterMilliseconds: number;
  /** What was last delivered for a member. */
  readonly memberMilliseconds: number;
}

/** The retention where an operator says nothing. */
export const defaultRetention: Retention = {
  seenMilliseconds: 7 * day,
  seenMost: 10_000_000,
  deadLetterMilliseconds: 30 * day,
  memberMilliseconds: 30 * day,
};
