/** What is read of a text is what `JSON.parse` reads, and integers keep their digits besides. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../src/interpreter/read-json.ts";
import type { Json } from "../../src/runtime/emitted/json.ts";
import { listMembers } from "../../src/runtime/emitted/listing.ts";
import { parseJson } from "../../src/runtime/emitted/parse-json.ts";
import { readTape } from "../../src/runtime/emitted/read-tape.ts";
import { mostNames } from "../../src/runtime/emitted/tape/names.ts";
import { absentKind, lastWrittenAsSent } from "../../src/runtime/emitted/tape/row.ts";
import { kindOf, root, writtenAt } from "../../src/runtime/emitted/tape/tape.ts";
import { writeEach, writeUnits } from "../../src/runtime/emitted/tape/units.ts";
import { nodesIn, valueAt } from "../../src/runtime/emitted/tape/values.ts";
import { textOf } from "../../src/runtime/emitted/text.ts";

const seed = 20261127;

/** Names that repeat, that have escapes, that look like indexes of an array, that are long, that change prototypes. */
const name = fc.oneof(
  fc.constantFrom("a", "b", "mpid", "events", "7", "10", "4294967295", "01", "__proto__", "constructor", ""),
  fc.constantFrom(
    String.raw`mp\u0069d`,
    String.raw`a\"b`,
    String.raw`\ud800`,
    "n".repeat(64),
    "n".repeat(65),
  ),
  fc.string({ maxLength: 3 }).map((text) => JSON.stringify(text).slice(1, -1)),
);
const number = fc.oneof(
  fc.constantFrom("0", "-0", "1.0", "1.5", "1.50", "0.000001", "0.0000001", "1e3", "1E+2", "1e-7", "12e0"),
  fc.constantFrom("123456789012345", "1234567890123456", "-9007199254740993", "0.1234567890123456", "-0.5"),
  fc.constantFrom(
    "1e400",
    "-1e400",
    "1".repeat(400),
    "1".repeat(1_001),
    `${"1".repeat(400)}.5`,
    "01",
    "1.",
    ".5",
    "-",
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String),
);
const string = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '"é"',
    '"\u{1f389}"',
    '"\ud800"',
    String.raw`"\u00e9\/\b"`,
    String.raw`"\x"`,
    String.raw`"\u00g0"`,
  ),
  fc.constantFrom('"a\nb"', '"', '"\u0000"', '"\u2028"'),
);
const word = fc.constantFrom("true", "false", "null", "tru", "nul", "True", "undefined");
const gap = fc.constantFrom("", "", "", " ", "\n\t", "\r ", "\u00a0");

const { json } = fc.letrec<{ readonly json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    string,
    number,
    word,
    fc.tuple(gap, fc.array(fc.tuple(tie("json"), gap), { maxLength: 3 })).map(([space, items]) => {
      return `[${space}${items.map(([item, after]) => item + after).join(",")}]`;
    }),
    fc.array(fc.tuple(gap, name, gap, tie("json")), { maxLength: 6 }).map((members) => {
      return `{${members.map(([space, key, after, value]) => `${space}"${key}"${after}:${value}`).join(",")}}`;
    }),
  ),
}));

/** JSON, and JSON with something cut out or put in somewhere. */
const text = fc.oneof(
  json,
  fc
    .tuple(json, fc.nat(), fc.nat(3), fc.constantFrom("", ",", "}", "]", '"', ":", "\\", "0", " "))
    .map(([whole, offset, length, put]) => {
      const at = offset % (whole.length + 1);
      return whole.slice(0, at) + put + whole.slice(at + length);
    }),
);

function parsed(source: string): Json | undefined {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** A JSON value in which an integer is a number or a bigint all the same, and members have an order. */
function shown(value: Json | undefined): string {
  if (typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value)))
    return `integer ${value}`;
  if (typeof value !== "object" || value === null) return `${typeof value} ${JSON.stringify(value)}`;
  if (Array.isArray(value)) return `[${value.map(shown).join()}]`;
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}:${shown(member)}`)
    .join()}}`;
}

test("a text is read, or not, as the interpreter reads it", () => {
  const property = fc.property(text, (source) => {
    expect(shown(parseJson(source))).toBe(shown(readJson(source)));
  });
  fc.assert(property, { seed, numRuns: 20_000 });
});

/** What a value is when its integers are rounded, as `JSON.parse` rounds them. */
function rounded(value: Json | undefined): string | undefined {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? Number(part) : part));
}

test("what is read is what JSON.parse gives, but for digits, and what is no JSON is not read", () => {
  const property = fc.property(text, (source) => {
    const value = parsed(source);
    const read = parseJson(source);
    if (value === undefined || read !== undefined) expect(rounded(read)).toBe(rounded(value));
  });
  fc.assert(property, { seed, numRuns: 10_000 });
});

test("what is sent as it is written is written as its value is", () => {
  const property = fc.property(fc.oneof(number, string, word), (source) => {
    const tape = readTape(source);
    const kind = tape === undefined ? absentKind : kindOf(tape, root);
    if (tape === undefined || kind > lastWrittenAsSent) return;
    const value = valueAt(tape, root) ?? null;
    expect(writtenAt(tape, root)).toBe(value === null ? undefined : textOf(value));
    if (typeof value === "string") expect(`"${writtenAt(tape, root)}"`).toBe(JSON.stringify(value));
  });
  fc.assert(property, { seed, numRuns: 20_000 });
});

test("members are listed as JavaScript has them", () => {
  const property = fc.property(fc.array(fc.tuple(name, fc.nat(9))), (members) => {
    const source = `{${members.map(([key, value]) => `"${key}":${value}`).join()}}`;
    const tape = readTape(source);
    if (tape === undefined) throw new Error(`not read: ${source}`);
    const { names, nodes } = listMembers(tape, root);
    const listed = names.map((key, index) => [key, valueAt(tape, nodes[index] ?? -1)]);
    expect(listed).toEqual(Object.entries(JSON.parse(source)));
  });
  fc.assert(property, { seed, numRuns: 5_000 });
});

test("names that never end, and names that all have one hash, only take their own time", () => {
  // "Aa" and "BB" have one hash, and so have all texts made of them.
  const twins = (length: number): readonly string[] =>
    length === 0 ? [""] : twins(length - 1).flatMap((rest) => [`Aa${rest}`, `BB${rest}`]);
  const colliding = twins(13);
  const many = Array.from({ length: 3 * mostNames }, (_, index) => `name ${index}`);
  for (const names of [colliding, many, colliding]) {
    const source = JSON.stringify(Object.fromEntries(names.map((key, index) => [key, index])));
    const tape = readTape(source);
    if (tape === undefined) throw new Error("not read");
    expect(listMembers(tape, root).names).toEqual(names);
    expect(nodesIn(tape, root)).toHaveLength(names.length);
    expect(parseJson('{"mpid":1,"mp\\u0069d":2}')).toEqual({ mpid: 2 });
  }
});

test("code units are the same one by one", () => {
  const property = fc.property(fc.string({ unit: "binary" }), (source) => {
    const [one, other] = [new Uint16Array(source.length), new Uint16Array(source.length)];
    writeUnits(source, one);
    writeEach(source, other);
    expect(one).toEqual(other);
  });
  fc.assert(property, { seed });
});
