import { keyRequests } from "../../runtime/delivery/request-key.ts";
import { mayHaveHadEffect } from "../../runtime/queue/effect.ts";
import type { DeadLetter } from "../../runtime/queue/queue.ts";
import type { Forwarder } from "../forwarder.ts";

/** What would become of a dead letter that is put back now. `succeeds`: as far as one can know. */
export type Replayed = "would_succeed" | "would_fail" | "would_be_dropped" | "may_count_twice";

/** Why SessionM refuses the same bytes again. */
const refusedForData: ReadonlySet<string> = new Set([
  "validation",
  "missing_data",
  "argument_error",
  "not_available",
  "not_found",
  "no_active_campaign_found",
  "refused",
]);

/** Says what a forwarder now makes of a dead letter. */
export function replay({ bytes, point, reason, queued }: DeadLetter, { forward }: Forwarder): Replayed {
  if (mayHaveHadEffect(reason) && queued !== undefined) return "may_count_twice";
  try {
    const { requests, drops } = forward(bytes);
    if (point === undefined) {
      if (requests.length > 0) return "would_succeed";
      return drops.malformed === undefined ? "would_be_dropped" : "would_fail";
    }
    const made = keyRequests(requests);
    const same = made.find(({ key }) => key === point.key);
    const again = same ?? made.find(({ request }) => request.position === point.position);
    if (again === undefined) return "would_be_dropped";
    const isSame = again.request.body === queued?.request.body && again.request.path === queued.request.path;
    return isSame && refusedForData.has(reason) ? "would_fail" : "would_succeed";
  } catch {
    return "would_fail";
  }
}
