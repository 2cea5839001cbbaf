import { type as types } from "../../types/type.ts";
import type { Condition, EventEntry } from "../program.ts";

/** Returns the `type` of an entry as the condition that it is: `event.type == "location"`. */
export function typeCondition({ type, typeSpan, span }: EventEntry): Condition | undefined {
  if (type === undefined) return undefined;
  const at = typeSpan ?? span;
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
