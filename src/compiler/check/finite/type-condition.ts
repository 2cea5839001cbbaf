import type { Span } from "../../source/source-file.ts";
import { type as types } from "../../types/type.ts";
import type { Condition, EventEntry } from "../program.ts";

/** The conditions that were made, by the place of the type: of a file that did not change they are the very same. */
const made = new WeakMap<Span, Condition>();

/** Returns the `type` of an entry as the condition that it is: `event.type == "location"`. */
export function typeCondition({ type, typeSpan, span }: EventEntry): Condition | undefined {
  if (type === undefined) return undefined;
  const at = typeSpan ?? span;
  const condition = made.get(at) ?? conditionOf(type, at);
  made.set(at, condition);
  return condition;
}

function conditionOf(type: string, at: Span): Condition {
  const left = { kind: "source", source: { kind: "event_type" }, type: types.string, span: at } as const;
  const right = { kind: "constant", value: type, type: types.string, span: at } as const;
  const value = {
    kind: "compare",
    operator: "==",
    as: "text",
    left,
    right,
    type: types.boolean,
    span: at,
  } as const;
  return { value, span: at };
}
