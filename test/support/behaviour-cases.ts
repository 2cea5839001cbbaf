/**
 * The cases of `test/fixtures/behaviour/<area>.yaml`. `batch` is JSON text, given as text and as bytes (`!!binary`: bytes
 * alone); each of `batches` gives the same. `padded_to` adds spaces up to a size. A request without `path` goes to the
 * member 7; a body that is text is compared as text; `batch` is the identity of the batch that it is of. A drop is
 * `<reason> <name>@<line>`; in a mapping of reasons to names the line does not count.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { parse } from "yaml";
import type { Drop, Request, Result } from "../../src/runtime/emitted/result.ts";

type Batch = string | Uint8Array;

interface ExpectedRequest {
  readonly kind: string;
  readonly path?: string;
  readonly body: unknown;
  /** The batch's identity, where a case is about it. */
  readonly batch?: string;
}

/** A waybill, batches, and what they give. */
export interface BehaviourCase {
  readonly title: string;
  readonly waybill: string | object;
  readonly batch?: Batch;
  readonly batches?: readonly Batch[];
  readonly padded_to?: number;
  readonly requests: readonly ExpectedRequest[];
  readonly drops: readonly string[] | Readonly<Record<string, readonly (string | null)[]>>;
}

const folder = "test/fixtures/behaviour";
const member = "/priv/v1/apps/{api_key}/external/users/7";

/** Returns every case, each with a title that begins with its area. */
export function behaviourCases(): readonly BehaviourCase[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const cases: readonly BehaviourCase[] = parse(text, { customTags: ["binary"] });
      return cases.map((one) => ({ ...one, title: `${file.replace(".yaml", "")}: ${one.title}` }));
    });
}

/** Returns the text of a case's waybill: YAML. */
export function waybillOf({ waybill }: BehaviourCase): string {
  return typeof waybill === "string" ? waybill : JSON.stringify(waybill);
}

/** Returns the batches of a case in every form in which they are given. */
export function inputsOf({ batch, batches = [], padded_to = 0 }: BehaviourCase): readonly Batch[] {
  const given = batch === undefined ? batches : [batch, ...batches];
  expect(given).not.toEqual([]);
  return given.flatMap((one) => formsOf(one, padded_to));
}

function formsOf(batch: Batch, size: number): readonly Batch[] {
  if (typeof batch !== "string") return [batch];
  const text = batch + " ".repeat(Math.max(0, size - Buffer.byteLength(batch)));
  return [text, new TextEncoder().encode(text)];
}

/** Expects what a case says of one of its batches. */
export function expectAsWritten({ requests, drops }: BehaviourCase, made: Result<readonly Drop[]>): void {
  const wanted = requests.map((request) => {
    const [method, ending] = request.kind === "profile" ? ["PUT", ""] : ["POST", "/events"];
    return { path: member + ending, ...request, method };
  });
  expect(made.requests.map((request, index) => shown(request, wanted[index]))).toEqual(wanted);
  if (isList(drops)) expect(sorted(made.drops.map(lineOf))).toEqual([...drops].sort());
  else expect(sorted(made.drops.map(({ reason, name }) => [reason, name]))).toEqual(sorted(pairsOf(drops)));
}

/** A request as a case writes it: a `transaction_id` made by hash is `*`. */
function shown({ kind, method, path, body, batch }: Request, wanted: ExpectedRequest | undefined) {
  const text = body.replace(/(?<="transaction_id":")[0-9a-f]{32}(?=[":])/g, "*");
  const shownBody = typeof wanted?.body === "string" ? text : JSON.parse(text);
  const shownBatch = wanted?.batch === undefined ? {} : { batch };
  return { kind, method, path, body: shownBody, ...shownBatch };
}

const isList = (drops: BehaviourCase["drops"]): drops is readonly string[] => Array.isArray(drops);
const lineOf = ({ reason, name, at }: Drop) => `${reason} ${name ?? ""}@${at.split(":").at(-1)}`;
const pairsOf = (drops: Readonly<Record<string, readonly (string | null)[]>>) =>
  Object.entries(drops).flatMap(([reason, names]) => names.map((name) => [reason, name]));
const sorted = (items: readonly unknown[]) =>
  items.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).sort();
