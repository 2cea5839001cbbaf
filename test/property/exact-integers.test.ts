/** Two readers of JSON, written apart, agree to the digit: the one of emitted code and the interpreter's. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../src/interpreter/read-json.ts";
import type { Json } from "../../src/runtime/emitted/json.ts";
import { parseJson } from "../../src/runtime/emitted/parse-json.ts";

const digits = fc.stringMatching(/^-?[1-9][0-9]{13,24}$/);
const token = fc.oneof(
  digits,
  digits.map((text) => `${text}e1`),
  digits.map((text) => `${text}.5`),
  fc.constantFrom("1999999999999999999", "2000000000000000000", "9007199254740993", "9007199254740992.0"),
);
const name = fc.constantFrom('"mpid"', '"id"', String.raw`"a\"id"`, String.raw`"\u0069d"`, '"event_id"');
const space = fc.constantFrom("", " ", "\n");

/** Strings that look like members, with the same digits as numbers of the text. */
const text = token.chain((one) =>
  fc.constantFrom(
    '"x"',
    `"${one}"`,
    `"a\\"id\\":${one},"`,
    `":${one},"`,
    '"\\\\"',
    String.raw`"\u0000${one}"`,
  ),
);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    token,
    text,
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(",")}]`),
    fc
      .array(fc.tuple(name, space, tie("value")), { maxLength: 12 })
      .map(
        (members) => `{${members.map(([key, gap, inner]) => `${gap}${key}${gap}:${gap}${inner}`).join(",")}}`,
      ),
  ),
}));

/** Whether an integer is a number or a bigint makes no difference. */
function shown(json: Json | undefined): string | undefined {
  return JSON.stringify(json, (_, part) => {
    const isInteger = typeof part === "bigint" || (typeof part === "number" && Number.isInteger(part));
    return isInteger ? `integer ${part}` : part;
  });
}

test("every integer keeps its digits, whatever stands around it", () => {
  const property = fc.property(value, (part) => {
    const json = `{"part":${String(part)}}`;
    expect(shown(parseJson(json))).toBe(shown(readJson(json)));
  });
  fc.assert(property, { seed: 20261127, numRuns: 20_000 });
});
