import { type Answer, isRefusal, okAnswer, type Refusal, refusalAnswer } from "./answers.ts";
import type { Content } from "./call.ts";
import { checkProfile, type ProfileChange } from "./check-profile.ts";
import { findUser } from "./find-user.ts";
import { changeUser, findConflict, newUser } from "./profile.ts";
import type { Route, Target } from "./routes.ts";
import type { Rules } from "./rules.ts";
import { sendEvents } from "./send-events.ts";
import type { Store } from "./store.ts";
import { renderUser, type Users } from "./users.ts";

/** Carries out a request and returns SessionM's answer. */
export function respond(route: Route, content: Content, rules: Rules, store: Store): Answer {
  const outcome = carryOut(route, content, rules, store);
  return isRefusal(outcome) ? refusalAnswer(outcome, rules.switches) : outcome;
}

function carryOut(route: Route, content: Content, rules: Rules, store: Store): Answer | Refusal {
  switch (route.kind) {
    case "create":
      return createUser(content, rules, store);
    case "profile":
      return updateProfile(route.target, content, rules, store);
    case "event":
      return sendEvents(route.target, content, rules, store);
    case "read":
      return readUser(route.target, content, rules, store);
    case "unknown":
      return { refused: "not_found", message: "no such endpoint" };
  }
}

function createUser({ json }: Content, rules: Rules, { users }: Store): Answer | Refusal {
  const change = checkProfile(json, rules);
  if (isRefusal(change)) return change;
  const refusal = checkNewUser(change, rules, users);
  if (refusal !== undefined) return refusal;
  const draft = newUser(users, rules.now);
  const conflict = findConflict(draft, change, rules, users);
  if (conflict !== undefined) return conflict;
  const user = changeUser(draft, change, rules);
  users.save(user);
  return okAnswer({ user: renderUser(user) }, rules.switches, ["user created", ...change.notes].join("; "));
}

function checkNewUser(
  { identifier, fields }: ProfileChange,
  { now }: Rules,
  users: Users,
): Refusal | undefined {
  if (identifier === undefined && typeof fields.get("email") !== "string") {
    return { refused: "missing_data", message: "external_id or email is missing" };
  }
  if (identifier !== undefined && users.findByExternalId(identifier.external_id).length > 0) {
    return { refused: "validation", message: "external_id is taken", status: 409 };
  }
  const thirteenYearsAgo = new Date(now);
  thirteenYearsAgo.setUTCFullYear(thirteenYearsAgo.getUTCFullYear() - 13);
  if (Date.parse(String(fields.get("dob"))) > thirteenYearsAgo.getTime()) {
    return { refused: "validation", message: "the user is under 13" };
  }
  return undefined;
}

function updateProfile(target: Target, { json }: Content, rules: Rules, store: Store): Answer | Refusal {
  const { switches, now } = rules;
  const found = findUser(target, switches.missing_user_on_profile, rules, store.users);
  if (isRefusal(found)) return found;
  const change = checkProfile(json, rules);
  if (isRefusal(change)) return change;
  const conflict = findConflict(found, change, rules, store.users);
  if (conflict !== undefined) return conflict;
  const user = changeUser(found, change, rules);
  store.users.save(user);
  if (switches.profile_campaign === "event") {
    store.events.add({
      user_id: user.id,
      sent_to: target.value,
      name: "profile_update",
      transaction_id: null,
      qty: "1",
      date: null,
      context: {},
      received_at: new Date(now).toISOString(),
      cause: "campaign",
    });
  }
  return okAnswer({ user: renderUser(user) }, switches, change.notes.join("; "));
}

function readUser(target: Target, { query }: Content, rules: Rules, { users }: Store): Answer | Refusal {
  const user = findUser(target, "user_not_found", rules, users);
  if (isRefusal(user)) return user;
  const { user_profile, identifiers, ...rest } = renderUser(user);
  const shown = {
    ...rest,
    identifiers: query.get("show_identifiers") === "true" ? identifiers : null,
    ...(query.get("user[user_profile]") === "true" ? { user_profile } : {}),
  };
  return okAnswer({ user: shown }, rules.switches, "");
}
