import TinyQueue from "tinyqueue";

/** The lanes that have work: by when they are due, or claimed by a worker. It is in memory alone. */
export interface LaneBook {
  /** Adds a lane that is due at a time; one that is there keeps its own. */
  enter(lane: string, dueAt: number): void;
  has(lane: string): boolean;
  isClaimed(lane: string): boolean;
  claim(lanes: readonly string[]): void;
  /** Gives a lane a time, and takes it from its worker. */
  release(lane: string, dueAt: number): void;
  remove(lane: string): void;
  /** The lanes that no worker has, those that are due first, as many as are asked for. */
  first(count: number): readonly Due[];
  size(): number;
}

/** A lane that waits for its time. */
export interface Due {
  readonly lane: string;
  readonly dueAt: number;
}

/** Returns an empty {@link LaneBook}. */
export function createLaneBook(): LaneBook {
  /** A lane that is claimed has no time. */
  const lanes = new Map<string, Due | undefined>();
  // What got another time since it was put in line is still there, and left out when it comes up.
  const line = new TinyQueue<Due>([], compare);

  function release(lane: string, dueAt: number): void {
    const due = { lane, dueAt };
    lanes.set(lane, due);
    line.push(due);
  }

  return {
    enter(lane, dueAt) {
      if (!lanes.has(lane)) release(lane, dueAt);
    },
    has: (lane) => lanes.has(lane),
    isClaimed: (lane) => lanes.has(lane) && lanes.get(lane) === undefined,
    claim(names) {
      for (const lane of names) lanes.set(lane, undefined);
    },
    release,
    remove: (lane) => void lanes.delete(lane),
    first(count) {
      const found: Due[] = [];
      while (found.length < count) {
        const due = line.pop();
        if (due === undefined) break;
        if (lanes.get(due.lane) === due) found.push(due);
      }
      for (const due of found) line.push(due);
      return found;
    },
    size: () => lanes.size,
  };
}

function compare(one: Due, other: Due): number {
  return one.dueAt - other.dueAt || (one.lane < other.lane ? -1 : 1);
}
