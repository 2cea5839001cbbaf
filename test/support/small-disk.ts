import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, type TestContext } from "vitest";

/** Mounts a disk of so many megabytes until the test ends; where this user may not, the test is skipped. */
export function mountSmallDisk(megabytes: number, context: Pick<TestContext, "skip">): string {
  const folder = mkdtempSync(join(tmpdir(), "waybill-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "pipe" });
  } catch (error) {
    rmSync(folder, { recursive: true });
    context.skip(`A disk cannot be mounted here: ${error instanceof Error ? error.message : error}`);
  }
  onTestFinished(() => {
    // Lazily: the driver closes its files when its memory is collected.
    execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
