import fc from "fast-check";
import { expect, test } from "vitest";
import { ownTime } from "../../../src/runtime/delivery/own-time.ts";

const read = (text: string) => ownTime(Buffer.from(text));

test.each([
  ["a number", '{"mpid":1,"timestamp_unixtime_ms":1767225600000,"events":[]}', 1_767_225_600_000],
  ["a text", '{"timestamp_unixtime_ms" : "1767225600000" }', 1_767_225_600_000],
  ["the last of two", '{"timestamp_unixtime_ms":1,"timestamp_unixtime_ms":2}', 2],
  ["an event's own", '{"events":[{"data":{"timestamp_unixtime_ms":5}}]}', undefined],
  ["a value of the same text", '{"a":"timestamp_unixtime_ms","b":7}', undefined],
  ["a text that quotes it", '{"a":"\\"timestamp_unixtime_ms\\":7,"}', undefined],
  ["null", '{"timestamp_unixtime_ms":null}', undefined],
  ["less than none", '{"timestamp_unixtime_ms":-5}', undefined],
  ["more than a date holds", '{"timestamp_unixtime_ms":99999999999999999999}', undefined],
])("%s", (_title, text, expected) => {
  expect(read(text)).toBe(expected);
});

test("it is what a parser finds, whatever else is in the batch", () => {
  const name = fc.constantFrom("timestamp_unixtime_ms", "events", "a", '"', "\\");
  const batch = fc.dictionary(name, fc.oneof(fc.maxSafeNat(), fc.jsonValue()));
  fc.assert(
    fc.property(batch, fc.constantFrom(0, 2), (value, indent) => {
      const time = value["timestamp_unixtime_ms"];
      const isTime = typeof time === "number" && Number.isSafeInteger(time) && time >= 0;
      fc.pre(typeof time !== "string" && !Object.is(time, -0));
      expect(read(JSON.stringify(value, null, indent))).toBe(isTime ? time : undefined);
    }),
  );
});
