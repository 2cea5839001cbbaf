import { createHash } from "node:crypto";
import { type Answer, tooManyRequests } from "./answers.ts";
import type { Call } from "./call.ts";
import { type Fault, strikesFirst } from "./faults.ts";
import { turnAway } from "./gate.ts";
import type { CachedMessage } from "./message-cache.ts";
import { respond } from "./respond.ts";
import type { ScriptAnswer } from "./script.ts";
import type { Settings } from "./settings.ts";
import type { World } from "./state.ts";
import { statusAnswer } from "./status-answer.ts";
import type { Switches } from "./switches.ts";

/** What the sandbox does with a request. */
export interface Decision {
  /** Undefined where the request is neither carried out nor answered. */
  readonly answer: Answer | undefined;
  /** Whether the answer came from the `Message-ID` cache. */
  readonly cached: boolean;
  readonly fault: Fault | undefined;
  /** To be called when the answer went out. */
  readonly onAnswered?: () => void;
}

interface Context {
  readonly call: Call;
  readonly world: World;
  readonly settings: Settings;
  readonly switches: Switches;
  readonly now: number;
}

/** Decides about a request: script and random faults first, then the gate, the `Message-ID` cache and the handlers. */
export function processCall(call: Call, world: World, settings: Settings): Decision {
  const scripted = askScript(call, world);
  const fault = scripted === undefined ? world.drawFault() : faultOf(scripted);
  const switches = { ...world.switches, ...switchesOf(scripted) };
  const context = { call, world, settings, switches, now: settings.clock() };
  if (fault === undefined || !strikesFirst(fault)) return { ...answerCall(context), fault };
  if ("fault" in fault) return { answer: undefined, cached: false, fault };
  const answer = statusAnswer(fault, switches, context.now);
  if (switches.cached_errors === "all") keep(answer, context);
  return { answer, cached: false, fault };
}

function answerCall(context: Context): Omit<Decision, "fault"> {
  const { call, world, settings, switches, now } = context;
  if (!world.rateLimit.admits(switches.rate_limit, now)) {
    return { answer: tooManyRequests(switches, now), cached: false };
  }
  const away = turnAway(call, settings, switches);
  if (away !== undefined) return { answer: away, cached: false };
  const message = findMessage(context);
  if (message !== undefined) return { answer: repeat(message, call), cached: true };
  const rules = { switches, now, events: settings.events, attributes: settings.attributes };
  const answer = identify(respond(call.route, call, rules, world), call, now);
  if (answer.code !== "ok" && switches.cached_errors === "no") return { answer, cached: false };
  if (switches.message_id_cached === "when_answered") {
    return { answer, cached: false, onAnswered: () => keep(answer, context) };
  }
  keep(answer, context);
  return { answer, cached: false };
}

function askScript({ method, path, route, json }: Call, world: World): ScriptAnswer | undefined {
  const target = "target" in route ? route.target.value : undefined;
  return world.nextScripted({ method, path, target, json });
}

function faultOf(scripted: ScriptAnswer): Fault | undefined {
  if (scripted === "ok") return undefined;
  if (typeof scripted === "string") return { fault: scripted };
  if (typeof scripted === "number") return { status: scripted };
  return "switches" in scripted ? undefined : scripted;
}

function switchesOf(scripted: ScriptAnswer | undefined): Partial<Switches> {
  return typeof scripted === "object" && "switches" in scripted ? scripted.switches : {};
}

function identify(answer: Answer, { messageId }: Call, now: number): Answer {
  if (messageId === undefined) return answer;
  const date = new Date(now).toUTCString();
  return { ...answer, headers: { ...answer.headers, "Message-Id": messageId, "Message-Date": date } };
}

function repeat({ answer, bodyHash }: CachedMessage, call: Call): Answer {
  const note = bodyHash === hash(call.body) ? "" : "the answer to another body";
  return { ...answer, headers: { ...answer.headers, "Cached-Message": "true" }, note };
}

function findMessage({ call, world, switches, now }: Context): CachedMessage | undefined {
  const key = messageKey(call, switches);
  return key === undefined ? undefined : world.cache.find(key, now);
}

function keep(answer: Answer, { call, world, switches, now }: Context): void {
  const key = messageKey(call, switches);
  if (key !== undefined) world.cache.keep(key, { answer, bodyHash: hash(call.body), at: now });
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

function messageKey({ messageId, method, path }: Call, switches: Switches): string | undefined {
  if (messageId === undefined || switches.message_id_scope === "app") return messageId;
  return `${method} ${path} ${messageId}`;
}
