import type { DataFilter, DataPoint } from "./exports.ts";
import { eventKindOf } from "./known-names.ts";

/**
 * Returns the rows of a Data Filter that are on. A parent that is off turns off what is below it: event type, event,
 * attribute (mParticle's Data Filter guide).
 */
export function enabledPoints({ points }: DataFilter): readonly DataPoint[] {
  const offTypes = new Set(
    points.filter(({ kind, enabled }) => kind === "event_type" && enabled === false).map(typeOfRow),
  );
  const offEvents = new Set(points.filter(isOffEvent).map(eventKey));
  const on = points.filter((point) => {
    const kind = eventKindOf(point);
    if (point.enabled !== true) return false;
    if (kind === "event" && offTypes.has(point.eventType ?? "unknown")) return false;
    return kind === undefined || !offEvents.has(eventKey(point));
  });
  // Two files may have the same row.
  const keyOf = ({ kind, attribute, ...point }: DataPoint) => {
    return JSON.stringify([kind, point.type, point.name, attribute ?? null, point.eventType ?? null]);
  };
  return [...new Map([...on].reverse().map((point) => [keyOf(point), point])).values()].reverse();
}

function isOffEvent({ kind, enabled }: DataPoint): boolean {
  return (kind === "event" || kind === "screen") && enabled === false;
}

/** Returns what identifies the event or screen that a data point is, or is an attribute of. */
export function eventKey(point: DataPoint): string {
  return JSON.stringify([eventKindOf(point), point.name, point.eventType ?? ""]);
}

function typeOfRow({ eventType, name }: DataPoint): string {
  return eventType ?? name.toLowerCase().replace(/[\s-]+/g, "_");
}
