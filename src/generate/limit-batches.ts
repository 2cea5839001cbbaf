import type { EventEntry, Program } from "../compiler/check/program.ts";
import type { Json } from "../runtime/emitted/json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { baseBatch, eventFor, withValue } from "./base-batch.ts";
import type { GeneratedBatch } from "./generate-batches.ts";

/** Returns batches at the limits of the language and one beyond each (`language.md` §1, limits; §4.7, §4.13, §4.17). */
export function limitBatches(program: Program): readonly GeneratedBatch[] {
  const base = baseBatch(program);
  const ids = program.profile.externalId.value;
  const idPath = ids === "mpid" ? ["mpid"] : ["user_identities", ids];
  const change = (title: string, path: readonly string[], value: Json) => {
    return { title: `limit: ${title}`, batch: textOf(withValue(base, path, value) ?? "") };
  };
  return [
    ...[256, 257].map((length) => change(`an id of ${length} characters`, idPath, "1".repeat(length))),
    change("an id that is no Unicode", idPath, "1\ud800"),
    ...[".", "..", " null "].map((id) => change(`the id \`${id}\``, idPath, id)),
    ...[64, 65].map((levels) =>
      change(`${levels} levels`, ["user_attributes"], { deep: nested(levels - 2) }),
    ),
    ...[15, 16, 1000, 1001].map((digits) => {
      return raw(base, `an integer of ${digits} digits`, `{"long":${"7".repeat(digits)}}`);
    }),
    raw(base, "a number beyond doubles", '{"large":1e400}'),
    ...[200, 201].map((count) => change(`${count} user attributes`, ["user_attributes"], numbered(count))),
    ...[...program.events.entries, ...program.screens.entries].flatMap((entry) =>
      [10, 11].map((count) => eventBatch(entry, count, program)),
    ),
  ];
}

function raw(base: Json, title: string, attributes: string): GeneratedBatch {
  const mark = "generated-mark";
  const text = textOf(withValue(base, ["user_attributes"], mark) ?? "");
  return { title: `limit: ${title}`, batch: text.replace(`"${mark}"`, attributes) };
}

/** An event with so many attributes, declared ones first. */
function eventBatch(entry: EventEntry, count: number, program: Program): GeneratedBatch {
  const declared = entry.attributes.slice(0, count).map(({ names }) => [names[0] ?? "", "1"] as const);
  const attributes = { ...Object.fromEntries(declared), ...numbered(count - declared.length) };
  const event = eventFor(entry, program.screens.entries.includes(entry));
  const filled = withValue(event, ["data", "custom_attributes"], attributes);
  const batch = textOf(withValue(baseBatch(program), ["events"], [filled]) ?? "");
  return { title: `limit: ${count} attributes of \`${entry.name}\``, batch };
}

function numbered(count: number): Readonly<Record<string, Json>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`generated_${index}`, "1"]));
}

/** A list in a list, so many levels deep. */
function nested(levels: number): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}
