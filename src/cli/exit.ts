/** Exit statuses of every command (`language.md` §6). */
export const exit = {
  fine: 0,
  problems: 1,
  usage: 2,
  notDelivered: 3,
  bug: 70,
} as const;

/** Wrong usage of a command: printed as one line with a hint, exit status 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
