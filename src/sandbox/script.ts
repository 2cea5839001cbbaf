import type { Fault, FaultName } from "./faults.ts";
import { isRecord } from "./json.ts";
import type { Switches } from "./switches.ts";

/**
 * What a script does with a request: nothing, a fault (in short by its name or status), or other switches for this
 * request only. A request that a script answers is spared random faults.
 */
export type ScriptAnswer = "ok" | FaultName | number | Fault | { readonly switches: Partial<Switches> };

/** Which requests a rule is about; what is left out matches everything. */
export interface ScriptMatch {
  readonly method?: string;
  /** A part of the path, or the whole external id of the user. */
  readonly path?: string;
  /** The SessionM name of an event in the body. */
  readonly event?: string;
  /** The answers start with this one of the matching requests; 1 is the first. */
  readonly nth?: number;
}

/** A rule of a script: each matching request takes the next answer; when they are used up the rule is over. */
export interface ScriptRule {
  readonly match?: ScriptMatch;
  readonly answers: readonly ScriptAnswer[];
}

/** What a rule is compared with. */
export interface Scripted {
  readonly method: string;
  readonly path: string;
  /** The user that the path names; undefined where it names none. */
  readonly target: string | undefined;
  readonly json: unknown;
}

/** Returns for each request the answer that a script has for it, or undefined. The first rule with one left counts. */
export function createScript(rules: readonly ScriptRule[]): (request: Scripted) => ScriptAnswer | undefined {
  const counters = rules.map((rule) => ({ rule, seen: 0, used: 0 }));
  return (request) => {
    const matching = counters.filter(({ rule }) => matches(rule.match ?? {}, request));
    for (const counter of matching) counter.seen += 1;
    const next = matching.find(({ rule, seen, used }) => {
      return seen >= (rule.match?.nth ?? 1) && used < rule.answers.length;
    });
    if (next === undefined) return undefined;
    next.used += 1;
    return next.rule.answers[next.used - 1];
  };
}

function matches({ method, path, event }: ScriptMatch, request: Scripted): boolean {
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  if (path !== undefined && path !== request.target && !request.path.includes(path)) return false;
  if (event === undefined) return true;
  const events = isRecord(request.json) ? request.json["events"] : undefined;
  return isRecord(events) && Object.hasOwn(events, event);
}
