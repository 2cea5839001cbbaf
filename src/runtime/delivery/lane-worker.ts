import type { Request } from "../emitted/result.ts";
import type { QueuedBatch } from "../queue/queue.ts";
import { type BatchWork, type LaneContext, type Progress, settled } from "./batch-work.ts";
import { hasCreated, isCreation, isCreationKey, renameCreations } from "./creation.ts";
import { deliverPoint, endPoint } from "./deliver-point.ts";
import type { RunningForwarder } from "./dispatcher-options.ts";
import { deadLetter } from "./intake.ts";
import { noteInterrupted } from "./note-interrupted.ts";
import { type KeyedRequest, keyRequests, positionOf } from "./request-key.ts";

/** Delivers the batches of a lane that was claimed, one after another, until it is empty or has to wait. */
export async function workLane(lane: string, context: LaneContext): Promise<void> {
  const { queue } = context;
  let done: number | undefined;
  for (;;) {
    const batch = await queue.next(lane, done);
    if (batch === undefined) return;
    done = undefined;
    const end = await workBatch(noteInterrupted(renameCreations(batch)), lane, context);
    if (end.kind === "wait") return queue.release(lane, end.until);
    if (end.kind === "settled") done = batch.sequence;
  }
}

async function workBatch(
  batch: QueuedBatch,
  lane: string,
  context: LaneContext,
): Promise<Progress | { readonly kind: "moved" }> {
  const { queue, forwarder, now } = context;
  const running = forwarder();
  const requests = makeRequests(batch, running, context);
  const first = requests?.[0];
  if (first !== undefined && first.externalId !== lane && batch.requests.size === 0) {
    // Another build may give it another member.
    await queue.move(batch.sequence, first.externalId);
    return { kind: "moved" };
  }
  const member = { missingSince: batch.member.missingSince, hasCreated: hasCreated(batch) };
  const work = { ...context, batch, running, member, settling: [] };
  // What was attempted goes on as it was, whatever can be made of the rest.
  const progress = await workPoints(pointsOf(batch, requests ?? []), work);
  await Promise.all(work.settling);
  if (requests === undefined && progress.kind === "settled") {
    const letter = deadLetter("failed", running);
    await queue.settle(batch.sequence, "", { kind: "dead_letter", letter }, now());
  }
  return progress;
}

/** What the forwarder makes of a batch; undefined where it fails. */
function makeRequests(
  { bytes }: QueuedBatch,
  { forward }: RunningForwarder,
  { observe }: LaneContext,
): readonly Request[] | undefined {
  try {
    return forward(bytes).requests;
  } catch (error) {
    observe({ kind: "failed", error });
    return undefined;
  }
}

/** What is to be delivered of a batch: what was attempted as it was, the rest as the forwarder makes it now. */
function pointsOf(batch: QueuedBatch, requests: readonly Request[]): readonly KeyedRequest[] {
  const made = keyRequests(requests);
  const { only } = batch;
  const isWanted = ({ key, request }: KeyedRequest) =>
    only === undefined || key === only.key || (!hasKey && request.position === only.position);
  const hasKey = made.some(({ key }) => key === only?.key);
  const wanted = withoutRenamed(made.filter(isWanted), made, batch);
  const attempted = [...batch.requests.values()].flatMap((queued) => {
    if (queued === "settled" || isCreation(queued) || wanted.some(({ key }) => key === queued.key)) return [];
    return [{ key: queued.key, request: queued.request, event: undefined }];
  });
  return [...wanted, ...attempted].sort((one, other) => one.request.position - other.request.position);
}

/** Leaves out what another build had begun under another name: once is enough. */
function withoutRenamed(
  wanted: readonly KeyedRequest[],
  made: readonly KeyedRequest[],
  batch: QueuedBatch,
): readonly KeyedRequest[] {
  const { requests } = batch;
  const known = new Set(made.map(({ key }) => key));
  const begun = [...requests.keys()]
    .filter((key) => !known.has(key) && !isCreationKey(key, batch))
    .map(positionOf);
  return wanted.filter(({ key, request }) => {
    const index = requests.has(key) ? -1 : begun.indexOf(request.position);
    if (index >= 0) begun.splice(index, 1);
    return index < 0;
  });
}

async function workPoints(points: readonly KeyedRequest[], work: BatchWork): Promise<Progress> {
  for (const [index, point] of points.entries()) {
    const isLast = index === points.length - 1;
    const progress = await deliverPoint(point, isLast, work);
    if (progress.kind === "wait") return progress;
    if (progress.kind !== "batch_ends") continue;
    for (const rest of points.slice(index + 1)) endPoint(rest, progress.how, work);
    return settled;
  }
  return settled;
}
