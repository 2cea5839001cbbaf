/** Each case of `test/fixtures/behaviour` holds for every way the code runs. */
import { expect, test } from "vitest";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { differenceOf } from "../../src/verify/difference.ts";
import { emitBothWays, type Ways } from "../../src/verify/ways.ts";
import { openTestWays } from "../support/agreement.ts";
import {
  type BehaviourCase,
  behaviourCases,
  expectAsWritten,
  inputsOf,
  waybillOf,
} from "../support/behaviour-cases.ts";
import { memoryReader } from "../support/memory-reader.ts";

const entry = "w.waybill.yaml";

async function waysOf(one: BehaviourCase): Promise<Ways> {
  const { emitted, diagnostics } = emitBothWays(entry, memoryReader({ [entry]: waybillOf(one) }));
  if (emitted === undefined) throw new Error(renderText(diagnostics));
  return openTestWays(emitted);
}

test.each(behaviourCases())("$title", async (one) => {
  const { program, others } = await waysOf(one);
  for (const input of inputsOf(one)) {
    const made = interpret(program, input);
    expectAsWritten(one, made);
    for (const { name, forward } of others) {
      const difference = differenceOf(made, forward(input, { drops: "full" }));
      expect(difference && { name, ...difference }).toBeUndefined();
    }
  }
});
