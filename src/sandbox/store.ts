import type { EventLog } from "./event-log.ts";
import type { Users } from "./users.ts";

/** What the sandbox remembers of members. */
export interface Store {
  readonly users: Users;
  readonly events: EventLog;
}
