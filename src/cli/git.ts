/** Reads a repository through the `git` that is installed. Changes nothing, and reaches no network. */
import { spawnSync } from "node:child_process";
import { nearest } from "../compiler/diagnostics/suggest.ts";
import { InputProblem } from "./input-problem.ts";

/** A repository that a folder is in. */
export interface Repository {
  /** Its topmost folder, as an absolute path. */
  readonly root: string;
  /** The folder within it, with a slash at the end; empty for the topmost one. */
  readonly prefix: string;
  /** Runs git in the folder and returns what it prints; undefined where it fails. */
  readonly run: (args: readonly string[], input?: string) => Buffer | undefined;
}

/** A blob of a commit is at most as large as a batch file may sensibly be. */
const mostBytes = 512 * 1024 * 1024;

/** Returns the repository of a folder; undefined where there is none. Throws InputProblem where there is no git. */
export function openRepository(folder: string): Repository | undefined {
  const run: Repository["run"] = (args, input) => {
    const { status, stdout, error } = spawnSync("git", ["--no-optional-locks", ...args], {
      cwd: folder,
      input: input ?? "",
      maxBuffer: mostBytes,
      env: { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    if (error !== undefined) throw gitProblem(error);
    return status === 0 ? stdout : undefined;
  };
  const found = run(["rev-parse", "--show-toplevel", "--show-prefix"])?.toString().split("\n");
  return found === undefined ? undefined : { root: found[0] ?? folder, prefix: found[1] ?? "", run };
}

function gitProblem(error: Error): Error {
  const code = "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new InputProblem("`git` is not installed, or not on the PATH.");
  return code === "ENOBUFS" ? new InputProblem("A file of the repository is larger than 512 MiB.") : error;
}

/**
 * Returns the commit that a revision names; undefined where there is none. Before the first commit `HEAD` is the empty
 * tree: everything is new.
 */
export function findCommit(revision: string, { run }: Repository): string | undefined {
  const find = (name: string) => run(["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
  const isFirst = revision === "HEAD" && find("HEAD") === undefined;
  const found = isFirst ? run(["hash-object", "-t", "tree", "--stdin"]) : find(`${revision}^{commit}`);
  return found?.toString().trim();
}

/** Returns why a revision is none, and what may have been meant. */
export function noSuchRevision(revision: string, { run }: Repository): string {
  const names = run(["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"]);
  const near = nearest(revision, (names?.toString() ?? "").split("\n").filter(Boolean));
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  const isShallow = run(["rev-parse", "--is-shallow-repository"])?.toString().trim() === "true";
  return isShallow
    ? "This clone is shallow: fetch the revision first (in CI, `fetch-depth: 0`)."
    : "`git log` and `git branch --all` list what there is.";
}

/** Returns the files of a commit in a folder and its folders, as paths from the topmost folder. */
export function filesOfCommit(commit: string, folder: string, { run, root }: Repository): readonly string[] {
  const at = folder === "" || folder === "." ? [] : ["--", folder];
  const listed = run(["-C", root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, ...at]);
  return (listed?.toString() ?? "").split("\0").filter(Boolean);
}

/** A file of a commit, or why there is none. */
export type CommitFile =
  | { readonly kind: "file"; readonly bytes: Buffer; readonly id: string }
  | { readonly kind: "folder" | "missing" | "outside" };

/** Returns a file of a commit by its path from the topmost folder; links within the repository are followed. */
export function readCommitFile(commit: string, path: string, { run }: Repository): CommitFile {
  if (path.includes("\n")) return { kind: "missing" };
  const answer = run(["cat-file", "--batch", "--follow-symlinks"], `${commit}:${path}\n`);
  const end = answer?.indexOf("\n") ?? -1;
  if (answer === undefined || end < 0) return { kind: "missing" };
  const head = answer.subarray(0, end).toString();
  const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(head) ?? [];
  if (id === undefined) return { kind: head.startsWith("symlink ") ? "outside" : "missing" };
  if (type !== "blob") return { kind: "folder" };
  // Two paths to one content are mostly two files; the path tells them apart.
  return { kind: "file", bytes: answer.subarray(end + 1, end + 1 + Number(size)), id: path };
}
