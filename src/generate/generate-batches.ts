/**
 * Takes: a waybill. Gives: batches that go through all of it: every entry hit and missed, every name, every limit
 * reached and crossed, each reason of the gate, and values at the edges of what JSON can hold. The same waybill gives
 * the same.
 */
import type { Program } from "../compiler/check/program.ts";
import { coverageItems } from "../coverage/items.ts";
import type { Json } from "../runtime/emitted/json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { baseBatch, withValue } from "./base-batch.ts";
import { edgeBatches } from "./edge-batches.ts";
import { limitBatches } from "./limit-batches.ts";
import { reach } from "./reach.ts";

/** A batch as JSON text, and what it is there for. */
export interface GeneratedBatch {
  readonly title: string;
  readonly batch: string;
}

/** Returns batches for a waybill. */
export function generateBatches(program: Program): readonly GeneratedBatch[] {
  const made: { readonly title: string; readonly json: Json }[] = [
    { title: "nothing but a member", json: baseBatch(program) },
    ...gateBatches(program),
    ...coverageItems(program).flatMap((item) => {
      const json = reach(item, program);
      return json === undefined ? [] : [{ title: item.text, json }];
    }),
  ];
  const batches = [
    ...made.map(({ title, json }) => ({ title, batch: textOf(json ?? "") })),
    ...edgeBatches(program),
    ...limitBatches(program),
  ];
  return [...new Map(batches.map((one) => [one.batch, one])).values()];
}

/** One batch for each reason of the gate. */
function gateBatches(program: Program): readonly { readonly title: string; readonly json: Json }[] {
  const base = baseBatch(program);
  const change = (title: string, path: readonly string[], value: Json | undefined) => {
    return { title: `gate: ${title}`, json: withValue(base, path, value) };
  };
  const [partner = "SessionM"] = program.source.loopPartners.value;
  return [
    { title: "gate: no object", json: [] },
    change("no MPID", ["mpid"], 0),
    change("an unknown platform", ["device_info"], { platform: "toaster" }),
    change("another environment", ["environment"], "none"),
    change("a loop", ["source_info"], { partner }),
    change("a replay", ["source_info"], { is_historical: true }),
    change("nobody", ["user_identities"], {}),
    change(
      "blank identities",
      ["user_identities"],
      Object.fromEntries(program.source.loginIdentities.value.map((type) => [type, " null "])),
    ),
  ];
}
