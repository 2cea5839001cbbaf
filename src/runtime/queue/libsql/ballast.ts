import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A file that takes up room until the disk is full: then it goes, and what is under way can be finished. */
export interface Ballast {
  /** Says whether there is room for more batches. */
  hasRoom(now: number): boolean;
  release(): void;
}

/** Options of {@link createBallast}. */
export interface BallastOptions {
  readonly folder: string;
  /** Below this much free space nothing is taken in. */
  readonly floorBytes: number;
  readonly ballastBytes: number;
}

/** Returns a {@link Ballast}, in place where there is room for it. */
export function createBallast({ folder, floorBytes, ballastBytes }: BallastOptions): Ballast {
  const file = join(folder, "ballast");
  let checkedAt = Number.NEGATIVE_INFINITY;
  let hasRoom = true;

  function check(): boolean {
    const free = freeBytes(folder);
    if (!existsSync(file) && free > floorBytes + 2 * ballastBytes) write(file, ballastBytes);
    // Without the ballast, room that is left is for what is under way.
    return free > floorBytes && (ballastBytes === 0 || existsSync(file));
  }

  check();
  return {
    hasRoom(now) {
      if (Math.abs(now - checkedAt) >= 1000) {
        checkedAt = now;
        hasRoom = check();
      }
      return hasRoom;
    },
    release() {
      rmSync(file, { force: true });
      hasRoom = false;
      checkedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function write(file: string, bytes: number): void {
  const handle = openSync(file, "w", 0o600);
  try {
    // Written, not only measured out: a file with holes takes no room.
    const block = Buffer.alloc(1 << 20, 1);
    for (let left = bytes; left > 0; left -= block.length)
      writeSync(handle, block, 0, Math.min(left, block.length));
    fsyncSync(handle);
  } catch {
    rmSync(file, { force: true });
  } finally {
    closeSync(handle);
  }
}
