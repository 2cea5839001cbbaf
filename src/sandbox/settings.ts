import type { FaultChance } from "./faults.ts";
import type { Credentials } from "./gate.ts";
import type { AttributeType } from "./rules.ts";
import type { ScriptRule } from "./script.ts";
import type { SeedUser } from "./seed-user.ts";
import type { Switches } from "./switches.ts";

/** What a sandbox starts with, and returns to when it is reset. */
export interface Settings extends Credentials {
  readonly switches: Switches;
  readonly script: readonly ScriptRule[];
  readonly faults: readonly FaultChance[];
  /** Makes random faults repeat. */
  readonly seed: number;
  /** The users that exist at the start. */
  readonly users: readonly SeedUser[];
  /** The event names that are defined; undefined means all. */
  readonly events: ReadonlySet<string> | undefined;
  /** The custom attributes that are defined; undefined means all. */
  readonly attributes: ReadonlyMap<string, AttributeType> | undefined;
  /** The time in milliseconds. */
  readonly clock: () => number;
}
