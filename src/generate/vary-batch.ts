import type { Random } from "../random/random.ts";
import type { Json } from "../runtime/emitted/json.ts";
import { parseJson } from "../runtime/emitted/parse-json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { withValue } from "./base-batch.ts";

/** Returns a batch with one to three of its values replaced or left out; as it is where it is no JSON object. */
export function varyBatch(batch: string, value: () => string, random: Random): string {
  let json = parseJson(batch);
  for (let left = 1 + random.below(3); left > 0 && typeof json === "object" && json !== null; left--) {
    const path = pathInto(json, random);
    json = withValue(json, path, random.chance(25) ? undefined : parseJson(value()));
  }
  return typeof json === "object" && json !== null ? textOf(json, "json") : batch;
}

/** The path of some value, mostly one that holds no others. */
function pathInto(json: Json, random: Random): readonly (string | number)[] {
  if (typeof json !== "object" || json === null) return [];
  const [first, ...rest] = Object.keys(json);
  if (first === undefined) return [];
  const key = random.pick([first, ...rest]);
  const step = Array.isArray(json) ? Number(key) : key;
  const part = (json as { readonly [step: string]: Json })[key] ?? null; // A list is an object of its indexes.
  return random.chance(5) ? [step] : [step, ...pathInto(part, random)];
}
