import type { EventEntry, Program } from "../program.ts";
import type { FiniteContext } from "./classes.ts";

/** Returns what is known of the batches that pass the gate of a program, where the event of an entry is, or none. */
export function finiteContext({ source }: Program, event: EventEntry | undefined): FiniteContext {
  const eventName = event && { text: event.name, isExact: source.names === "exact" };
  return { platforms: source.platforms.value, environments: source.environments.value, eventName };
}
