/** A mistake in what the user gave to the sandbox: a switch, a fault, a script. */
export interface Problem {
  readonly problem: string;
  readonly hint?: string | undefined;
}

/** Whether a parse function returned a {@link Problem} in place of its result. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "problem" in value;
}

/** Returns all results of a parse function, or the first problem among them. */
export function allOrProblem<Item>(parsed: readonly (Item | Problem)[]): readonly Item[] | Problem {
  return parsed.find(isProblem) ?? parsed.filter((item): item is Item => !isProblem(item));
}
