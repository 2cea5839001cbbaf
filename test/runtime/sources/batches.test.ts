import fc from "fast-check";
import { expect, test } from "vitest";
import { batchLimit, InputError } from "../../../src/runtime/sources/batch-text.ts";
import { readBatches } from "../../../src/runtime/sources/batches.ts";

interface Read {
  readonly batches: readonly (readonly [line: number, text: string | undefined])[];
  readonly error: InputError | undefined;
}

async function readChunks(chunks: AsyncIterable<Uint8Array>): Promise<Read> {
  const batches: (readonly [number, string | undefined])[] = [];
  try {
    for await (const { line, bytes } of readBatches(chunks)) {
      batches.push([line, bytes && Buffer.from(bytes).toString()]);
    }
    return { batches, error: undefined };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { batches, error };
  }
}

async function* cut(text: string | Uint8Array, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  const sorted = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let start = 0;
  for (const end of sorted) {
    yield new Uint8Array(bytes.subarray(start, end));
    start = end;
  }
}

const read = (text: string | Uint8Array) => readChunks(cut(text, []));
const texts = async (text: string) => (await read(text)).batches.map(([, batch]) => batch);

test.each([
  [
    "NDJSON",
    '{"a":1}\n{"a":2}\n',
    [
      [1, '{"a":1}'],
      [2, '{"a":2}'],
    ],
  ],
  [
    "NDJSON without a last line break",
    '{"a":1}\n{"a":2}',
    [
      [1, '{"a":1}'],
      [2, '{"a":2}'],
    ],
  ],
  [
    "blank lines, CRLF and a byte order mark",
    '\ufeff{"a":1}\r\n\r\n  \n{"a":2}\r\n',
    [
      [1, '{"a":1}'],
      [4, '{"a":2}'],
    ],
  ],
  [
    "a line that is not JSON",
    '{"a":1}\nnonsense\n{"a":2}',
    [
      [1, '{"a":1}'],
      [2, "nonsense"],
      [3, '{"a":2}'],
    ],
  ],
  [
    "a first line that is not JSON",
    '"b":1}\n{"a":2}',
    [
      [1, '"b":1}'],
      [2, '{"a":2}'],
    ],
  ],
  [
    "a first line that breaks off after a value",
    '{"a":1\n{"a":2}',
    [
      [1, '{"a":1'],
      [2, '{"a":2}'],
    ],
  ],
  [
    "a first line that breaks off in a string",
    '{"a":"x\n{"a":2}',
    [
      [1, '{"a":"x'],
      [2, '{"a":2}'],
    ],
  ],
  ["one batch on a line", '{"a":1}', [[1, '{"a":1}']]],
  ["one batch over many lines", '{\n  "a": [\n    {}\n  ]\n}\n', [[1, '{\n  "a": [\n    {}\n  ]\n}']]],
  ["one batch with commas first", '{"a":1\n,"b":2}', [[1, '{"a":1\n,"b":2}']]],
  ["one batch with an object on its second line", '{"a":[\n{"b":1}\n]}', [[1, '{"a":[\n{"b":1}\n]}']]],
  [
    "an array on one line",
    '[{"a":1}, {"a":2}]\n',
    [
      [1, '{"a":1}'],
      [1, '{"a":2}'],
    ],
  ],
  [
    "an array over many lines",
    '\n[\n  {\n "a":1\n},\n\n  {"a":2}\n]\n',
    [
      [3, '{\n "a":1\n}'],
      [7, '{"a":2}'],
    ],
  ],
  [
    "an array of what is not a batch",
    '[1, "a,]\\"", [2,3], null]',
    [
      [1, "1"],
      [1, '"a,]\\""'],
      [1, "[2,3]"],
      [1, "null"],
    ],
  ],
  ["an empty array", " [ ] ", []],
  [
    "an array with a comma too many",
    "[1,]",
    [
      [1, "1"],
      [1, ""],
    ],
  ],
  [
    "NDJSON whose first line is an array",
    '[1,2,3]\n\n{"a":1}',
    [
      [1, "[1,2,3]"],
      [3, '{"a":1}'],
    ],
  ],
  ["nothing", "", []],
  ["blank lines alone", "\n \n", []],
])("reads %s", async (_, text, batches) => {
  expect(await read(text)).toEqual({ batches, error: undefined });
});

test.each([
  ["breaks off between elements", '[{"a":1},\n', "array_not_closed", 2],
  ["breaks off inside an element", '[{"a":1},\n{"a', "array_not_closed", 2],
  ["breaks off before its bracket", '[{"a":1}', "array_not_closed", 1],
  ["has text after it", '[\n{"a":1}]\n{"a":2}', "array_syntax", 3],
  ["is closed with a brace", '[{"a":1},}', "array_syntax", 1],
])("says where an array %s, after what is complete", async (_, text, code, line) => {
  const { batches, error } = await read(text);
  expect(error).toMatchObject({ code, line });
  expect(batches.map(([, batch]) => batch)).toEqual(
    text.includes("},") || text.includes("}]") ? ['{"a":1}'] : [],
  );
});

const json = fc.json({ maxDepth: 3, noUnicodeString: false });
const spaces = fc.constantFrom("", " ", "\n", "\r\n  ");
const inputs = fc.oneof(
  fc
    .tuple(fc.array(json), spaces)
    .map(([all, space]) => `${space}[${space}${all.join(`${space},${space}`)}${space}]${space}`),
  fc.array(json).map((all) => all.join("\r\n")),
  json.map((one) => JSON.stringify(JSON.parse(one), null, 2)),
  fc.string(),
);

test("gives the same batches wherever the chunks end", async () => {
  const places = fc.array(fc.nat(), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(inputs, fc.boolean(), places, async (input, mark, cuts) => {
      const text = mark ? `\ufeff${input}` : input;
      expect(await readChunks(cut(text, cuts))).toEqual(await read(input));
    }),
    { numRuns: 300 },
  );
});

test("gives the same batches in each format", async () => {
  const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(objects, async (batches) => {
      const parsed = async (text: string) => (await texts(text)).map((batch) => JSON.parse(batch ?? ""));
      const same = batches.map((batch) => JSON.parse(JSON.stringify(batch)));
      expect(await parsed(batches.map((batch) => JSON.stringify(batch)).join("\n"))).toEqual(same);
      expect(await parsed(JSON.stringify(batches))).toEqual(same);
      expect(await parsed(JSON.stringify(batches, null, 2))).toEqual(same);
      expect(await parsed(JSON.stringify(batches[0], null, "\t"))).toEqual(same.slice(0, 1));
    }),
    { numRuns: 100 },
  );
});

const mebibyte = Buffer.alloc(1024 * 1024, "x");

async function* around(before: string, mebibytes: number, after: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(before);
  for (let count = 0; count < mebibytes; count++) yield mebibyte;
  yield Buffer.from(after);
}

test.each([
  ["line", '{"a":1}\n', '\n{"a":2}'],
  ["first line", "", '\n{"a":2}'],
  ["element", '[{"a":1},"', '",{"a":2}]'],
  ["first element", '["', '",{"a":2}]'],
  ["batch over many lines", '{\n"', '"}'],
])("marks a %s that is longer than 16 MiB and keeps none of it", async (_, before, after) => {
  const { batches } = await readChunks(around(before, 17, after));
  const expected = [before.includes("1"), true, after.includes("2")];
  expect(batches.map(([, text]) => text?.length)).toEqual([7, undefined, 7].filter((_, at) => expected[at]));
});

test("takes a line of exactly 16 MiB", async () => {
  const { batches } = await readChunks(around("{}\n", 16, "\n"));
  expect(batches[1]?.[1]?.length).toBe(batchLimit);
});

test("holds little memory over a long array without a line break", async () => {
  const element = Buffer.from(`{"a":"${"x".repeat(9000)}"},`);
  async function* long(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("[");
    const part = Buffer.concat(Array.from({ length: 100 }, () => element));
    for (let count = 0; count < 200; count++) yield Buffer.from(part);
    yield Buffer.from("{}]");
  }
  let count = 0;
  let held = 0;
  const before = process.memoryUsage().arrayBuffers;
  for await (const _ of readBatches(long())) {
    count++;
    if (count % 1000 === 0) held = Math.max(held, process.memoryUsage().arrayBuffers - before);
  }
  expect(count).toBe(20_001);
  expect(held).toBeLessThan(100 * 1024 * 1024);
});
