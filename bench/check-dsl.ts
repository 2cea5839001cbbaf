/**
 * Parse and check of a DSL file of some 5,000 lines: everything that `waybill check` does but reading the file. Each
 * round has a text of its own, because a file that did not change is not parsed again.
 */
import { checkWaybill } from "../src/compiler/compile.ts";
import { parse } from "../src/compiler/frontend/parse.ts";
import { createSourceFile } from "../src/compiler/source/source-file.ts";

const rounds = Number(process.argv[2] ?? 25);
const path = "large.waybill";

/** Returns a waybill of about so many lines: events with conditions, attributes with values, a profile. */
function largeWaybill(lines: number, round: number): string {
  const parts = [`waybill 1 large # round ${round}\n\nsource { names ignore_case }\n`];
  for (let index = 0; index < lines / 25; index++) {
    parts.push(`
# The ${index}th event of the app
event "Event Number ${index}" -> event_${index} {
  type location
  when value("visits") >= ${index} and platform != "roku"
  attribute visits
  attribute "Store ID" -> store
  attribute "Total Amount", "Amount" -> amount {
    value if(value == "none", "0", value | number | round(2))
  }
  attribute channel { text app }
  attribute color -> colour {
    lookup {
      red -> "r"
      green -> "g"
      "dark blue" -> "b"
    }
    else other
    when user("Favorite Color") != value ?? "unknown"
  }
  new_attributes drop
}

screen "Screen ${index}" -> screen_${index}

`);
  }
  return parts.join("");
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const times: { readonly parse: number; readonly check: number }[] = [];
let [length, lineCount] = [0, 0];
for (let round = -5; round < rounds; round++) {
  const text = largeWaybill(5_000, round);
  const start = performance.now();
  const { diagnostics } = parse(createSourceFile(path, text));
  const parsed = performance.now();
  const other = text.replace("round", "again");
  const checked = checkWaybill(path, { read: (id) => ({ kind: "text", text: other, id }) });
  const end = performance.now();
  const errors = [...diagnostics, ...checked.diagnostics].filter(({ severity }) => severity === "error");
  if (errors[0] !== undefined) throw new Error(`The waybill has errors: ${errors[0].code}`);
  [length, lineCount] = [text.length, text.split("\n").length];
  if (round === -5)
    console.log(
      `cold        ${(end - parsed).toFixed(1)} ms parse and check, ${(parsed - start).toFixed(1)} ms the parse before`,
    );
  if (round >= 0) times.push({ parse: parsed - start, check: end - parsed });
}
console.log(`${lineCount} lines, ${length} characters, ${rounds} rounds, the medians:`);
console.log(`parse       ${median(times.map(({ parse: time }) => time)).toFixed(1)} ms`);
console.log(`with check  ${median(times.map(({ check }) => check)).toFixed(1)} ms`);
