import type { DeadLetter } from "../../runtime/queue/queue.ts";

/** A dead letter on one line: no personal data is in it. */
export function renderLine({ id, at, reason, code, status, place, point, batch }: DeadLetter): string {
  const what = point === undefined ? "batch" : point.position < 0 ? "profile" : `event ${point.position}`;
  const answer = [status, code].filter((part) => part !== undefined).join(" ");
  const columns = [
    String(id).padStart(6),
    new Date(at).toISOString(),
    reason.padEnd(16),
    what.padEnd(9),
    (place || "-").padEnd(24),
    batch.identity || "-",
    answer && `(${answer})`,
  ];
  return `${columns.join("  ").trimEnd()}\n`;
}

/** Everything about a dead letter, as JSON on one line. The batch is text, so that no digit of it is lost. */
export function renderLetter({ bytes, queued, ...letter }: DeadLetter): string {
  const { at, batch, lane, place, point, ...rest } = letter;
  const request = queued && {
    method: queued.request.method,
    path: queued.request.path,
    message_id: queued.messageId,
    body: queued.request.body,
  };
  return `${JSON.stringify({
    ...rest,
    at: new Date(at).toISOString(),
    external_id: lane,
    file: place.slice(0, Math.max(0, place.lastIndexOf(":"))),
    line: Number(place.slice(place.lastIndexOf(":") + 1)) || undefined,
    position: point?.position,
    batch: batch.identity,
    received_at: new Date(batch.receivedAt).toISOString(),
    attempts: queued?.attempts ?? 0,
    answers: queued?.answers.map((note) => ({ ...note, at: new Date(note.at).toISOString() })),
    request,
    original: Buffer.from(bytes).toString(),
  })}\n`;
}
