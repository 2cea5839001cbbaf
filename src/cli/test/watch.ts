import { type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { Host } from "../host.ts";

/** Editors write a file in several steps. */
const quietMilliseconds = 100;

/** Calls `run` again whenever one of the files changes that it returned last, until there is an interrupt. */
export async function runOnChange(run: () => Promise<readonly string[]>, host: Host): Promise<void> {
  let isStopped = false;
  let wake = () => {};
  const offInterrupt = host.onInterrupt(() => {
    isStopped = true;
    wake();
  });
  while (!isStopped) {
    const files = await run();
    if (!isStopped) {
      await change(new Set(files), (stop) => {
        wake = stop;
      });
    }
  }
  offInterrupt();
}

/** Resolves when one of the files has changed and been quiet for a moment, or when it is told to stop. */
function change(files: ReadonlySet<string>, onStart: (stop: () => void) => void): Promise<void> {
  return new Promise((resolvePromise) => {
    let timer: NodeJS.Timeout | undefined;
    // Folders are watched, not files: editors replace a file by a new one.
    const watchers = [...new Set([...files].map((file) => dirname(file)))].flatMap((folder) =>
      watchFolder(folder, (name) => {
        if (!files.has(join(folder, name)) && !name.includes(".test.")) return;
        clearTimeout(timer);
        timer = setTimeout(finish, quietMilliseconds);
      }),
    );
    function finish(): void {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      resolvePromise();
    }
    onStart(finish);
  });
}

function watchFolder(folder: string, onChange: (name: string) => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, (_, name) => onChange(name ?? ""));
    watcher.on("error", () => watcher.close());
    return [watcher];
  } catch {
    // The folder is gone; what is in it cannot change.
    return [];
  }
}
