/** Attribute entries over the attributes that came in: the same rules for profile, reserved fields and events. */
import type { Attribute, Field, NameMatching, Value } from "../compiler/check/program.ts";
import type { Span } from "../compiler/source/source-file.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import type { Reason } from "../runtime/emitted/result.ts";
import { textOfValue } from "./conversions.ts";
import { evaluate, isMet } from "./expression.ts";
import type { Ledger } from "./ledger.ts";
import type { Scope } from "./sources.ts";
import { chooseSpelling, isSameName, textOf } from "./values.ts";

/** The attributes of a member or an event. */
export interface Attributes {
  readonly values: JsonObject;
  /** Names that were removed and of which there is no spelling. */
  readonly removed: readonly string[];
  readonly ledger: Ledger;
  /** What expressions read besides. */
  readonly scope: Scope;
}

/** Where values go: the members so far and what the place accepts. */
export interface Target {
  readonly members: [key: string, text: string][];
  readonly limit: number;
  readonly keepsEmpty: boolean;
  readonly sendsRemoved: boolean;
  readonly lists: "comma" | "json";
}

/** Evaluates one entry and sends what it gives. */
export function evaluateEntry(
  entry: Attribute | Field,
  key: string,
  from: Attributes,
  to: Target,
  names: NameMatching,
): void {
  const { ledger } = from;
  const before = to.members.length;
  const given = takeFirst(entry, from, names);
  const scope: Scope = { ...from.scope, value: given.given };
  const removed = from.removed.filter((r) => entry.names.some((n) => isSameName(n, r, names)));
  const decide = (text: string | undefined, reason: Reason | undefined) =>
    scope.batch.record?.({ kind: "entry", entry, key, ...given, removed, text, reason, before });
  if (entry.when !== undefined && !isMet(entry.when.value, scope)) {
    const outcome = { reason: "condition", span: entry.when.span } as const;
    decide(undefined, "condition");
    for (const name of [...given.there, ...removed]) ledger.note(name, outcome);
    return;
  }
  const text = entryText(entry.value, given.given, to.lists, scope);
  const sources = given.source === undefined ? [] : [given.source];
  const isRemoved = given.there.length === 0 && removed.length > 0;
  const sentText = text ?? (isRemoved && to.sendsRemoved ? "" : undefined);
  const reason = reasonAgainst(sentText, to);
  decide(reason === undefined ? sentText : undefined, reason);
  if (sentText !== undefined && reason === undefined) {
    to.members.push([key, sentText]);
    for (const name of [...sources, ...removed]) ledger.note(name, "sent");
    return;
  }
  for (const name of sources) ledger.note(name, { reason: reason ?? "no_value", span: entry.span });
  for (const name of removed) ledger.note(name, { reason: "removed_not_forwarded", span: entry.span });
}

function reasonAgainst(text: string | undefined, to: Target): Reason | undefined {
  if (text === undefined) return "no_value";
  if (to.members.length >= to.limit) return "attribute_limit";
  return text === "" && !to.keepsEmpty ? "empty_value" : undefined;
}

interface Taken {
  /** The spelling that each name chose, with or without a value. */
  readonly there: readonly string[];
  readonly source: string | undefined;
  readonly given: Json | undefined;
}

/** §4.12, and `attribute: [a, b]`: the first that is there and not null. */
function takeFirst(
  { names, span }: Attribute | Field,
  { values, ledger }: Attributes,
  matching: NameMatching,
): Taken {
  let taken: Taken = { there: [], source: undefined, given: undefined };
  for (const name of names) {
    const chosen = chooseSpelling(Object.keys(values), name, matching);
    if (chosen === undefined) continue;
    for (const other of Object.keys(values)) {
      const isSpelling = isSameName(other, name, matching) && other !== chosen;
      if (isSpelling) ledger.note(other, { reason: "duplicate_key", span });
    }
    taken = { ...taken, there: [...taken.there, chosen] };
    const value = values[chosen] ?? null;
    if (value === null) {
      ledger.note(chosen, { reason: "null_value", span });
    } else if (taken.source !== undefined) {
      ledger.note(chosen, { reason: "duplicate_key", span });
    } else {
      taken = { ...taken, source: chosen, given: value };
    }
  }
  return taken;
}

function entryText(
  value: Value,
  given: Json | undefined,
  lists: "comma" | "json",
  scope: Scope,
): string | undefined {
  if (value.kind === "text") return value.text;
  if (value.kind === "expression") {
    const result = evaluate(value.expression, scope);
    return typeof result === "object" && lists === "json" ? JSON.stringify(result) : textOfValue(result);
  }
  if (given === undefined) return undefined;
  const text = textOf(given, lists);
  return value.kind === "source" ? text : (value.table.get(text) ?? value.otherwise);
}

/** How attributes that no entry names are sent. */
export interface NewEntries {
  readonly isNew: (name: string) => boolean;
  readonly declaredKeys: readonly string[];
  readonly makeKey: (name: string) => string;
  readonly defined: readonly string[] | undefined;
  /** How many members the target may hold for them, and the reason beyond it. */
  readonly most: number;
  readonly reason: "profile_limit" | "attribute_limit";
  readonly span: Span;
}

/** §4.12: new attributes come after the declared ones, in sorted order. */
export function evaluateNew(options: NewEntries, from: Attributes, to: Target): void {
  const { ledger } = from;
  const keys = new Set(options.declaredKeys);
  for (const name of Object.keys(from.values).sort().filter(options.isNew)) {
    const key = options.makeKey(name);
    const value = from.values[name] ?? null;
    let reason: Reason | undefined;
    if (key === "") reason = "empty_key";
    else if (options.defined !== undefined && !options.defined.includes(key)) reason = "not_defined";
    else if (keys.has(key)) reason = "duplicate_key";
    else if (value === null) reason = "null_value";
    else if (to.members.length >= options.most) reason = options.reason;
    else to.members.push([key, textOf(value, to.lists)]);
    keys.add(key);
    ledger.note(name, reason === undefined ? "sent" : { reason, span: options.span });
    const text = reason === undefined ? to.members.at(-1)?.[1] : undefined;
    from.scope.batch.record?.({ kind: "new", name, key, text, reason, span: options.span });
  }
  for (const name of from.removed.filter(options.isNew)) {
    ledger.note(name, { reason: "removed_not_forwarded", span: options.span });
  }
}
