/**
 * Takes: a test that failed, and what came. Gives: sentences about what came instead, where the test states only a part
 * of it, or where nothing could come.
 */
import { isObject } from "../runtime/emitted/json.ts";
import type { Drop, Reason, Result } from "../runtime/emitted/result.ts";
import { writtenDrops, writtenRequest } from "./actual.ts";
import type { ExpectedRequest, TestCase } from "./test-file.ts";

/** Returns what came in the place of requests that a test misses. */
export function explainRequests(
  test: TestCase,
  { requests, drops }: Result<readonly Drop[]>,
): readonly string[] {
  const batch = drops.find(({ kind }) => kind === "batch");
  const expected = test.requests?.value ?? [];
  if (batch !== undefined) {
    return expected.length === 0 ? [] : [`The batch was left out: ${batch.reason} (${batch.at}).`];
  }
  const came = requests.map(writtenRequest).map(labelOf);
  const missing = expected.map(labelOf).filter((label) => !came.includes(label));
  if (missing.length === 0) return [];
  const events = drops.filter(({ kind }) => kind === "event");
  const left = events.map(({ name, kind, reason, at }) => `\`${name ?? kind}\` (${reason}, ${at})`);
  const isWhole = test.requests?.isWhole ?? true;
  return [
    ...(isWhole ? [] : [came.length === 0 ? "No request came." : `What came: ${listed(came)}.`]),
    ...(left.length === 0 ? [] : [`Events that were left out: ${listed(left)}.`]),
  ];
}

/** Returns where the names are that a test misses among what was left out. */
export function explainDrops(test: TestCase, drops: readonly Drop[]): readonly string[] {
  if (test.drops === undefined) return [];
  const came = writtenDrops(drops);
  return [...test.drops.value].flatMap(([reason, wanted]): readonly string[] => {
    if (typeof wanted === "number") return [];
    const names = came.get(reason) ?? [];
    const missing = wanted.filter((name) => !names.includes(name));
    const found = missing.flatMap((name) => {
      const others = [...came].filter(([other, list]) => other !== reason && list.includes(name));
      return others.map(([other]) => `\`${name}\` was left out as ${other}.`);
    });
    if (missing.length === 0 || found.length > 0 || test.drops?.isWhole === true) return found;
    return [
      explainReason(
        reason,
        names.filter((name) => !wanted.includes(name)),
      ),
    ];
  });
}

function explainReason(reason: Reason, others: readonly string[]): string {
  if (others.length === 0) return `Nothing else was left out as ${reason}.`;
  return `Left out as ${reason}: ${listed(others.map((name) => `\`${name}\``))}.`;
}

/** Returns how a request is called: the profile, or the SessionM event. */
function labelOf({ kind, content }: ExpectedRequest): string {
  const [name] = isObject(content) ? Object.keys(content) : [];
  return kind === "profile" || name === undefined ? `the ${kind}` : `\`${name}\``;
}

/** How many things are named; the rest are counted. */
const mostNamed = 10;

function listed(items: readonly string[]): string {
  const more = items.length - mostNamed;
  return items.slice(0, mostNamed).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
