import type { RunningForwarder } from "../../../src/runtime/delivery/dispatcher-options.ts";
import type { DropCounts, Forward, Request } from "../../../src/runtime/emitted/result.ts";

/** A batch as these tests write it: what is to be sent, in plain words. */
export interface TestBatch {
  readonly id: string;
  readonly member: string;
  readonly timestamp_unixtime_ms?: number;
  readonly profile?: object;
  /** Transaction ids. */
  readonly events?: readonly string[];
  /** The date of the events. */
  readonly date?: string;
  readonly pad?: string;
}

/** The bytes of a batch. */
export function bytesOf(batch: TestBatch): Uint8Array {
  return Buffer.from(JSON.stringify(batch));
}

/** Returns a forwarder for test batches; another mark is another build that makes other bytes. */
export function testForwarder(
  mark = "one",
  settings: Partial<RunningForwarder["settings"]> = {},
): RunningForwarder {
  const run = (input: string | Uint8Array) => {
    const text = Buffer.from(input).toString();
    if (text === "poison") throw new RangeError("Maximum call stack size exceeded");
    if (!text.startsWith("{")) return { requests: [], drops: { malformed: 1 } };
    return { requests: requestsOf(JSON.parse(text), mark), drops: {} };
  };
  const malformed = [
    { kind: "batch", name: null, event: null, reason: "malformed", at: "a.waybill.yaml:1" },
  ] as const;
  const forward = ((input: string | Uint8Array, options?: { readonly drops?: string }) => {
    const { requests, drops } = run(input);
    const counts: DropCounts = drops;
    return { requests, drops: options?.drops === "full" ? (counts.malformed ? malformed : []) : counts };
  }) as Forward; // one function for its signatures
  return {
    forward,
    settings: { name: "test", send: "always", missingUsers: "hold", ...settings },
    waybill: `build-${mark}`,
  };
}

function requestsOf({ id, member, profile, events = [], date }: TestBatch, mark: string): Request[] {
  const path = `/priv/v1/apps/{api_key}/external/users/${encodeURIComponent(member)}`;
  const common = { externalId: member, batch: id };
  const requests: Request[] = events.map((transaction, position) => {
    const facts = { transaction_id: transaction, qty: "1", ...(date && { date }), context: { mark } };
    const body = JSON.stringify({ events: { purchase: facts } });
    return { kind: "event", method: "POST", path: `${path}/events`, body, position, at: "a:9", ...common };
  });
  if (profile === undefined) return requests;
  const body = JSON.stringify({ user: profile });
  return [{ kind: "profile", method: "PUT", path, body, position: -1, at: "a:3", ...common }, ...requests];
}
