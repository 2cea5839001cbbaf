/** Runs a batch through the interpreter and tells what became of each data point. */
import type { Program } from "../compiler/check/program.ts";
import { placeOf } from "../compiler/source/source-file.ts";
import type { Candidate } from "../interpreter/candidate.ts";
import type { Decision, EntryDecision } from "../interpreter/decision.ts";
import { isBlank } from "../interpreter/identities.ts";
import { batchIdentity, interpret } from "../interpreter/interpret.ts";
import { platformOf } from "../interpreter/platform.ts";
import { isAbsent, isList, type JsonObject } from "../runtime/emitted/json.ts";
import type { DataPoint, Drop, Request } from "../runtime/emitted/result.ts";
import { type DecisionsByEvent, decisionsByEvent, groupBy } from "./by-event.ts";
import { entrySteps, identitySteps, newSteps } from "./steps.ts";
import type { BatchFacts, BatchTrace, Sending, TracedPoint } from "./trace.ts";
import { createWhy, type Why } from "./why-dropped.ts";
import { whyNotFired } from "./why-event.ts";
import type { Show } from "./words.ts";

/** Returns the trace of a batch. Its notes show values as `show` does; what is sent is there in full. */
export function traceBatch(
  program: Program,
  input: string | Uint8Array,
  show: Show,
): BatchTrace & { readonly drops: readonly Drop[] } {
  const all: Decision[] = [];
  const { requests, drops } = interpret(program, input, (decision) => void all.push(decision));
  const [first] = all;
  const start = first?.kind === "batch" ? first : undefined;
  const json = start?.batch.json ?? {};
  const decisions = decisionsByEvent(all);
  const context: Context = {
    program,
    requests,
    places: groupBy([...requests.keys()], (index) => requests[index]?.position ?? -1),
    drops: groupBy(drops, ({ event }) => event),
    show,
    decisions,
    json,
    why: createWhy(program, decisions, json, show),
  };
  const isDropped = drops.some(({ kind }) => kind === "batch");
  const points = isDropped
    ? dropsAsPoints(drops, context)
    : [...profilePoints(context), ...eventPoints(context)];
  return { batch: factsOf(start?.batch, start?.externalId, program), requests, points, drops };
}

interface Context {
  readonly program: Program;
  readonly requests: readonly Request[];
  /** The indexes of the requests of each event; under -1 that of the profile. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** By event; under null those of the batch and the profile. */
  readonly drops: ReadonlyMap<number | null, readonly Drop[]>;
  readonly decisions: DecisionsByEvent;
  readonly show: Show;
  readonly json: JsonObject;
  readonly why: Why;
}

function factsOf(
  batch: Candidate | undefined,
  externalId: string | undefined,
  { source }: Program,
): BatchFacts {
  if (batch === undefined) {
    return {
      id: undefined,
      member: undefined,
      platform: undefined,
      environment: undefined,
      loggedInBy: undefined,
    };
  }
  const { json, identities } = batch;
  const environment = json["environment"];
  const login = identities.find(
    (one) => one.type !== null && source.loginIdentities.value.includes(one.type) && !isBlank(one),
  );
  return {
    id: batchIdentity(json),
    member: externalId,
    platform: platformOf(json),
    environment: isAbsent(environment)
      ? "production"
      : typeof environment === "string"
        ? environment
        : undefined,
    loggedInBy: login?.type ?? undefined,
  };
}

function dropsAsPoints(drops: readonly Drop[], { why }: Context): readonly TracedPoint[] {
  return drops.map(({ kind, name, event, reason, at }) => {
    const drop = { kind, name, event, reason, at };
    return { kind, name, event, sent: [], drop: { ...drop, why: why(drop) }, notes: [] };
  });
}

/** What was sent, by the name of the data point that it came from; null for constants. */
type Sendings = ReadonlyMap<string | null, readonly Sending[]>;

function profilePoints(context: Context): readonly TracedPoint[] {
  const { decisions, drops, places } = context;
  const own = decisions.get(null) ?? [];
  const request = places.get(-1)?.[0] ?? -1;
  const identities = new Map<string | null, Sending[]>();
  for (const decision of own) {
    if (decision.kind !== "identity" || decision.id === undefined) continue;
    const { identity, id } = decision;
    push(identities, identity.type, {
      request,
      text: id,
      at: placeOf(identity.span),
      ...identitySteps(identity),
    });
  }
  const attributes = sendingsOf(own, request, { isInEvent: false }, context);
  return [
    ...dropsAsPoints(ofKind("profile", drops.get(null)), context),
    ...merged("identity", null, identities, context),
    ...merged("attribute", null, attributes, context),
  ];
}

function ofKind(wanted: DataPoint["kind"], drops: readonly Drop[] = []): readonly Drop[] {
  return drops.filter(({ kind }) => kind === wanted);
}

function eventPoints(context: Context): readonly TracedPoint[] {
  const { json, drops } = context;
  const events = isList(json["events"]) ? json["events"] : [];
  return [
    ...dropsAsPoints(ofKind("event", drops.get(null)), context),
    ...events.flatMap((_, index) => pointsOfEvent(index, context)),
  ];
}

function pointsOfEvent(index: number, context: Context): readonly TracedPoint[] {
  const { requests, drops, why, show, program } = context;
  const own = context.decisions.get(index) ?? [];
  const [start] = own;
  const [dropped] = ofKind("event", drops.get(index));
  const name = start?.kind === "event" ? start.name : (dropped?.name ?? null);
  const places = context.places.get(index) ?? [];
  const firings = own.filter(
    (one) => one.kind === "new_event" || (one.kind === "event_entry" && one.outcome === "fires"),
  );
  const sent = firings.map((firing, at): Sending => {
    const entry = firing.kind === "event_entry" ? firing.entry : undefined;
    const request = places[at] ?? -1;
    return {
      request,
      at: requests[request]?.at ?? "",
      key: entry?.to ?? name ?? "",
      text: undefined,
      steps: [],
    };
  });
  const event: TracedPoint = {
    kind: "event",
    name,
    event: index,
    sent,
    drop: dropped && { ...dropped, why: why(dropped) },
    notes: dropped === undefined ? whyNotFired(own, program, show) : [],
  };
  if (sent.length === 0) return [event];
  const attributes = new Map<string | null, Sending[]>();
  for (const [at, firing] of firings.entries()) {
    const from = own.indexOf(firing);
    const next = firings[at + 1];
    const part = own.slice(from, next === undefined ? undefined : own.indexOf(next));
    for (const [key, sendings] of sendingsOf(part, places[at] ?? -1, { isInEvent: true }, context)) {
      for (const sending of sendings) push(attributes, key, sending);
    }
  }
  return [event, ...merged("event_attribute", index, attributes, context)];
}

function sendingsOf(
  decisions: readonly Decision[],
  request: number,
  where: { readonly isInEvent: boolean },
  { program, show }: Context,
): Sendings {
  const sendings = new Map<string | null, Sending[]>();
  for (const decision of decisions) {
    if (decision.kind === "new" && decision.text !== undefined) {
      const { name, key, text, span } = decision;
      push(sendings, name, {
        request,
        at: placeOf(span),
        key,
        text,
        steps: newSteps(decision, where, program),
      });
    }
    if (decision.kind !== "entry" || decision.text === undefined) continue;
    const { key, text, entry } = decision;
    const steps = entrySteps(decision, where, program, show);
    for (const name of namesOf(decision)) {
      push(sendings, name, { request, at: placeOf(entry.span), key, text, steps });
    }
  }
  return sendings;
}

/** The data points that a sent value came from; null where it came from none. */
function namesOf({ source, removed }: EntryDecision): readonly (string | null)[] {
  if (source !== undefined) return [source];
  return removed.length > 0 ? removed : [null];
}

function push(map: Map<string | null, Sending[]>, key: string | null, sending: Sending): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [sending]);
  else list.push(sending);
}

/** One point for each name: what was sent of it, or its drop. */
function merged(
  kind: DataPoint["kind"],
  event: number | null,
  sendings: Sendings,
  { drops, why }: Context,
): readonly TracedPoint[] {
  const own = ofKind(kind, drops.get(event));
  const points = [...sendings].map(([name, sent]): TracedPoint => {
    return { kind, name, event, sent, drop: undefined, notes: [] };
  });
  const left = own.map((drop): TracedPoint => {
    return { kind, name: drop.name, event, sent: [], drop: { ...drop, why: why(drop) }, notes: [] };
  });
  return [...points, ...left];
}
