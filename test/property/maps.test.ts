/** Random waybills: source maps lead from the code that decides to the line that the forwarder itself reports. */
import { decodedMappings, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { bundleForwarder } from "../../src/bundle/bundle.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import type { EmittedModule } from "../../src/compiler/emit/forwarder.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { convertFile } from "../../src/compiler/frontend/print.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";
import { randomBatches } from "../../src/generate/random-batches.ts";
import { arbitraryWaybill, type RandomWaybill } from "../support/arbitrary-waybill.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { memoryReader } from "../support/memory-reader.ts";

const firstSeed = 20_261_127;
const waybills = 40;
const batchesOfEach = 50;

/** A waybill in two files, and where its code came from. */
interface Case {
  readonly seed: number;
  readonly files: Readonly<Record<string, string>>;
  readonly module: EmittedModule;
  /** Every place that requests and drops of random batches named. */
  readonly reported: ReadonlySet<string>;
}

/** The events stand in a file that is included, and every second waybill is written in the DSL. */
function filesOf({ events, ...rest }: RandomWaybill, syntax: Syntax): Readonly<Record<string, string>> {
  const [main, shared] = [`main${endingOf[syntax]}`, `shared${endingOf[syntax]}`];
  const written = (value: unknown) => {
    const parsed = parse(createSourceFile(`random${endingOf.yaml}`, JSON.stringify(value)));
    return convertFile(parsed, syntax);
  };
  return {
    [main]: written({ ...rest, include: [`./${shared}`] }),
    [shared]: written({ waybill: 1, events }),
  };
}

/** Returns the cases of seeds whose waybills have no errors. */
function casesFrom(seed: number, count: number): readonly Case[] {
  const cases: Case[] = [];
  for (let next = seed; cases.length < count; next++) {
    const [waybill = {}] = fc.sample(arbitraryWaybill, { seed: next, numRuns: 1 });
    const syntax = cases.length % 2 === 0 ? "yaml" : "dsl";
    const files = filesOf(waybill, syntax);
    const { program, module } = compileWaybill(`main${endingOf[syntax]}`, memoryReader(files));
    if (program === undefined || module === undefined) continue;
    const forward = loadEmitted(module);
    const reported = new Set<string>();
    const batches = randomBatches(program, next);
    for (let left = batchesOfEach; left > 0; left--) {
      const { requests, drops } = forward(batches.next().value ?? "", { drops: "full" });
      for (const { at } of [...requests, ...drops]) reported.add(at);
    }
    cases.push({ seed: next, files, module, reported });
  }
  return cases;
}

const cases = casesFrom(firstSeed, waybills);

/** A place such as `main.waybill:12`, as code holds it. */
const placeLiteral = /(["'`])((?:main|shared)\.waybill(?:\.yaml)?:\d+)\1/g;

/** Where the map leads from an offset in the code, as the forwarder writes places. */
function placeFrom(code: string, trace: TraceMap, offset: number): string {
  const before = code.slice(0, offset).split("\n");
  const { source, line } = originalPositionFor(trace, {
    line: before.length,
    column: before.at(-1)?.length ?? 0,
  });
  return `${source}:${line}`;
}

/** Returns the places that code holds with where their literals lead, and the places that lead elsewhere. */
function follow(code: string, map: string) {
  const trace = new TraceMap(map);
  const found = new Set<string>();
  const astray: string[] = [];
  for (const { 2: place = "", index } of code.matchAll(placeLiteral)) {
    found.add(place);
    const led = placeFrom(code, trace, index);
    if (led !== place) astray.push(`${place} leads to ${led}`);
  }
  return { found, astray };
}

/** Returns the statements, rows of tables and members that hold a place but do not begin where it leads. */
function statementsAstray({ code, map }: EmittedModule): readonly string[] {
  const trace = new TraceMap(JSON.stringify(map));
  const astray: string[] = [];
  const visit = (node: ts.Node, holder: ts.Node) => {
    const inner = isHolder(node) ? node : holder;
    if (ts.isStringLiteral(node) && new RegExp(placeLiteral).test(node.getText(file))) {
      const led = placeFrom(code, trace, inner.getStart(file));
      if (led !== node.text) astray.push(`${inner.getText(file)} leads to ${led}`);
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  const file = ts.createSourceFile("forwarder.ts", code, ts.ScriptTarget.ES2022, true);
  visit(file, file);
  return astray;
}

function isHolder(node: ts.Node): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(ts.isStringLiteral);
  return ts.isStatement(node) || ts.isPropertyAssignment(node);
}

/** Returns the mappings that point outside the text of their source, or to none. */
function outside(map: string, files: Case["files"]): readonly string[] {
  const trace = new TraceMap(map);
  return decodedMappings(trace).flatMap((segments) =>
    segments.flatMap(([, source, line = 0, column = 0]) => {
      // A segment without a source says that what follows has none.
      if (source === undefined) return [];
      const name = trace.sources[source] ?? "";
      // The runtime's own sources are not in a forwarder's map.
      if (name.startsWith("waybill/") || !name.includes(".waybill")) return [];
      const length = files[name]?.split("\n")[line]?.length ?? -1;
      return column < length ? [] : [`${name}:${line + 1}:${column + 1}`];
    }),
  );
}

test(`code of ${waybills} random waybills from seed ${firstSeed} leads to the lines that it reports`, () => {
  for (const { seed, module, files, reported } of cases) {
    const map = JSON.stringify(module.map);
    const { found, astray } = follow(module.code, map);
    expect([...astray, ...statementsAstray(module)], `seed ${seed}`).toEqual([]);
    expect(missing(reported, found), `seed ${seed}`).toEqual([]);
    expect(outside(map, files), `seed ${seed}`).toEqual([]);
  }
});

test(`minified bundles of the same from seed ${firstSeed} lead to the same lines`, async () => {
  for (const { seed, module, files, reported } of cases) {
    const { code, map } = await bundleForwarder(module, { minify: true });
    const { found, astray } = follow(code, map);
    expect(astray, `seed ${seed}`).toEqual([]);
    expect(missing(reported, found), `seed ${seed}`).toEqual([]);
    expect(outside(map, files), `seed ${seed}`).toEqual([]);
  }
}, 60_000);

function missing(reported: ReadonlySet<string>, found: ReadonlySet<string>): readonly string[] {
  return [...reported].filter((place) => !found.has(place));
}

test(`the random waybills from seed ${firstSeed} report many places, in both files and both syntaxes`, () => {
  const places = cases.flatMap(({ reported }) => [...reported]);
  expect(places.length).toBeGreaterThan(waybills * 5);
  for (const file of ["main.waybill.yaml:", "shared.waybill.yaml:", "main.waybill:", "shared.waybill:"]) {
    expect(places.filter((place) => place.startsWith(file)).length, file).toBeGreaterThan(waybills / 2);
  }
});
