/**
 * The reference interpreter on each case of `test/fixtures/behaviour`: what is written, what the emitted code gives too,
 * and what its trace tells. The other ways are compared with it in `behaviour.test.ts`.
 */
import { expect, test } from "vitest";
import type { Program } from "../../src/compiler/check/program.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import type { Forward } from "../../src/runtime/emitted/result.ts";
import { differenceOf } from "../../src/verify/difference.ts";
import {
  type BehaviourCase,
  behaviourCases,
  expectAsWritten,
  inputsOf,
  waybillOf,
} from "../support/behaviour-cases.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { memoryReader } from "../support/memory-reader.ts";
import { expectTraceOf } from "../support/trace-of.ts";

const entry = "w.waybill.yaml";

/** Batches of 16 MiB take a while where the code is instrumented. */
const cases = behaviourCases().filter(({ padded_to }) => padded_to === undefined);

interface Compiled {
  readonly program: Program;
  readonly forward: Forward;
}

/** Mutation testing runs a case again and again: it is not about what the compiler makes. */
const compiled = new Map<string, Compiled>();

function compile(one: BehaviourCase): Compiled {
  const known = compiled.get(one.title);
  if (known !== undefined) return known;
  const { program, module } = compileWaybill(entry, memoryReader({ [entry]: waybillOf(one) }));
  if (program === undefined || module === undefined) throw new Error("The waybill has errors.");
  const made = { program, forward: loadEmitted(module) };
  compiled.set(one.title, made);
  return made;
}

test.each(cases)("$title", (one) => {
  const { program, forward } = compile(one);
  for (const input of inputsOf(one)) {
    const made = interpret(program, input);
    expectAsWritten(one, made);
    expect(differenceOf(made, forward(input, { drops: "full" }))).toBeUndefined();
    expectTraceOf(program, input, made);
  }
});
