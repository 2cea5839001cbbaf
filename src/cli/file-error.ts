import { InputProblem } from "./input-problem.ts";

/** A file that cannot be read or written, or a folder that cannot be made; the message is one line for the user. */
export class FileError extends InputProblem {
  readonly code: string;
  /** Why, as a part of a sentence. */
  readonly reason: string;
  constructor(verb: "make" | "read" | "write", file: string, cause: unknown) {
    const code = codeOf(cause);
    const reason = (code === "ENOENT" ? missing[verb] : reasons.get(code)) ?? code;
    super(`Cannot ${verb} \`${file}\`: ${reason}.`, { cause });
    this.code = code;
    this.reason = reason;
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EEXIST", "there is a file of that name"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a file stands where a folder should be"],
  ["EACCES", "permission denied"],
  ["ENOSPC", "no space is left"],
]);

const missing = {
  make: "no folder can be made there",
  read: "there is no such file",
  write: "its folder is not there",
} as const;

/** Errors without a code are not about files, and thrown again. */
function codeOf(cause: unknown): string {
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  throw cause;
}
