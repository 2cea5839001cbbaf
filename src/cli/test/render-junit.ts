import { messageOf } from "../../compiler/diagnostics/diagnostic.ts";
import { placeOf } from "../../compiler/source/source-file.ts";
import { renderXml, type XmlElement, xml } from "../xml.ts";
import { plainDifference } from "./render-json.ts";
import { isFailed } from "./render-text.ts";
import type { Session, TestRun } from "./session.ts";

/** Returns what a session found as JUnit XML: a suite for each test file and waybill. */
export function renderJunitSession({ runs, problems, broken, milliseconds }: Session): string {
  const diagnostics = [...problems, ...broken.flatMap(({ errors }) => errors)];
  const names = [...new Set(runs.map(suiteOf))];
  const suites = names.map((name) =>
    renderSuite(
      name,
      runs.filter((run) => suiteOf(run) === name),
    ),
  );
  const unread = xml(
    "testsuite",
    { name: "files", tests: diagnostics.length, failures: 0, errors: diagnostics.length },
    diagnostics.map((one) =>
      xml("testcase", { name: `${one.code} ${placeOf(one.span)}`, classname: one.span.file.path }, [
        xml("error", { type: one.code, message: messageOf(one) }, placeOf(one.span)),
      ]),
    ),
  );
  const attributes = {
    name: "waybill test",
    tests: runs.length + diagnostics.length,
    failures: runs.filter(isFailed).length,
    errors: diagnostics.length,
    time: seconds(milliseconds),
  };
  return renderXml(xml("testsuites", attributes, [...suites, ...(diagnostics.length > 0 ? [unread] : [])]));
}

function suiteOf({ path, waybill }: TestRun): string {
  return `${path} → ${waybill.path}`;
}

function renderSuite(name: string, runs: readonly TestRun[]): XmlElement {
  const time = runs.reduce((sum, run) => sum + run.milliseconds, 0);
  const failures = runs.filter(isFailed).length;
  const attributes = { name, tests: runs.length, failures, errors: 0, time: seconds(time) };
  return xml("testsuite", attributes, runs.map(renderCase));
}

function renderCase(run: TestRun): XmlElement {
  const { test, path, outcome, milliseconds } = run;
  const failures = outcome.failures.map((failure) => {
    const message = `${failure.key} is not what came`;
    return xml(
      "failure",
      { type: failure.key, message },
      `${placeOf(test.span)}\n${plainDifference(failure)}`,
    );
  });
  return xml("testcase", { name: test.name, classname: path, time: seconds(milliseconds) }, failures);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
