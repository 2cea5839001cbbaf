/** Runs both versions of each waybill over batches, one batch at a time. */
import { placeOf, type Span } from "../../compiler/source/source-file.ts";
import { type BatchInfo, type Collector, createCollector } from "../../diff/collector.ts";
import { compareBatch } from "../../diff/compare-batch.ts";
import { compareSettings } from "../../diff/compare-settings.ts";
import { isSameForwarder } from "../../diff/is-same-forwarder.ts";
import type { ShownProof, WaybillDiff } from "../../diff/waybill-diff.ts";
import { admittedBatches } from "../../generate/admitted-batches.ts";
import { generateBatches } from "../../generate/generate-batches.ts";
import { planBatches } from "../../generate/plan-batches.ts";
import { prove } from "../../prove/prove.ts";
import type { Host } from "../host.ts";
import { InputProblem } from "../input-problem.ts";
import { type Input, openInput } from "../run/input.ts";
import { note } from "../run/note.ts";
import { readInput } from "../run/read-input.ts";
import { type OpenVersion, openVersion } from "./open-version.ts";
import type { DiffOptions } from "./options.ts";
import { type NamedBatch, readTestBatches } from "./test-batches.ts";
import { findVersions, type Version, type VersionPair } from "./versions.ts";

/** What a session found. */
export interface DiffSession {
  readonly diffs: readonly WaybillDiff[];
  /** Whether every version could be compiled. */
  readonly isWhole: boolean;
}

/** A pair that can run. */
interface OpenPair {
  readonly pair: VersionPair;
  readonly before: OpenVersion | undefined;
  readonly after: OpenVersion | undefined;
  readonly collector: Collector;
}

/** Compares what the options name. Throws InputProblem for what is not there. */
export async function runDiff(options: DiffOptions, host: Host): Promise<DiffSession> {
  const pairs = findVersions(options.before, options.after, host.cwd);
  const input = options.input === undefined ? undefined : await openInput(options.input, host);
  const open: OpenPair[] = [];
  for (const pair of pairs) {
    const opened = await openPair(pair, host);
    if (opened !== undefined) open.push(opened);
  }
  const proofs = new Map<OpenPair, ShownProof | undefined>();
  for (const one of open) {
    const [tests, made] = [await testBatches(one, host), madeBatches(one)];
    for (const batch of tests) run(one, batch, "tests");
    for (const batch of made) run(one, batch, "generated");
    const tries = [...tests, ...made].map(({ batch }) => textOf(batch));
    const proof = options.prove ? proofOf(one, tries) : undefined;
    if (proof?.kind === "different")
      run(one, { title: "made for: --prove", batch: proof.batch }, "generated");
    proofs.set(one, proof);
  }
  if (input !== undefined) await runSample(open, input);
  return { diffs: open.map((one) => diffOf(one, proofs.get(one))), isWhole: open.length === pairs.length };
}

async function openPair(pair: VersionPair, host: Host): Promise<OpenPair | undefined> {
  const [before, after] = [await openSide(pair.before, host), await openSide(pair.after, host)];
  if (before === "broken" || after === "broken") return undefined;
  return { pair, before, after, collector: createCollector() };
}

async function openSide(
  version: Version | undefined,
  host: Host,
): Promise<OpenVersion | undefined | "broken"> {
  return version === undefined ? undefined : ((await openVersion(version, host)) ?? "broken");
}

async function testBatches({ pair }: OpenPair, host: Host): Promise<readonly NamedBatch[]> {
  const found = new Map<string, NamedBatch>();
  for (const version of [pair.after, pair.before]) {
    if (version === undefined) continue;
    const { batches, unusable } = await readTestBatches(version);
    for (const batch of batches) {
      const text = textOf(batch.batch);
      if (!found.has(text)) found.set(text, batch);
    }
    for (const path of unusable)
      note(host, `${path}: some of its batches cannot be used; \`waybill test\` says why`);
  }
  return [...found.values()];
}

function textOf(batch: string | Uint8Array): string {
  return typeof batch === "string" ? batch : new TextDecoder().decode(batch);
}

/** What was made for the older version is tried first: that is what may be lost. */
function madeBatches({ before, after }: OpenPair): readonly NamedBatch[] {
  const programs = [before, after].flatMap((version) => version?.program ?? []);
  const makers = [admittedBatches, planBatches, generateBatches];
  const made = programs.flatMap((program) => makers.flatMap((make) => make(program)));
  const named = made.map(({ title, batch }) => ({ title: `made for: ${title}`, batch }));
  // Of equal batches the first gives the title.
  return [...new Map(named.toReversed().map((one) => [one.batch, one])).values()].toReversed();
}

const nothing = { requests: [], drops: [] };

function run(
  { before, after, collector }: OpenPair,
  { title, batch }: NamedBatch,
  origin: BatchInfo["origin"],
): void {
  const made = { before: before?.forward(batch) ?? nothing, after: after?.forward(batch) ?? nothing };
  compareBatch({ info: { origin, title }, batch, ...made }, collector);
}

/** Holds one batch at a time, however long the sample is. */
async function runSample(open: readonly OpenPair[], input: Input): Promise<void> {
  let isEmpty = true;
  for await (const { bytes, line } of readInput(input)) {
    isEmpty = false;
    for (const one of open) run(one, { title: `${input.name}:${line}`, batch: bytes }, "sample");
  }
  if (isEmpty) throw new InputProblem(`${input.name} holds no batch.`);
}

function proofOf({ before, after }: OpenPair, tries: readonly string[]): ShownProof | undefined {
  if (before === undefined || after === undefined) return undefined;
  if (isSameForwarder(before.ir, after.ir)) return { kind: "equivalent" };
  const proof = prove(before.program, after.program, tries);
  if (proof.kind !== "undecided") return proof;
  const place = (span: Span | undefined) => span && placeOf(span);
  return {
    kind: "undecided",
    doubts: proof.doubts.map((doubt) => ({
      ...{ what: doubt.what, why: doubt.why, before: place(doubt.before), after: place(doubt.after) },
    })),
  };
}

function diffOf({ pair, before, after, collector }: OpenPair, proof: ShownProof | undefined): WaybillDiff {
  const { batches, changes, unlisted } = collector.result();
  const isBoth = before !== undefined && after !== undefined;
  const settings = isBoth ? compareSettings(before.program, after.program) : [];
  const drops = changes.filter((change) => change.class === "drops");
  const rest = changes.filter((change) => change.class !== "drops");
  return {
    title: pair.title,
    before: pair.before?.label,
    after: pair.after?.label,
    comparison: { batches, changes: [...drops, ...settings, ...rest], unlisted },
    isSameForwarder: isBoth && isSameForwarder(before.ir, after.ir),
    proof,
  };
}
