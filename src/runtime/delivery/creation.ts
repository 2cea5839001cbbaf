import type { QueuedBatch, QueuedRequest } from "../queue/queue.ts";
import { createUserPath } from "./create-user.ts";

const start = "create:";

/** What earlier versions put after a key; the name of an event may end so too. */
const formerEnd = ":create";

/** The key of the request that creates the member of another one: no data point has such a key, see `keyRequests`. */
export const creationKey = (key: string) => `${start}${key}`;

/** Whether a request creates the member of another one. */
export const isCreation = ({ request }: QueuedRequest) => request.path === createUserPath;

/** Whether a batch's member was created, or that was tried in vain: it is not done again. */
export function hasCreated({ requests }: QueuedBatch): boolean {
  return [...requests].some(([key, queued]) => queued === "settled" && key.startsWith(start));
}

/** Whether a key of a batch is that of a request that creates a member. */
export function isCreationKey(key: string, { requests }: QueuedBatch): boolean {
  if (key.startsWith(start)) return true;
  // Of what an earlier version ended, no more than the key is left: a creation comes after the request that needs it.
  const isEnded = requests.get(key) === "settled";
  return isEnded && key.endsWith(formerEnd) && requests.has(key.slice(0, -formerEnd.length));
}

/** Returns a batch as it was read from the queue, where what earlier versions called otherwise has its key of today. */
export function renameCreations(batch: QueuedBatch): QueuedBatch {
  const former = [...batch.requests].filter(
    ([key, queued]) => queued !== "settled" && isCreation(queued) && !key.startsWith(start),
  );
  if (former.length === 0) return batch;
  const requests = new Map(batch.requests);
  for (const [key, queued] of former) {
    requests.delete(key);
    const today = creationKey(key.slice(0, -formerEnd.length));
    // It stays under its old key too; what came of it since is under the new one.
    if (queued !== "settled" && !requests.has(today)) requests.set(today, { ...queued, key: today });
  }
  return { ...batch, requests };
}
