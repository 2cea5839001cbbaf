import { InputProblem } from "./input-problem.ts";

/** A file that cannot be read or written; the message is one line for the user. */
export class FileError extends InputProblem {
  readonly code: string;
  /** Why, as a part of a sentence. */
  readonly reason: string;
  constructor(verb: "read" | "write", file: string, cause: unknown) {
    const code = codeOf(cause);
    const isFolderMissing = verb === "write" && code === "ENOENT";
    const reason = isFolderMissing ? "its folder is not there" : (reasons.get(code) ?? code);
    super(`Cannot ${verb} \`${file}\`: ${reason}.`, { cause });
    this.code = code;
    this.reason = reason;
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["EISDIR", "it is a folder"],
  ["EACCES", "permission denied"],
  ["ENOSPC", "no space is left"],
]);

/** Errors without a code are not about files, and thrown again. */
function codeOf(cause: unknown): string {
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  throw cause;
}
