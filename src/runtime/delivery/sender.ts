import type { Request } from "../emitted/result.ts";
import type { DeliverySettings } from "../settings.ts";
import { createUserRequest } from "./create-user.ts";
import { createMembers } from "./members.ts";
import { type Outcome, undelivered } from "./outcome.ts";
import { type SettleContext, type Settled, settle } from "./settle.ts";
import type { OutgoingRequest } from "./transport.ts";

/** Returns a function that brings one request to its outcome, by what is known of its member. */
export function createSender(
  { send: sendProfiles, missingUsers }: Pick<DeliverySettings, "send" | "missingUsers">,
  outer: SettleContext,
): (request: Request) => Promise<Outcome> {
  const members = createMembers();
  const context: SettleContext = { ...outer, transport };
  let hasAnswered = false;

  async function transport(request: OutgoingRequest) {
    const answer = await outer.transport(request);
    hasAnswered ||= answer.kind === "response";
    return answer;
  }

  async function send(request: Request): Promise<Settled> {
    const first = await settle(request, context);
    if (first.verdict.kind !== "missing_user") return first;
    if (typeof missingUsers === "string") {
      members.setMissing(request, missingUsers === "hold" ? "run" : "batch");
      return first;
    }
    const created = plus(first, await settle(createUserRequest(request, missingUsers.create), context));
    const { kind } = created.verdict;
    if (kind === "refused" || kind === "missing_user") members.setMissing(request, "batch");
    if (request.kind === "profile" || kind !== "delivered") return created;
    // Under the first id SessionM may repeat from its cache that there is no such member.
    return plus(created, await settle(request, context, 1));
  }

  return async (request) => {
    if (context.halt.isHalted()) return undelivered("stopped");
    if (members.isMissing(request)) return undelivered("missing_user");
    const isProfile = request.kind === "profile";
    if (isProfile && sendProfiles === "changed" && members.profile(request) === request.body) {
      return { kind: "unchanged" };
    }
    // Whatever becomes of it, the profile before this one is no longer what the member surely has.
    if (isProfile) members.setProfile(request, undefined);
    const settled = await send(request);
    const { verdict } = settled;
    if (verdict.kind === "exhausted" && !hasAnswered) {
      context.stop({ reason: "unreachable", code: verdict.code });
    }
    if (isProfile && verdict.kind === "delivered") members.setProfile(request, request.body);
    return outcomeOf(settled);
  };
}

function plus(earlier: Settled, later: Settled): Settled {
  const attempts = earlier.attempts + later.attempts;
  return { ...later, attempts, retries: earlier.retries + later.retries };
}

function outcomeOf({ verdict, answer, ...effort }: Settled): Outcome {
  const { attempts, retries, milliseconds } = effort;
  if (verdict.kind === "delivered") return { kind: "delivered", attempts, retries, milliseconds };
  const status = answer?.kind === "response" ? answer.status : undefined;
  return undelivered(reasonOf(verdict), { attempts, retries, code: verdict.code, status });
}

function reasonOf(verdict: Exclude<Settled["verdict"], { readonly kind: "delivered" }>) {
  switch (verdict.kind) {
    case "refused":
      return verdict.reason;
    case "missing_user":
      return "missing_user";
    case "stop":
      return "configuration";
    case "exhausted":
    case "stopped":
      if (verdict.effect === "unknown") return "unknown_outcome";
      return verdict.kind === "stopped" ? "stopped" : "not_accepted";
  }
}
