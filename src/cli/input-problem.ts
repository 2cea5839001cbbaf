/** A problem with a file or with input: printed as one line, exit status 1. */
export class InputProblem extends Error {}
