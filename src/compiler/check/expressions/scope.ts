/** What an expression can read where it stands (`language.md` §3, Sources). */
export interface Scope {
  /** Whether there is an attribute whose `value` it can read. */
  readonly hasValue: boolean;
  /** Whether there is an event. */
  readonly hasEvent: boolean;
  /** The place in words, for messages. */
  readonly where: string;
}

/** The scopes, by where an expression stands. */
export const scopes = {
  batch: { hasValue: false, hasEvent: false, where: "in a condition on the batch" },
  profile: { hasValue: false, hasEvent: false, where: "in a condition on the profile" },
  userAttribute: { hasValue: true, hasEvent: false, where: "in the profile" },
  event: { hasValue: false, hasEvent: true, where: "in a condition on an event" },
  eventAttribute: { hasValue: true, hasEvent: true, where: "in an event" },
} as const satisfies Readonly<Record<string, Scope>>;
