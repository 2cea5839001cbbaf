/** One test against one forwarder. */
import type { PlainValue, YamlEdit } from "../compiler/frontend/yaml/edit.ts";
import type { Drop, Reason, Result } from "../runtime/emitted/result.ts";
import { requestItem, writtenDrops, writtenRequest } from "./actual.ts";
import { dropsAsStated, isEqual, requestsAsStated } from "./compare.ts";
import { type DifferenceLine, differenceOf } from "./difference.ts";
import { explainDrops, explainRequests } from "./explain-failure.ts";
import type { Expected, ExpectedDrops, TestCase } from "./test-file.ts";

/** What a test did not find as it says. */
export interface Failure {
  /** The key of the test. */
  readonly key: "requests" | "requests_include" | "drops" | "drops_include";
  readonly lines: readonly DifferenceLine[];
  /** What came instead, in sentences. */
  readonly notes: readonly string[];
  /** What the test would have to say; undefined where it cannot be said in its words. */
  readonly edit: YamlEdit | undefined;
}

/** What became of a test. */
export interface TestOutcome {
  readonly failures: readonly Failure[];
  /** A test that expects nothing cannot fail, so it is none. */
  readonly expectsNothing: boolean;
}

/** Compares what a test expects with what came. */
export function judgeTest(test: TestCase, result: Result<readonly Drop[]>): TestOutcome {
  const { requests, drops } = result;
  const came = requests.map(writtenRequest);
  const left = writtenDrops(drops);
  const failures: Failure[] = [];
  const compare = (
    name: "requests" | "drops",
    { isWhole }: Expected<unknown>,
    expected: PlainValue,
    stated: PlainValue,
  ) => {
    if (isEqual(expected, stated)) return;
    const key = isWhole ? name : (`${name}_include` as const);
    const path = ["tests", test.index, key];
    const canSay =
      isWhole || (Array.isArray(stated) ? stated.length > 0 : Object.keys(Object(stated)).length > 0);
    const edit = canSay ? { path, value: stated } : undefined;
    const notes = name === "requests" ? explainRequests(test, result) : explainDrops(test, drops);
    failures.push({ key, lines: differenceOf(expected, stated), notes, edit });
  };
  if (test.requests !== undefined) {
    const stated = requestsAsStated(test.requests, came);
    compare("requests", test.requests, test.requests.value.map(requestItem), stated.map(requestItem));
  }
  if (test.drops !== undefined) {
    const stated = dropsAsStated(test.drops, left);
    compare("drops", test.drops, dropsItem(test.drops.value), dropsItem(stated));
  }
  if (test.requests !== undefined || test.drops !== undefined) return { failures, expectsNothing: false };
  return {
    failures: recordAll(
      test,
      came.map((one) => requestItem({ ...one, member: undefined })),
      left,
    ),
    expectsNothing: true,
  };
}

/** A test without expectations fails, with all that came as what it could expect. */
function recordAll(
  { index }: TestCase,
  requests: readonly PlainValue[],
  drops: ExpectedDrops,
): readonly Failure[] {
  const fail = (key: "requests" | "drops", value: PlainValue): Failure => ({
    key,
    lines: differenceOf(key === "requests" ? [] : {}, value),
    notes: [],
    edit: { path: ["tests", index, key], value },
  });
  return [fail("requests", requests), fail("drops", dropsItem(drops))];
}

function dropsItem(drops: ReadonlyMap<Reason, readonly string[] | number>): PlainValue {
  return Object.fromEntries([...drops].filter(([, names]) => typeof names === "number" || names.length > 0));
}
