import {
  createDelivery,
  type Delivery,
  type DeliveryOptions,
} from "../../../src/runtime/delivery/delivery.ts";
import type { Outcome } from "../../../src/runtime/delivery/outcome.ts";
import type { Stop } from "../../../src/runtime/delivery/stop.ts";
import type { Answer, OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import type { Request } from "../../../src/runtime/emitted/result.ts";
import { messageId } from "../../../src/runtime/sessionm/message-id.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";

/** An answer in a script: a status with a code, or a failure of the network. */
export function answer(
  status: number,
  code?: string,
  headers: { retryAfter?: string; isCached?: boolean } = {},
): Answer {
  const envelope = { status: code === undefined ? "ok" : "error", code };
  const { retryAfter, isCached = false } = headers;
  return { kind: "response", status, envelope, retryAfter, isCached };
}

export const ok = answer(200);
export const serverError = answer(500, "internal_server_error");
export const timeout: Answer = { kind: "no_response", effect: "unknown", code: "timeout" };
export const refusedConnection: Answer = { kind: "no_response", effect: "none", code: "ECONNREFUSED" };

/** A member's profile or event, made up. */
export function profile(externalId: string, batch = "b1", fields: object = { first_name: "Pat" }): Request {
  const path = `/priv/v1/apps/{api_key}/external/users/${externalId}`;
  const body = JSON.stringify({ user: fields });
  return {
    kind: "profile",
    method: "PUT",
    path,
    body,
    externalId,
    batch,
    position: -1,
    at: "a.waybill.yaml:3",
  };
}

export function event(externalId: string, position = 0, batch = "b1"): Request {
  const path = `/priv/v1/apps/{api_key}/external/users/${externalId}/events`;
  const body = JSON.stringify({ events: { purchase: { transaction_id: `${batch}-${position}`, qty: "1" } } });
  return { kind: "event", method: "POST", path, body, externalId, batch, position, at: "a.waybill.yaml:9" };
}

/** A delivery in virtual time, with what it sent and what came of it. */
export interface Harness {
  readonly clock: VirtualClock;
  readonly delivery: Delivery;
  readonly sent: (OutgoingRequest & { readonly at: number })[];
  readonly outcomes: [request: Request, outcome: Outcome][];
  readonly stops: Stop[];
  /** Adds the requests, lets all time pass, and gives each request's outcome as a word. */
  deliver(...requests: readonly Request[]): Promise<readonly string[]>;
}

/** Returns a harness whose answers come from a function, 10 virtual milliseconds after each request. */
export function createHarness(
  respond: (request: OutgoingRequest) => Answer,
  options: Partial<DeliveryOptions> = {},
): Harness {
  const clock = createVirtualClock();
  const sent: Harness["sent"] = [];
  const outcomes: Harness["outcomes"] = [];
  const stops: Stop[] = [];
  const delivery = createDelivery({
    settings: { send: "always", missingUsers: "hold" },
    async transport(request) {
      sent.push({ ...request, at: clock.now() });
      await clock.sleep(10, new AbortController().signal);
      return respond(request);
    },
    clock,
    random: () => 0.5,
    identify: (request, edition) => messageId("test", request, edition),
    onOutcome: (request, outcome) => void outcomes.push([request, outcome]),
    onStop: (stop) => void stops.push(stop),
    ...options,
  });
  async function deliver(...requests: readonly Request[]): Promise<readonly string[]> {
    const all = async () => {
      for (const request of requests) await delivery.add(request);
      await delivery.drain();
    };
    await clock.run(all());
    return requests.map((request) => wordOf(outcomes.find(([one]) => one === request)?.[1]));
  }
  return { clock, delivery, sent, outcomes, stops, deliver };
}

/** Answers from a list, then `ok`. */
export function script(...answers: readonly Answer[]): () => Answer {
  const rest = [...answers];
  return () => rest.shift() ?? ok;
}

function wordOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "none";
  return outcome.kind === "undelivered" ? outcome.reason : outcome.kind;
}
