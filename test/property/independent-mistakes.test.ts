import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { createSourceFile, positionAt } from "../../src/compiler/source/source-file.ts";

const waybill = `waybill 1 shop

source {
  platforms iOS, Android
  when platform == "ios"
}

profile by customer_id {
  identity email -> email
  attribute "Birth Date" -> birth_date
  attribute tier {
    lookup {
      gold -> Gold
      "none at all" -> ""
    }
    else Basic
  }
}

event "Order Placed" -> order_placed {
  type transaction
  when value("total") > 3
  attribute total {
    value value | number
  }
  set basket
}
screen Home
new_events drop
`;

const lines = waybill.split("\n");

/** None of them can stand anywhere, and none begins a block. */
const brokenLines = [
  "bogus 1",
  'event "Order" order',
  "attribute",
  "event",
  'description "unclosed',
  "] 3",
  "include 3 + lower(value))",
  "-> total",
];

test("each line that cannot be read gets one diagnostic of its own", () => {
  const line = fc.record({
    at: fc.integer({ min: 1, max: lines.length - 1 }),
    text: fc.constantFrom(...brokenLines),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { selector: ({ at }) => at, minLength: 1, maxLength: 8 }),
      (inserted) => {
        const sorted = [...inserted].sort((a, b) => a.at - b.at);
        const text = lines.flatMap((own, index) => [
          ...sorted.filter(({ at }) => at === index).map((broken) => broken.text),
          own,
        ]);
        const file = createSourceFile("broken.waybill", text.join("\n"));
        const found = parse(file).diagnostics.map(({ span }) => positionAt(file, span.start).line);
        expect(found.sort((a, b) => a - b)).toEqual(sorted.map(({ at }, index) => at + index + 1));
      },
    ),
    { numRuns: 300 },
  );
});
