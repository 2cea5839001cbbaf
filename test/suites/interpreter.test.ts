/**
 * The reference interpreter alone on each case of `test/fixtures/behaviour`: quick enough for mutation testing. The
 * other ways are compared with it in `behaviour.test.ts`.
 */
import { test } from "vitest";
import { checkWaybill } from "../../src/compiler/compile.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { behaviourCases, expectAsWritten, inputsOf, waybillOf } from "../support/behaviour-cases.ts";
import { memoryReader } from "../support/memory-reader.ts";

const entry = "w.waybill.yaml";

/** Batches of 16 MiB take a while where the code is instrumented. */
const cases = behaviourCases().filter(({ padded_to }) => padded_to === undefined);

test.each(cases)("$title", (one) => {
  const { program } = checkWaybill(entry, memoryReader({ [entry]: waybillOf(one) }));
  if (program === undefined) throw new Error("The waybill cannot be read.");
  for (const input of inputsOf(one)) expectAsWritten(one, interpret(program, input));
});
