/** Rounds of random waybills and batches, each of which every way of running has to treat alike. */
import fc from "fast-check";
import { loadForwarder } from "../../src/bundle/load.ts";
import { randomBatches } from "../../src/generate/random-batches.ts";
import { compareWays, type Disagreement } from "../../src/verify/compare-ways.ts";
import { minimise } from "../../src/verify/minimise.ts";
import type { Compared } from "../../src/verify/verify.ts";
import { type Emitted, emitBothWays, type Ways } from "../../src/verify/ways.ts";
import { arbitraryBatch } from "./arbitrary-batch.ts";
import { arbitraryWaybill } from "./arbitrary-waybill.ts";
import { loadEmitted } from "./load-emitted.ts";
import { memoryReader } from "./memory-reader.ts";

/** A waybill and a batch that the ways treat differently: a fixture of `test/fixtures/agreement`. */
export interface AgreementCase {
  readonly waybill: unknown;
  readonly batch: string;
}

/** A round that failed, as small as it could be made. */
export interface FailedRound extends AgreementCase {
  readonly seed: number;
  readonly disagreement: Disagreement;
}

/** The batches of one waybill. */
const perRound = 250;
const entry = "w.waybill.yaml";

/** The ways of a waybill as JSON; undefined where it has errors. */
export async function waysOfWaybill(waybill: unknown): Promise<Ways | undefined> {
  const text = JSON.stringify(waybill);
  const { emitted } = emitBothWays(entry, memoryReader({ [entry]: text }));
  return emitted && openTestWays(emitted);
}

/** Loads every way: emitted code against the sources of the runtime, the minified bundle with what was built of them. */
export async function openTestWays({ program, module, plain }: Emitted): Promise<Ways> {
  return {
    program,
    others: [
      { name: "code without passes", forward: loadEmitted(plain) },
      { name: "code with all passes", forward: loadEmitted(module) },
      { name: "minified bundle", forward: await loadForwarder(module, { minify: true }) },
    ],
  };
}

/** Compares all ways on random waybills and batches, as many as are wanted; gives each round that failed. */
export async function* runRounds(
  firstSeed: number,
  wanted: number,
  compared: Compared,
): AsyncGenerator<FailedRound> {
  let next = waybillOf(firstSeed);
  for (let seed = firstSeed; compared.random < wanted; seed++) {
    const round = await next;
    // The bundler works on the next waybill meanwhile, in a process of its own.
    next = waybillOf(seed + 1);
    const failed = await runRound(seed, round, compared);
    if (failed !== undefined) yield failed;
  }
  await next;
}

async function runRound(
  seed: number,
  { waybill, ways }: RandomWaybillWays,
  compared: Compared,
): Promise<FailedRound | undefined> {
  for (const [index, batch] of batchesFor(ways, seed).entries()) {
    const { result, disagreement } = compareWays(ways, formOf(batch, index), { counts: index % 4 < 2 });
    if (disagreement !== undefined) return smallest(seed, { waybill, batch }, disagreement);
    compared.random++;
    for (const { kind } of result.requests) compared.requests[kind]++;
    for (const { reason } of result.drops) compared.drops.set(reason, (compared.drops.get(reason) ?? 0) + 1);
  }
  return undefined;
}

/** Every other batch goes in as bytes. */
function formOf(batch: string, index: number): string | Uint8Array {
  return index % 2 === 0 ? batch : Buffer.from(batch);
}

interface RandomWaybillWays {
  readonly waybill: unknown;
  readonly ways: Ways;
}

/** The first waybill of a seed that has no errors. */
async function waybillOf(seed: number): Promise<RandomWaybillWays> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const [waybill] = fc.sample(arbitraryWaybill, { seed: seed + attempt * 1_000_003, numRuns: 1 });
    const ways = await waysOfWaybill(waybill);
    if (ways !== undefined) return { waybill, ways };
  }
  throw new Error(`No waybill of the seed ${seed} is without errors.`);
}

/** Half of them know the waybill; the others share its pools of names by chance. */
function batchesFor({ program }: Ways, seed: number): readonly string[] {
  const known = randomBatches(program, seed);
  const half = perRound / 2;
  return [
    ...fc.sample(arbitraryBatch, { seed, numRuns: half }),
    ...Array.from({ length: half }, () => known.next().value ?? ""),
  ];
}

/** Says whether all ways agree on a case; undefined where they do or the waybill has errors. */
export async function disagreementIn({ waybill, batch }: AgreementCase): Promise<Disagreement | undefined> {
  const ways = await waysOfWaybill(waybill);
  if (ways === undefined) return undefined;
  return compareWays(ways, batch).disagreement ?? compareWays(ways, Buffer.from(batch)).disagreement;
}

async function smallest(
  seed: number,
  { waybill, batch }: AgreementCase,
  disagreement: Disagreement,
): Promise<FailedRound> {
  const fails = async (one: AgreementCase) => (await disagreementIn(one)) !== undefined;
  const smaller: unknown = JSON.parse(
    await minimise(JSON.stringify(waybill), (text) => fails({ waybill: JSON.parse(text), batch })),
  );
  const least = await minimise(batch, (text) => fails({ waybill: smaller, batch: text }));
  const made = { waybill: smaller, batch: least };
  return { seed, ...made, disagreement: (await disagreementIn(made)) ?? disagreement };
}
