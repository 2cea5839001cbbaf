/** Whether two lists of attribute entries send the same, under conditions that hold where they are looked at. */
import type { Expression } from "../compiler/check/expression.ts";
import { canHold } from "../compiler/check/finite/can-hold.ts";
import type { FiniteContext } from "../compiler/check/finite/classes.ts";
import type { Assignment } from "../compiler/check/finite/question.ts";
import type { Attribute, Field, Value } from "../compiler/check/program.ts";
import { createSourceFile, type Span } from "../compiler/source/source-file.ts";
import { type Type, type as types } from "../compiler/types/type.ts";
import { toText } from "../runtime/emitted/expression/convert.ts";
import { areTrue, decide } from "./decide.ts";
import { type Doubt, type Lead, reasons } from "./doubt.ts";

/** What surrounds the entries of both waybills. */
export interface EntryScope {
  readonly context: FiniteContext;
  /** The conditions around the entries, of either waybill. */
  readonly outer: readonly Expression[];
  /** How a list becomes a text; in events always with commas. */
  readonly lists: "comma" | "json";
  /** Whether unlisted attributes are forwarded: then an entry that sends nothing still takes its name. */
  readonly takesNames: boolean;
  readonly what: string;
  readonly lead: Omit<Lead, "expressions" | "names">;
  readonly spans: readonly [before: Span, after: Span];
}

type Entry = Attribute | Field;

/** Returns what is not known to be the same in two lists of entries. */
export function compareEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  scope: EntryScope,
): readonly Doubt[] {
  const [one, other] = [before, after].map((list) =>
    list.filter((entry) => scope.takesNames || mayFire(entry, scope)),
  );
  if (one === undefined || other === undefined || one.length !== other.length)
    return [listDoubt(before, after, scope)];
  return one.flatMap((entry, index) => {
    const twin = other[index];
    return twin === undefined ? [] : compareEntry(entry, twin, scope);
  });
}

function mayFire({ when }: Entry, { outer, context }: EntryScope): boolean {
  return when === undefined || canHold([...outer, when.value], context) !== false;
}

function listDoubt(before: readonly Entry[], after: readonly Entry[], scope: EntryScope): Doubt {
  const all = [...before, ...after];
  const expressions = [...scope.outer, ...all.flatMap(expressionsOf)];
  const lead = { ...scope.lead, expressions, names: all.flatMap(({ names }) => names) };
  const [one, other] = scope.spans;
  return { what: scope.what, why: "there are more entries on one side", before: one, after: other, lead };
}

function targetOf(entry: Entry): string {
  return "field" in entry ? entry.field : entry.key;
}

function expressionsOf({ when, value }: Entry): readonly Expression[] {
  return [
    ...(when === undefined ? [] : [when.value]),
    ...(value.kind === "expression" ? [value.expression] : []),
  ];
}

function compareEntry(one: Entry, other: Entry, scope: EntryScope): readonly Doubt[] {
  const isSamePlace =
    targetOf(one) === targetOf(other) && JSON.stringify(one.names) === JSON.stringify(other.names);
  const why = isSamePlace ? compareWork(one, other, scope) : reasons.form;
  if (why === undefined) return [];
  const lead = {
    ...scope.lead,
    expressions: [...scope.outer, ...expressionsOf(one), ...expressionsOf(other)],
    names: [...one.names, ...other.names],
  };
  return [{ what: `\`${targetOf(one)}\` of ${scope.what}`, why, before: one.span, after: other.span, lead }];
}

/** Both fire for the same batches, and then with the same value. */
function compareWork(one: Entry, other: Entry, { outer, context, lists }: EntryScope): string | undefined {
  const conditions = [one, other].map(({ when }) => (when === undefined ? [] : [when.value]));
  const [first = [], second = []] = conditions;
  const isSameValue = isSame(one.value, other.value);
  const values = isSameValue ? undefined : valuesOf(one.value, other.value, lists);
  if (!isSameValue && values === undefined) return reasons.form;
  const asked = [...outer, ...first, ...second, ...(values?.expressions ?? [])];
  return decide(asked, context, (assignment) => {
    if (!areTrue(outer, assignment)) return true;
    const fires = areTrue(first, assignment);
    if (fires !== areTrue(second, assignment)) return false;
    return !fires || values === undefined || values.areSame(assignment);
  });
}

function isSame(one: Value, other: Value): boolean {
  const plain = (value: Value) =>
    JSON.stringify(value, (key, part) => {
      if (part instanceof Map) return [...part].sort();
      return key === "span" || key === "keySpans" || (key === "type" && typeof part === "number")
        ? undefined
        : part;
    });
  return plain(one) === plain(other);
}

interface Values {
  readonly expressions: readonly Expression[];
  readonly areSame: (assignment: Assignment) => boolean;
}

/** With `lists: json` a list and its joined text differ, which values here do not tell apart: only equal forms are then. */
function valuesOf(one: Value, other: Value, lists: "comma" | "json"): Values | undefined {
  if (lists === "json") return undefined;
  const [first, second] = [readValue(one), readValue(other)];
  return {
    expressions: [...first.expressions, ...second.expressions],
    areSame: (assignment) => first.text(assignment) === second.text(assignment),
  };
}

interface ReadValue {
  readonly expressions: readonly Expression[];
  readonly text: (assignment: Assignment) => string | undefined;
}

function readValue(value: Value): ReadValue {
  const own = ownValue();
  switch (value.kind) {
    case "source":
      return readExpression(own);
    case "text":
      return { expressions: [], text: () => value.text };
    case "expression":
      return readExpression(value.expression);
    case "lookup": {
      const pairs = [...value.table];
      const table = lookupOf(own, pairs);
      const isThere = node({ kind: "call", function: "present", args: [own] } as const, types.boolean);
      return {
        // What a table lacks is compared with nothing, so `else` is added by hand.
        expressions: [table, isThere, ...(value.otherwise === undefined ? [] : [constant(value.otherwise)])],
        text: ({ valueUnder }) => {
          if (valueUnder(isThere) !== true) return undefined;
          return toText(valueUnder(table)) ?? value.otherwise;
        },
      };
    }
  }
}

function readExpression(expression: Expression): ReadValue {
  return { expressions: [expression], text: ({ valueUnder }) => toText(valueUnder(expression)) };
}

const nowhere: Span = { file: createSourceFile("", ""), start: 0, end: 0 };

function node<T>(parts: T, type: Type): T & { readonly type: Type; readonly span: Span } {
  return { ...parts, type, span: nowhere };
}

function ownValue(): Expression {
  return node({ kind: "source", source: { kind: "value" } } as const, types.attribute);
}

function constant(value: string): Expression {
  return node({ kind: "constant", value } as const, types.string);
}

function lookupOf(subject: Expression, pairs: readonly (readonly [string, string])[]): Expression {
  const table = node({ kind: "table", pairs } as const, types.table);
  return node({ kind: "call", function: "lookup", args: [subject, table] } as const, types.string);
}
