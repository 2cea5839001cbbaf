import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

/** A repository that is removed when the test ends. */
export interface TestRepository {
  readonly folder: string;
  /** Writes files (or removes those that are null) and commits all. */
  commit(files: Readonly<Record<string, string | null>>, author?: string, date?: string): void;
  git(...args: readonly string[]): string;
}

/** Returns an empty repository on the branch `main`, whatever git is configured to on this machine. */
export function gitRepository(): TestRepository {
  const folder = temporaryFolder();
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", ...env },
    });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  };
  run(["init", "--quiet", "--initial-branch", "main"]);
  return {
    folder,
    git: (...args) => run(args),
    commit(files, author = "Robin Lee", date = "2026-03-01T12:00:00Z") {
      for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
      run(["add", "--all"]);
      const email = `${author.split(" ")[0]?.toLowerCase()}@example.com`;
      run(["commit", "--quiet", "--allow-empty", "--message", "A change"], {
        ...{ GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date },
        ...{ GIT_COMMITTER_NAME: author, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date },
      });
    },
  };
}

function write(path: string, text: string | null): void {
  if (text === null) return rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
