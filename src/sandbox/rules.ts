import { allOrProblem, isProblem, type Problem } from "./problem.ts";
import type { Switches } from "./switches.ts";

/** The type that an attribute is defined with; `any` where only its name is known. */
export type AttributeType = "any" | "text" | "number" | "boolean";

/** What a request is judged by. */
export interface Rules {
  readonly switches: Switches;
  /** The event names that are defined; undefined means all. */
  readonly events: ReadonlySet<string> | undefined;
  /** The custom attributes that are defined; undefined means all. */
  readonly attributes: ReadonlyMap<string, AttributeType> | undefined;
  /** The time in milliseconds. */
  readonly now: number;
}

const types: readonly AttributeType[] = ["any", "text", "number", "boolean"];

/** Reads attribute definitions: `name` or `name:type`. */
export function parseAttributes(texts: readonly string[]): ReadonlyMap<string, AttributeType> | Problem {
  const parsed = allOrProblem(texts.map(parseAttribute));
  return isProblem(parsed) ? parsed : new Map(parsed);
}

function parseAttribute(text: string): readonly [string, AttributeType] | Problem {
  const [name = "", typeName = "any"] = text.split(":");
  const type = types.find((known) => known === typeName);
  if (type !== undefined) return [name, type];
  return {
    problem: `Attribute \`${name}\` has no type \`${typeName}\`.`,
    hint: `The types are ${types.join(", ")}.`,
  };
}
