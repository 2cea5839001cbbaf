/** Random pairs of waybills, and what a proof says of them: no batch contradicts it. */
import fc from "fast-check";
import { type CompileResult, compileWaybill } from "../../src/compiler/compile.ts";
import { isSameForwarder } from "../../src/diff/is-same-forwarder.ts";
import { randomBatches } from "../../src/generate/random-batches.ts";
import { type Proof, prove } from "../../src/prove/prove.ts";
import { createRandom } from "../../src/random/random.ts";
import { arbitraryBatch } from "./arbitrary-batch.ts";
import { arbitraryWaybill } from "./arbitrary-waybill.ts";
import { loadEmitted } from "./load-emitted.ts";
import { memoryReader } from "./memory-reader.ts";
import { mutateWaybill } from "./mutate-waybill.ts";

/** A waybill and a changed copy of it, what is said of the two, and a batch that shows that to be wrong. */
export interface ProvenPair {
  readonly seed: number;
  readonly what: string;
  readonly waybills: readonly [before: unknown, after: unknown];
  readonly proof: Proof;
  readonly contradiction: string | undefined;
}

/** How many batches have to agree where two waybills are said to be equivalent, of each of four kinds. */
const ofEachKind = 500;

/** Gives pairs without end, one for each seed whose waybills have no errors. */
export function* provenPairs(firstSeed: number): Generator<ProvenPair> {
  const shared = fc.sample(arbitraryBatch, { seed: firstSeed, numRuns: 2 * ofEachKind });
  for (let seed = firstSeed; ; seed++) {
    const [waybill = {}] = fc.sample(arbitraryWaybill, { seed, numRuns: 1 });
    const { what, waybill: changed } = mutateWaybill(waybill, createRandom(seed));
    const [before, after] = [rightOne(waybill), rightOne(changed)];
    if (before === undefined || after === undefined) continue;
    const proof = proofOf(before, after);
    const batches = () => [...shared, ...batchesOf(before, seed), ...batchesOf(after, seed + 1)];
    const contradiction = findContradiction(proof, [before, after], batches);
    yield { seed, what, waybills: [waybill, changed], proof, contradiction };
  }
}

type Compiled = { readonly [part in keyof CompileResult]: NonNullable<CompileResult[part]> };

function rightOne(waybill: unknown): Compiled | undefined {
  const { program, ir, module, diagnostics } = compileWaybill(
    "w.waybill.yaml",
    memoryReader({ "w.waybill.yaml": JSON.stringify(waybill) }),
  );
  return program && ir && module && { program, ir, module, diagnostics };
}

/** As `waybill diff --prove` does, but without batches that were made before: the proof is on its own. */
function proofOf(before: Compiled, after: Compiled): Proof {
  if (isSameForwarder(before.ir, after.ir)) return { kind: "equivalent" };
  return prove(before.program, after.program, []);
}

function batchesOf({ program }: Compiled, seed: number): readonly string[] {
  const source = randomBatches(program, seed);
  return Array.from({ length: ofEachKind }, () => source.next().value ?? "");
}

/** A batch for which two equivalent waybills differ, or one that differs not although it was said to. */
function findContradiction(
  proof: Proof,
  pair: readonly Compiled[],
  batches: () => readonly string[],
): string | undefined {
  const forwards = pair.map(({ module }) => loadEmitted(module));
  const differs = (batch: string) => {
    const [one, other] = forwards.map((forward) =>
      // The place in the waybill is no part of what SessionM gets.
      JSON.stringify(forward(batch).requests.map(({ at: _, ...request }) => request)),
    );
    return one !== other;
  };
  if (proof.kind === "equivalent") return batches().find(differs);
  return proof.kind === "different" && !differs(proof.batch) ? proof.batch : undefined;
}
