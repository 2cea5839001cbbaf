/**
 * Takes: the ways of a waybill. Gives: how many batches they agree on and what those reached, or the smallest batch
 * found on which they do not. The batches are made: those that go through the whole waybill first, then random ones.
 */
import { type Covered, createCoverage } from "../coverage/coverage.ts";
import { generateBatches } from "../generate/generate-batches.ts";
import { planBatches } from "../generate/plan-batches.ts";
import { randomBatches } from "../generate/random-batches.ts";
import type { Reason, Request } from "../runtime/emitted/result.ts";
import { compareWays, type Disagreement } from "./compare-ways.ts";
import { minimise } from "./minimise.ts";
import type { Ways } from "./ways.ts";

export interface VerifyOptions {
  /** How many random batches follow those that are made for the waybill. */
  readonly random: number;
  readonly seed: number;
}

/** What was compared; it grows while a verification runs. */
export interface Compared {
  made: number;
  random: number;
  readonly requests: { [kind in Request["kind"]]: number };
  readonly drops: Map<Reason, number>;
}

/** The outcome: without a failure all ways agree. */
export interface Verification {
  readonly compared: Compared;
  readonly coverage: readonly Covered[];
  readonly failure: Failure | undefined;
}

/** A batch, as small as it could be made, of which one way makes something else. */
export interface Failure {
  readonly title: string;
  readonly batch: string;
  readonly disagreement: Disagreement;
}

/** Returns what was compared before anything is. */
export function createCompared(): Compared {
  return { made: 0, random: 0, requests: { profile: 0, event: 0 }, drops: new Map() };
}

/** How many batches are compared before others may use the thread. */
const breath = 50;

/** Compares all ways of a waybill, and counts into `compared`; ends with the first disagreement. */
export async function verify(ways: Ways, options: VerifyOptions, compared: Compared): Promise<Verification> {
  const coverage = createCoverage(ways.program);
  for (const { title, batch, isRandom } of batchesOf(ways, options)) {
    if ((compared.made + compared.random) % breath === 0) await new Promise(setImmediate);
    for (const form of formsOf(batch)) {
      const { result, disagreement } = compareWays(ways, form, {
        record: coverage.startBatch(),
        counts: typeof form !== "string",
      });
      if (disagreement !== undefined) {
        const failure = await smallest(ways, { title, batch, disagreement });
        return { compared, coverage: coverage.result(), failure };
      }
      if (typeof form !== "string") count(compared, result);
    }
    if (isRandom) compared.random++;
    else compared.made++;
  }
  return { compared, coverage: coverage.result(), failure: undefined };
}

/** As text and as bytes; once where it is so large that its form decides nothing. */
function formsOf(batch: string): readonly (string | Uint8Array)[] {
  return batch.length < longest ? [batch, Buffer.from(batch)] : [Buffer.from(batch)];
}

const longest = 1_000_000;

interface Planned {
  readonly title: string;
  readonly batch: string;
  readonly isRandom: boolean;
}

function* batchesOf({ program }: Ways, { random, seed }: VerifyOptions): Generator<Planned> {
  const made = [...generateBatches(program), ...planBatches(program)];
  for (const one of made) yield { ...one, isRandom: false };
  yield* sizeBatches();
  let left = random;
  const models = made.map(({ batch }) => batch);
  for (const batch of randomBatches(program, seed, models)) {
    if (left-- <= 0) return;
    yield { title: `random batch ${random - left} of seed ${seed}`, batch, isRandom: true };
  }
}

const largest = 16 * 1024 * 1024;

/** As large as a batch may be, and one byte more. */
function sizeBatches(): readonly Planned[] {
  return [largest, largest + 1].map((size) => {
    return { title: `limit: ${size} bytes`, batch: '{"mpid":7}'.padEnd(size), isRandom: false };
  });
}

function count({ requests, drops }: Compared, result: ReturnType<typeof compareWays>["result"]): void {
  for (const { kind } of result.requests) requests[kind]++;
  for (const { reason } of result.drops) drops.set(reason, (drops.get(reason) ?? 0) + 1);
}

/** A disagreement may show for the text alone, or for its bytes alone. */
function disagreementOn(ways: Ways, batch: string): Disagreement | undefined {
  return compareWays(ways, batch).disagreement ?? compareWays(ways, Buffer.from(batch)).disagreement;
}

async function smallest(ways: Ways, failure: Failure): Promise<Failure> {
  const isShort = failure.batch.length < longest;
  const fails = (text: string) => disagreementOn(ways, text)?.way === failure.disagreement.way;
  const batch = isShort ? await minimise(failure.batch, fails) : failure.batch;
  return { ...failure, batch, disagreement: disagreementOn(ways, batch) ?? failure.disagreement };
}
