import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { openQueue, openQueueBeside } from "../../runtime/queue/libsql/open.ts";
import type { Queue } from "../../runtime/queue/queue.ts";
import type { Host } from "../host.ts";
import { InputProblem } from "../input-problem.ts";

/** Where the service keeps its queue unless told otherwise. */
export const defaultFolder = ".waybill/serve";

/** Calls work with the queue in a folder, whether a service runs on it or not, and closes it. */
export async function withQueue<T>(
  folder: string,
  host: Host,
  work: (queue: Queue) => Promise<T>,
): Promise<T> {
  const path = resolve(host.cwd, folder);
  if (!existsSync(join(path, "queue.db")))
    throw new InputProblem(`There is no queue in \`${folder}\`. \`--data-dir\` says where it is.`);
  const queue = await openEither(path).catch(asProblem);
  try {
    return await work(queue);
  } finally {
    await queue.close();
  }
}

async function openEither(folder: string): Promise<Queue> {
  try {
    return await openQueue({ folder, ballastBytes: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === "QueueLocked") return openQueueBeside({ folder });
    throw error;
  }
}

/** Another version's queue is no bug of this one. */
function asProblem(error: unknown): never {
  if (error instanceof Error && error.name === "QueueVersion") throw new InputProblem(error.message);
  throw error;
}
