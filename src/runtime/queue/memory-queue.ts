import { mayHaveHadEffect, revive } from "./effect.ts";
import { hashKey } from "./hash-key.ts";
import type {
  DeadLetter,
  DeadLetterFilter,
  DeliveredProfile,
  NewBatch,
  NewDeadLetter,
  Queue,
  QueuedBatch,
  QueuedRequest,
} from "./queue.ts";
import { defaultRetention, type Retention } from "./retention.ts";

interface StoredBatch extends Omit<QueuedBatch, "member" | "requests"> {
  readonly lane: string;
  readonly requests: Map<string, QueuedRequest | "settled">;
}

interface Lane {
  /** When it is due; undefined while it is claimed. */
  dueAt: number | undefined;
  /** In the order of their sequence. */
  batches: StoredBatch[];
}

interface Member {
  profile?: DeliveredProfile | undefined;
  missingSince?: number | undefined;
  forgottenAt?: number | undefined;
}

interface Seen {
  readonly at: number;
  readonly lane: string;
  readonly batch: number;
  readonly key: string;
}

/**
 * Returns a queue that keeps nothing when the process ends. It says in the plainest way what every {@link Queue} does:
 * others are compared with it.
 */
export function createMemoryQueue(retention: Retention = defaultRetention): Queue {
  const lanes = new Map<string, Lane>();
  const batches = new Map<number, StoredBatch>();
  const contents = new Map<string, Seen>();
  const events = new Map<string, Seen>();
  const members = new Map<string, Member>();
  const letters = new Map<number, DeadLetter>();
  let lastSequence = 0;
  let lastLetter = 0;

  function append(batch: Omit<StoredBatch, "sequence">, dueAt: number): StoredBatch {
    const stored = { ...batch, sequence: ++lastSequence };
    batches.set(stored.sequence, stored);
    enter(stored, dueAt);
    return stored;
  }

  function enter(batch: StoredBatch, dueAt: number): void {
    const lane = lanes.get(batch.lane);
    if (lane === undefined) lanes.set(batch.lane, { dueAt, batches: [batch] });
    else lane.batches = [...lane.batches, batch].sort((one, other) => one.sequence - other.sequence);
  }

  function remove(batch: StoredBatch): void {
    batches.delete(batch.sequence);
    const lane = lanes.get(batch.lane);
    if (lane !== undefined) lane.batches = lane.batches.filter((other) => other !== batch);
  }

  function acceptOne(batch: NewBatch): "accepted" | "duplicate" {
    const { contentKey, deadLetter, lane, receivedAt, ...rest } = batch;
    if (contents.has(contentKey)) return "duplicate";
    const stored = { ...rest, lane, receivedAt, only: undefined, requests: new Map() };
    if (deadLetter === undefined) append(stored, receivedAt);
    else addLetter({ ...stored, sequence: ++lastSequence }, deadLetter, receivedAt);
    contents.set(contentKey, { at: receivedAt, lane, batch: lastSequence, key: "" });
    return "accepted";
  }

  function addLetter(batch: StoredBatch, letter: NewDeadLetter, at: number): void {
    const { lane, bytes, identity, receivedAt, madeAt } = batch;
    const id = ++lastLetter;
    letters.set(id, { ...letter, id, at, lane, bytes, batch: { identity, receivedAt, madeAt } });
  }

  function memberOf(externalId: string): Member {
    const key = hashKey(externalId);
    const found = members.get(key) ?? {};
    members.set(key, found);
    return found;
  }

  function queued(batch: StoredBatch): QueuedBatch {
    const { lane, requests, ...rest } = batch;
    const { profile, missingSince, forgottenAt } = members.get(hashKey(lane)) ?? {};
    const member = { profile, missingSince, isForgotten: forgottenAt !== undefined };
    return { ...rest, requests: new Map(requests), member };
  }

  function find({ ids, reason, externalId, before, limit }: DeadLetterFilter): readonly DeadLetter[] {
    return [...letters.values()]
      .filter(({ id }) => (ids?.includes(id) ?? true) && (before === undefined || id < before))
      .filter((letter) => (reason ?? letter.reason) === letter.reason)
      .filter((letter) => (externalId ?? letter.lane) === letter.lane)
      .sort((one, other) => other.id - one.id)
      .slice(0, limit);
  }

  function putBack({ lane, batch, bytes, point, reason, queued }: DeadLetter, now: number): void {
    const requests = new Map<string, QueuedRequest>();
    // What SessionM may have done goes out as it was, under the id that it may remember.
    if (mayHaveHadEffect(reason) && queued !== undefined) requests.set(queued.key, revive(queued));
    append({ ...batch, lane, bytes, only: point, requests }, now);
  }

  return {
    latest: 0,
    accept: async (given) => given.map(acceptOne),
    async claim(limit, now) {
      const waiting = [...lanes]
        .flatMap(([name, lane]) => (lane.dueAt === undefined ? [] : [{ name, lane, dueAt: lane.dueAt }]))
        .sort((one, other) => one.dueAt - other.dueAt || (one.name < other.name ? -1 : 1));
      const claimed = waiting.filter(({ dueAt }) => dueAt <= now).slice(0, limit);
      for (const { lane } of claimed) lane.dueAt = undefined;
      return { lanes: claimed.map(({ name }) => name), nextDueAt: waiting[claimed.length]?.dueAt };
    },
    async next(name, done) {
      const finished = done === undefined ? undefined : batches.get(done);
      if (finished !== undefined) remove(finished);
      const first = lanes.get(name)?.batches[0];
      if (first === undefined) lanes.delete(name);
      return first && queued(first);
    },
    peek: async (name, after) => lanes.get(name)?.batches.find(({ sequence }) => sequence > after)?.bytes,
    async release(name, dueAt) {
      const lane = lanes.get(name);
      if (lane !== undefined) lane.dueAt = dueAt;
    },
    async move(sequence, lane) {
      const batch = batches.get(sequence);
      if (batch === undefined) return;
      remove(batch);
      const moved = { ...batch, lane };
      batches.set(sequence, moved);
      enter(moved, batch.receivedAt);
    },
    async freeze(sequence, request, now) {
      const batch = batches.get(sequence);
      if (batch === undefined) return "duplicate";
      const { key, eventKey } = request;
      const isNew = !batch.requests.has(key);
      if (isNew && eventKey !== undefined && events.has(eventKey)) {
        batch.requests.set(key, "settled");
        return "duplicate";
      }
      if (isNew && eventKey !== undefined) {
        events.set(eventKey, { at: now, lane: request.request.externalId, batch: sequence, key });
      }
      batch.requests.set(key, request);
      return "frozen";
    },
    async thaw(sequence, { key, eventKey }) {
      batches.get(sequence)?.requests.delete(key);
      if (eventKey !== undefined && events.get(eventKey)?.batch === sequence) events.delete(eventKey);
    },
    async settle(sequence, key, settlement, now) {
      const batch = batches.get(sequence);
      if (batch === undefined) return;
      batch.requests.set(key, "settled");
      if (settlement.kind === "delivered" && settlement.profile !== undefined) {
        memberOf(batch.lane).profile = settlement.profile;
      }
      if (settlement.kind !== "dead_letter") return;
      addLetter(batch, settlement.letter, now);
      if (mayHaveHadEffect(settlement.letter.reason)) return;
      for (const [eventKey, seen] of events) {
        if (seen.batch === sequence && seen.key === key) events.delete(eventKey);
      }
    },
    async setMissing(externalId, since) {
      memberOf(externalId).missingSince = since;
    },
    deadLetters: async (filter = {}) => find(filter),
    async retry(ids, now) {
      const found = find({ ids }).toReversed();
      for (const letter of found) {
        letters.delete(letter.id);
        putBack(letter, now);
      }
      return found.length;
    },
    drop: async (ids) => ids.filter((id) => letters.delete(id)).length,
    async forget(externalId, now) {
      const theirs = [...batches.values()].filter(({ lane }) => lane === externalId);
      for (const batch of theirs) remove(batch);
      if (lanes.get(externalId)?.dueAt !== undefined) lanes.delete(externalId);
      const found = find({ externalId });
      for (const { id } of found) letters.delete(id);
      for (const seen of [contents, events]) {
        for (const [key, { lane }] of seen) if (lane === externalId) seen.delete(key);
      }
      members.set(hashKey(externalId), { forgottenAt: now });
      return { batches: theirs.length, deadLetters: found.length };
    },
    async status() {
      const byReason: Record<string, number> = {};
      for (const { reason } of letters.values()) byReason[reason] = (byReason[reason] ?? 0) + 1;
      return {
        batches: batches.size,
        oldestReceivedAt: batches.size === 0 ? undefined : [...batches.values()][0]?.receivedAt,
        lanes: [...lanes.values()].filter((lane) => lane.batches.length > 0).length,
        deadLetters: letters.size,
        deadLettersByReason: byReason,
        isAccepting: true,
      };
    },
    async tidy(now) {
      for (const seen of [contents, events]) {
        for (const [key, { at }] of seen) if (at < now - retention.seenMilliseconds) seen.delete(key);
        for (const key of [...seen.keys()].slice(0, Math.max(0, seen.size - retention.seenMost)))
          seen.delete(key);
      }
      for (const { id, at } of letters.values()) {
        if (at < now - retention.deadLetterMilliseconds) letters.delete(id);
      }
      for (const member of members.values()) {
        const { profile } = member;
        if (profile !== undefined && profile.deliveredAt < now - retention.memberMilliseconds) {
          member.profile = undefined;
        }
      }
    },
    close: async () => {},
  };
}
