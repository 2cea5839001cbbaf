/** What tests reach of each waybill that they run against. */
import type { Program } from "../../compiler/check/program.ts";
import { type Covered, createCoverage } from "../../coverage/coverage.ts";
import { interpret } from "../../interpreter/interpret.ts";
import { requireAgreement } from "../../verify/agreement.ts";
import type { Session, TestRun } from "./session.ts";

/** The coverage of one waybill. */
export interface WaybillCoverage {
  /** The entry file, as a user would type it. */
  readonly path: string;
  readonly program: Program;
  readonly items: readonly Covered[];
}

/**
 * Runs the batches of all tests through the reference interpreter, which tells what it does. A test whose batch the
 * forwarder treats otherwise is a bug of ours.
 */
export function measureCoverage({ runs }: Session): readonly WaybillCoverage[] {
  const byWaybill = new Map<string, TestRun[]>();
  for (const run of runs) {
    const list = byWaybill.get(run.waybill.path);
    if (list === undefined) byWaybill.set(run.waybill.path, [run]);
    else list.push(run);
  }
  return [...byWaybill].flatMap(([path, own]) => {
    const ready = own[0]?.waybill.ready;
    if (ready === undefined) return [];
    const coverage = createCoverage(ready.program);
    for (const { batch, test } of own) {
      const reference = interpret(ready.program, batch, coverage.startBatch());
      requireAgreement(reference, ready.forward(batch, { drops: "full" }), `the batch of \`${test.name}\``);
    }
    return [{ path, program: ready.program, items: coverage.result() }];
  });
}

/** Returns how much was reached, in percent; a waybill with nothing to reach is reached as a whole. */
export function percentOf(items: readonly Covered[]): number {
  const reached = items.filter(({ isReached }) => isReached).length;
  return items.length === 0 ? 100 : (100 * reached) / items.length;
}
