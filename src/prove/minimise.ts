import { isList, isObject, type Json } from "../runtime/emitted/json.ts";
import { parseJson } from "../runtime/emitted/parse-json.ts";
import { textOf } from "../runtime/emitted/text.ts";

/** How many smaller batches are tried. */
const mostTries = 3000;

/** Returns a batch without the parts that are not needed for it to be what it is. */
export function minimise(batch: string, isIt: (batch: string) => boolean): string {
  let json = parseJson(batch);
  if (json === undefined) return batch;
  let left = mostTries;
  for (let hasShrunk = true; hasShrunk && left > 0; ) {
    hasShrunk = false;
    for (const path of pathsIn(json)) {
      const smaller = without(json, path);
      if (smaller === undefined || left-- <= 0 || !isIt(textOf(smaller ?? ""))) continue;
      json = smaller;
      hasShrunk = true;
      break;
    }
  }
  return textOf(json ?? "");
}

type Path = readonly (string | number)[];

/** The paths of all members and items, outer ones first. */
function pathsIn(json: Json, base: Path = []): readonly Path[] {
  const steps: readonly (readonly [string | number, Json])[] = isList(json)
    ? json.map((item, index) => [index, item] as const)
    : isObject(json)
      ? Object.entries(json)
      : [];
  const own = steps.map(([step]) => [...base, step]);
  return [...own, ...steps.flatMap(([step, value]) => pathsIn(value, [...base, step]))];
}

function without(json: Json, [step, ...rest]: Path): Json | undefined {
  if (isList(json) && typeof step === "number") {
    if (rest.length === 0) return json.filter((_, index) => index !== step);
    return json.map((item, index) => (index === step ? (without(item, rest) ?? null) : item));
  }
  if (!isObject(json) || typeof step !== "string") return undefined;
  const members = Object.entries(json).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key !== step) return [[key, value]];
    return rest.length === 0 ? [] : [[key, without(value, rest) ?? null]];
  });
  return Object.fromEntries(members);
}
