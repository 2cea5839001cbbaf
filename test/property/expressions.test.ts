import fc from "fast-check";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import type { Drop } from "../../src/runtime/emitted/result.ts";
import { arbitraryExpressions, type ExpressionNames } from "../support/arbitrary-expression.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { memoryReader } from "../support/memory-reader.ts";

const seed = Number(process.env["SEED"] ?? 20261127);
const wantedWaybills = Number(process.env["WAYBILLS"] ?? 150);

/** Few names, so that most of what expressions read is there; in other casings, too. */
const names = ["a", "b", "A", "c"];
const inProfile: ExpressionNames = { user: names, identities: ["email"], hasValue: true };
const inEvent: ExpressionNames = { ...inProfile, event: names };

/** Values that meet each other and the literals of random expressions. */
const values = [0, 1, 2.5, 12, "1", "12", " 1 ", "yes", "GOLD", "S1,S2", "", "us", true, null];
const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...values) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...values), { maxLength: 3 }) },
);
const attributes = fc.dictionary(fc.constantFrom(...names, "B"), value, { maxKeys: 5 });
const consented = fc.constantFrom({ consented: true }, { consented: false }, {});

const batch = fc.record(
  {
    mpid: fc.constantFrom(7, "12"),
    user_attributes: attributes,
    deleted_user_attributes: fc.subarray(names),
    user_identities: fc.constantFrom({}, { email: "pat@example.com" }, { email: "12" }),
    consent_state: fc.record({
      gdpr: fc.record({ loyalty: consented }),
      ccpa: fc.record({ data_sale_opt_out: consented }),
    }),
    device_info: fc.constantFrom({ platform: "iOS" }, { platform: "web" }),
    events: fc
      .record({ event_name: fc.constant("Order"), custom_event_type: fc.constantFrom("other", "") })
      .chain((data) =>
        attributes.map((custom_attributes) => [
          {
            event_type: "custom_event",
            data: { ...data, event_id: "1", timestamp_unixtime_ms: 12, custom_attributes },
          },
        ]),
      ),
  },
  { requiredKeys: ["mpid"] },
);

function entries({ any, boolean }: ReturnType<typeof arbitraryExpressions>, count: number) {
  const entry = fc.record({ value: any, when: fc.option(boolean, { nil: undefined, freq: 1 }) });
  return fc.array(entry, { minLength: count, maxLength: count, size: "max" }).map((made) =>
    made.map(({ when, ...rest }, index) => ({
      attribute: names[index % names.length],
      to: `k${index}`,
      ...rest,
      ...(when !== undefined && { when }),
    })),
  );
}

const condition = arbitraryExpressions({ ...inEvent, hasValue: false }).boolean;

const waybill = fc.record({
  waybill: fc.constant(1),
  name: fc.constant("random"),
  source: fc.record({ users: fc.constant("all"), names: fc.constantFrom("exact", "ignore_case") }),
  profile: fc.record({
    lists: fc.constantFrom("comma", "json"),
    removed: fc.constantFrom("keep", "empty"),
    attributes: entries(arbitraryExpressions(inProfile), 10),
  }),
  events: fc.tuple(
    fc.record({
      event: fc.constant("Order"),
      to: fc.constant("one"),
      when: condition,
      attributes: entries(arbitraryExpressions(inEvent), 8),
    }),
    fc.record({ event: fc.constant("Order"), to: fc.constant("two"), when: condition }),
  ),
});

test("emitted code and the interpreter agree on random expressions over values that meet their literals", () => {
  let compiled = 0;
  const batches = fc.array(batch, { minLength: 20, maxLength: 20 });
  const property = fc.property(waybill, batches, (written, inputs) => {
    const files = memoryReader({ "w.waybill.yaml": JSON.stringify(written, null, 1) });
    const { program, module } = compileWaybill("w.waybill.yaml", files);
    if (program === undefined || module === undefined) return;
    compiled++;
    const forward = loadEmitted(module);
    for (const input of inputs.map((one) => JSON.stringify(one))) {
      const expected = interpret(program, input);
      const actual = forward(input, { drops: "full" });
      expect(actual.requests).toEqual(expected.requests);
      expect(sorted(actual.drops)).toEqual(sorted(expected.drops));
    }
  });
  fc.assert(property, { seed, numRuns: wantedWaybills });
  expect(compiled).toBeGreaterThan(wantedWaybills / 2);
}, 300_000);

function sorted(drops: readonly Drop[]): readonly string[] {
  return drops.map((drop) => JSON.stringify(drop)).sort();
}
