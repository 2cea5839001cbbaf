import type { Database } from "./database.ts";
import type { Lanes } from "./lanes.ts";
import type { Seen } from "./seen.ts";

/** All that a queue keeps: the tables, and what is known of them in memory. */
export interface Store {
  readonly database: Database;
  readonly lanes: Lanes;
  /** Contents of batches, by the `contentKey` of `NewBatch`. */
  readonly contents: Seen;
  /** Events, by the `eventKey` of `QueuedRequest`. */
  readonly events: Seen;
}
