import type { UndeliveredReason } from "../delivery/outcome.ts";
import type { Request } from "../emitted/result.ts";

/**
 * Where accepted batches are until each of their data points has an outcome. A batch stands in a lane, one for each
 * external id. Whoever claims a lane has it alone, until it is released. Every method keeps its promise only when it
 * resolves: what it did is then on disk, in an implementation that has one. What `claim`, `next`, `release` and `tidy`
 * did outlives the process alone: where the machine fails it is done again, to the same end. Calls take effect in the
 * order they are made. Calls about a batch that is no longer there have no effect, so erasing a person needs no
 * coordination.
 */
export interface Queue {
  /** Puts batches at the end of their lanes, all or none. Rejects with a {@link QueueFull} where there is no room. */
  accept(batches: readonly NewBatch[]): Promise<readonly ("accepted" | "duplicate")[]>;
  /** Claims lanes that have work and are due, those that wait longest first. */
  claim(limit: number, now: number): Promise<Claim>;
  /** The first batch of a claimed lane; where there is none the lane is given up. A batch that is `done` is removed before. */
  next(lane: string, done?: number): Promise<QueuedBatch | undefined>;
  /** The batch after one in its lane. */
  peek(lane: string, after: number): Promise<Uint8Array | undefined>;
  /** Gives a claimed lane up until it is due. */
  release(lane: string, dueAt: number): Promise<void>;
  /** Moves a batch of which nothing was attempted to another lane, at its place by age. */
  move(batch: number, lane: string): Promise<void>;
  /**
   * Fixes a request's bytes and `Message-ID` before its first attempt, and notes that an attempt begins and what came
   * of it. Gives `duplicate` where another batch has brought the same event, see {@link QueuedRequest.eventKey}, and
   * where the batch is no longer there.
   */
  freeze(batch: number, request: QueuedRequest, now: number): Promise<"frozen" | "duplicate">;
  /** Takes back what `freeze` fixed just before, of which nothing was sent: it is made anew. */
  thaw(batch: number, request: QueuedRequest): Promise<void>;
  /** Ends a data point: it is not attempted again. */
  settle(batch: number, key: string, settlement: Settlement, now: number): Promise<void>;
  /** Notes since when SessionM does not know a member; undefined where it does. */
  setMissing(externalId: string, since: number | undefined): Promise<void>;
  /** Dead letters, the latest first. */
  deadLetters(filter?: DeadLetterFilter): Promise<readonly DeadLetter[]>;
  /** Puts dead letters back into their lanes, to be made anew by the forwarder; says how many there were. */
  retry(ids: readonly number[], now: number): Promise<number>;
  /** Deletes dead letters; says how many there were. */
  drop(ids: readonly number[]): Promise<number>;
  /** Erases a person from everything, but for a hash that blocks creating the member again. */
  forget(externalId: string, now: number): Promise<Forgotten>;
  status(): Promise<QueueStatus>;
  /** Removes what is past its time and gives room back; to be called now and then. */
  tidy(now: number): Promise<void>;
  /** The latest time that anything was done at, before this process: time goes on from there. */
  readonly latest: number;
  /** Finishes what was asked for, and frees the queue for another process. */
  close(): Promise<void>;
}

/** The queue has no room: nothing was taken in. The sender is to come again. */
export class QueueFull extends Error {
  constructor(message = "There is no room for more batches.", options?: ErrorOptions) {
    super(message, options);
    this.name = "QueueFull";
  }
}

/** A batch to put into a queue. */
export interface NewBatch {
  /** As they were received. */
  readonly bytes: Uint8Array;
  /** The external id that the forwarder gives the batch. */
  readonly lane: string;
  /** The batch's identity (`language.md` §4.19). */
  readonly identity: string;
  /** A hash of the content: the same content is a duplicate for 7 days. */
  readonly contentKey: string;
  readonly receivedAt: number;
  /** The batch's own time, or else the time it was received. */
  readonly madeAt: number;
  /** Where nothing can be made of the batch, it becomes a dead letter at once. */
  readonly deadLetter?: NewDeadLetter | undefined;
}

/** Lanes that were claimed. */
export interface Claim {
  readonly lanes: readonly string[];
  /** When the next lane is due; undefined where none waits. */
  readonly nextDueAt: number | undefined;
}

/** A batch at the head of its lane. */
export interface QueuedBatch {
  readonly sequence: number;
  readonly bytes: Uint8Array;
  readonly identity: string;
  readonly receivedAt: number;
  readonly madeAt: number;
  /** What was attempted or ended, by {@link QueuedRequest.key}. */
  readonly requests: ReadonlyMap<string, QueuedRequest | "settled">;
  /** Where it came back from a dead letter: only this data point is wanted. */
  readonly only: DataPoint | undefined;
  readonly member: MemberState;
}

/** One data point of a batch. */
export interface DataPoint {
  readonly position: number;
  readonly key: string;
}

/** What is known of a member. */
export interface MemberState {
  readonly profile: DeliveredProfile | undefined;
  readonly missingSince: number | undefined;
  /** Whether the person was erased: the member is not created again. */
  readonly isForgotten: boolean;
}

/** The last profile that SessionM took for a member. */
export interface DeliveredProfile {
  /** A hash of its body. */
  readonly hash: string;
  /** The time of its batch. */
  readonly madeAt: number;
  readonly deliveredAt: number;
}

/** A request that was attempted. Path, bytes and the event's key never change after the first attempt. */
export interface QueuedRequest {
  /** Which data point of its batch it is: the same under every build of the waybill. */
  readonly key: string;
  readonly request: Request;
  readonly messageId: string;
  /** Counts the `Message-ID`s of this request. It grows only where SessionM repeats an error from its cache. */
  readonly generation: number;
  /** The hash of the build that made it. */
  readonly waybill: string;
  /** External id, SessionM name and `transaction_id`, hashed; events only. */
  readonly eventKey?: string | undefined;
  readonly attempts: number;
  readonly firstAttemptAt?: number | undefined;
  /** When the attempt began that is under way: whoever reads it again does not know what came of it. */
  readonly inFlightSince?: number | undefined;
  /** When the first attempt under this id was made that SessionM may have processed without our knowing. */
  readonly firstAmbiguousAt?: number | undefined;
  /** The last answers, without bodies. */
  readonly answers: readonly AnswerNote[];
}

/** How an attempt ended. `ambiguous`: it may have been processed. */
export type AttemptOutcome = "delivered" | "not_sent" | "refused" | "ambiguous";

/** What is kept of an answer: no body, and no credentials. */
export interface AnswerNote {
  readonly at: number;
  readonly outcome: AttemptOutcome;
  readonly status?: number | undefined;
  /** SessionM's error code in lower case, or the network's; `interrupted` where nobody noted the end. */
  readonly code?: string | undefined;
  /** Undefined where nobody noted the end. */
  readonly milliseconds?: number | undefined;
}

/** Why a data point was not sent, on purpose. */
export type SkipReason =
  | "duplicate_event"
  | "stale_profile"
  | "superseded_profile"
  | "unchanged_profile"
  | "too_old"
  | "forgotten";

/** Why a data point became a dead letter. */
export type DeadLetterReason =
  | Exclude<UndeliveredReason, "stopped" | "configuration">
  | "malformed"
  | "failed";

/** How a data point ended. */
export type Settlement =
  | { readonly kind: "delivered"; readonly profile?: DeliveredProfile | undefined }
  | { readonly kind: "skipped"; readonly reason: SkipReason }
  | { readonly kind: "dead_letter"; readonly letter: NewDeadLetter };

/** A dead letter to keep. */
export interface NewDeadLetter {
  readonly reason: DeadLetterReason;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  /** The waybill entry, `file:line`; empty where none had a part in it. */
  readonly place: string;
  readonly waybill: string;
  /** The data point; undefined where the batch as a whole is meant. */
  readonly point: DataPoint | undefined;
  /** The request as it was, or would have been, attempted; undefined where none was made. */
  readonly queued: QueuedRequest | undefined;
}

/** A dead letter as it is kept. */
export interface DeadLetter extends NewDeadLetter {
  readonly id: number;
  readonly at: number;
  readonly lane: string;
  readonly batch: { readonly identity: string; readonly receivedAt: number; readonly madeAt: number };
  /** The batch's original bytes. */
  readonly bytes: Uint8Array;
}

/** Which dead letters are meant; all where nothing is said. */
export interface DeadLetterFilter {
  readonly ids?: readonly number[] | undefined;
  readonly reason?: string | undefined;
  readonly externalId?: string | undefined;
  readonly limit?: number | undefined;
  /** Only those with a smaller id: for reading page by page. */
  readonly before?: number | undefined;
}

/** What was erased of a person. */
export interface Forgotten {
  readonly batches: number;
  readonly deadLetters: number;
}

/** A queue in numbers. */
export interface QueueStatus {
  /** Batches that wait or are under way. */
  readonly batches: number;
  /** When the oldest of them was received. */
  readonly oldestReceivedAt: number | undefined;
  /** Lanes with work. */
  readonly lanes: number;
  readonly deadLetters: number;
  readonly deadLettersByReason: Readonly<Record<string, number>>;
  /** Whether batches are taken in. */
  readonly isAccepting: boolean;
}
