import { hintOf, messageOf } from "../../compiler/diagnostics/diagnostic.ts";
import { placeOf, positionAt } from "../../compiler/source/source-file.ts";
import type { Failure } from "../../testing/run-test.ts";
import type { WaybillCoverage } from "./coverage.ts";
import { coverageData } from "./render-coverage.ts";
import { isFailed } from "./render-text.ts";
import type { Session, TestRun } from "./session.ts";

/** Returns what a session found as JSON on one line. */
export function renderJsonSession(session: Session, coverage: readonly WaybillCoverage[]): string {
  const { runs, problems, broken, milliseconds } = session;
  const failed = runs.filter(isFailed).length;
  const diagnostics = [...problems, ...broken.flatMap(({ errors }) => errors)];
  return `${JSON.stringify({
    tests: runs.map(testOf),
    problems: diagnostics.map((one) => ({
      code: one.code,
      message: messageOf(one),
      hint: hintOf(one) ?? null,
      at: placeOf(one.span),
    })),
    ...(coverage.length > 0 ? { coverage: coverage.map(coverageData) } : {}),
    passed: runs.length - failed,
    failed,
    seconds: milliseconds / 1000,
  })}\n`;
}

function testOf(run: TestRun) {
  const { test, path, waybill, outcome, milliseconds } = run;
  return {
    name: test.name,
    file: path,
    line: positionAt(test.span.file, test.span.start).line,
    waybill: waybill.path,
    status: isFailed(run) ? "failed" : "passed",
    failures: outcome.failures.map((failure) => ({ key: failure.key, difference: plainDifference(failure) })),
    milliseconds,
  };
}

/** Returns a difference as text without colours, and what came instead. */
export function plainDifference({ lines, notes }: Failure): string {
  return [...lines.map(({ mark, text }) => `${mark} ${text}`.trimEnd()), ...notes].join("\n");
}
