/**
 * Takes: what a test expects and what came. Gives: what the test would have to say to pass, in the words of the test
 * and no more of it than the test states. The two are equal where the test passes.
 */
import { isList, isObject, type Json } from "../runtime/emitted/json.ts";
import type { Reason } from "../runtime/emitted/result.ts";
import type { Expected, ExpectedDrops, ExpectedRequest } from "./test-file.ts";

/** Returns the requests that came, each with the parts that the test states. */
export function requestsAsStated(
  { isWhole, value: expected }: Expected<readonly ExpectedRequest[]>,
  came: readonly ExpectedRequest[],
): readonly ExpectedRequest[] {
  if (isWhole)
    return came.map((request, index) => ({ ...request, member: memberAsStated(request, expected[index]) }));
  const stated: ExpectedRequest[] = [];
  let next = 0;
  for (const one of expected) {
    const rest = came.slice(next);
    const found =
      rest.find((request) => isPart(one, request)) ?? rest.find((request) => isAlike(one, request));
    if (found === undefined) continue;
    next = came.indexOf(found) + 1;
    stated.push({
      kind: found.kind,
      content: partOf(found.content, one.content),
      member: memberAsStated(found, one),
    });
  }
  return stated;
}

function memberAsStated(
  { member }: ExpectedRequest,
  expected: ExpectedRequest | undefined,
): string | undefined {
  return expected?.member === undefined ? undefined : member;
}

function isPart(expected: ExpectedRequest, came: ExpectedRequest): boolean {
  const isMember = expected.member === undefined || expected.member === came.member;
  return (
    expected.kind === came.kind &&
    isMember &&
    isEqual(partOf(came.content, expected.content), expected.content)
  );
}

/** Whether two requests are about the same: both the profile, or the same SessionM event. */
function isAlike(expected: ExpectedRequest, came: ExpectedRequest): boolean {
  if (expected.kind !== came.kind) return false;
  const names = isObject(expected.content) ? Object.keys(expected.content) : [];
  return (
    came.kind === "profile" ||
    names.every((name) => isObject(came.content) && Object.hasOwn(came.content, name))
  );
}

/** Returns of a value what another one states: of mappings its keys, anything else as a whole. */
function partOf(value: Json, stated: Json): Json {
  if (!isObject(value) || !isObject(stated)) return value;
  const keys = Object.keys(stated).filter((key) => Object.hasOwn(value, key));
  return Object.fromEntries(keys.map((key) => [key, partOf(value[key] ?? null, stated[key] ?? null)]));
}

/** Says whether two values are the same; the order of a mapping's keys says nothing. */
export function isEqual(a: Json, b: Json): boolean {
  if (isList(a) || isList(b)) {
    return (
      isList(a) && isList(b) && a.length === b.length && a.every((item, at) => isEqual(item, b[at] ?? null))
    );
  }
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  const isSameSize = keys.length === Object.keys(b).length;
  return isSameSize && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key] ?? null, b[key] ?? null));
}

/** Returns what was left out, as far and in the form in which the test states it. */
export function dropsAsStated(
  { isWhole, value: expected }: Expected<ExpectedDrops>,
  came: ReadonlyMap<Reason, readonly string[]>,
): ExpectedDrops {
  const reasons = isWhole ? new Set([...expected.keys(), ...came.keys()]) : expected.keys();
  const stated = new Map<Reason, readonly string[] | number>();
  for (const reason of reasons) {
    const names = came.get(reason) ?? [];
    const wanted = expected.get(reason);
    if (typeof wanted === "number")
      stated.set(reason, isWhole ? names.length : Math.min(names.length, wanted));
    else if (isWhole || wanted === undefined) {
      // The order says nothing; where it is all that differs, the test's own stays.
      if (names.length > 0) stated.set(reason, sameNames(names, wanted ?? []) ? (wanted ?? []) : names);
    } else stated.set(reason, commonNames(wanted, names));
  }
  return stated;
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return isEqual([...a].sort(), [...b].sort());
}

/** Returns the names of the first list that the second has as well, each as often at most as it is there. */
function commonNames(wanted: readonly string[], names: readonly string[]): readonly string[] {
  const left = [...names];
  return wanted.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
