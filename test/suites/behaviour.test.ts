/**
 * Each case of `test/fixtures/behaviour/<area>.yaml` holds for the interpreter, the module emitted without passes and
 * with all of them, and the minified bundle. `batch` is JSON text, given as text and as bytes (`!!binary`: bytes alone); each of `batches` gives the
 * same. `padded_to` adds spaces up to a size. A request without `path` goes to the member 7; a body that is text is
 * compared as text. A drop is `<reason> <name>@<line>`; in a mapping of reasons to names the line does not count.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import type { Drop, Forward, Request, Result } from "../../src/runtime/emitted/result.ts";
import { loadBundle } from "../support/load-bundle.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { memoryReader } from "../support/memory-reader.ts";

type Batch = string | Uint8Array;
type Engine = (batch: Batch) => Result<readonly Drop[]>;

interface Case {
  readonly title: string;
  readonly waybill: string | object;
  readonly batch?: Batch;
  readonly batches?: readonly Batch[];
  readonly padded_to?: number;
  readonly requests: readonly { readonly kind: string; readonly path?: string; readonly body: unknown }[];
  readonly drops: readonly string[] | Readonly<Record<string, readonly (string | null)[]>>;
}

const folder = "test/fixtures/behaviour";
const entry = "w.waybill.yaml";
const member = "/priv/v1/apps/{api_key}/external/users/7";

for (const file of readdirSync(folder).sort()) {
  const cases: readonly Case[] = parse(readFileSync(join(folder, file), "utf8"), { customTags: ["binary"] });
  for (const one of cases) test(`${file.replace(".yaml", "")}: ${one.title}`, () => run(one));
}

async function run({ waybill, batch, batches = [], padded_to = 0, requests, drops }: Case): Promise<void> {
  const [reference, ...others] = await enginesOf(waybill);
  const given = batch === undefined ? batches : [batch, ...batches];
  expect(given).not.toEqual([]);
  const wanted = requests.map(({ kind, path, body }) => {
    const [method, ending] = kind === "profile" ? ["PUT", ""] : ["POST", "/events"];
    return { kind, method, path: path ?? member + ending, body };
  });
  for (const input of given.flatMap((one) => formsOf(one, padded_to))) {
    const made = reference(input);
    expect(made.requests.map((request, index) => shown(request, wanted[index]?.body))).toEqual(wanted);
    if (isList(drops)) expect(sorted(made.drops.map(lineOf))).toEqual([...drops].sort());
    else expect(sorted(made.drops.map(({ reason, name }) => [reason, name]))).toEqual(sorted(pairsOf(drops)));
    for (const engine of others) {
      const result = engine(input);
      expect(result.requests).toEqual(made.requests);
      expect(sorted(result.drops)).toEqual(sorted(made.drops));
    }
  }
}

async function enginesOf(waybill: string | object): Promise<readonly [reference: Engine, ...Engine[]]> {
  const text = typeof waybill === "string" ? waybill : JSON.stringify(waybill);
  const reader = memoryReader({ [entry]: text });
  const { program, module, diagnostics } = compileWaybill(entry, reader);
  const { module: plain } = compileWaybill(entry, reader, { optimise: false });
  if (program === undefined || module === undefined || plain === undefined) {
    throw new Error(renderText(diagnostics));
  }
  const engineOf =
    (forward: Forward): Engine =>
    (input) =>
      forward(input, { drops: "full" });
  const engines = [loadEmitted(plain), loadEmitted(module), await loadBundle(module)].map(engineOf);
  return [(input) => interpret(program, input), ...engines];
}

function formsOf(batch: Batch, size: number): readonly Batch[] {
  if (typeof batch !== "string") return [batch];
  const text = batch + " ".repeat(Math.max(0, size - Buffer.byteLength(batch)));
  return [text, new TextEncoder().encode(text)];
}

/** A request as a case writes it: a `transaction_id` made by hash is `*`. */
function shown({ kind, method, path, body }: Request, wanted: unknown) {
  const text = body.replace(/(?<="transaction_id":")[0-9a-f]{32}(?=[":])/g, "*");
  return { kind, method, path, body: typeof wanted === "string" ? text : JSON.parse(text) };
}

const isList = (drops: Case["drops"]): drops is readonly string[] => Array.isArray(drops);
const lineOf = ({ reason, name, at }: Drop) => `${reason} ${name ?? ""}@${at.split(":").at(-1)}`;
const pairsOf = (drops: Readonly<Record<string, readonly (string | null)[]>>) =>
  Object.entries(drops).flatMap(([reason, names]) => names.map((name) => [reason, name]));
const sorted = (items: readonly unknown[]) =>
  items.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).sort();
