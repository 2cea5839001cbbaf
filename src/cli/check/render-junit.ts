import { type Diagnostic, hintOf, messageOf } from "../../compiler/diagnostics/diagnostic.ts";
import { placeOf } from "../../compiler/source/source-file.ts";
import { renderXml, type XmlElement, xml } from "../xml.ts";
import type { CheckedFile } from "./check-files.ts";

/** Returns what is wrong as JUnit XML: a suite for each entry file, with one passing case where nothing is wrong. */
export function renderJunit(files: readonly CheckedFile[], isDenied: boolean): string {
  const suites = files.map((file) => suiteOf(file, isDenied));
  const sum = (name: string) => suites.reduce((total, { attributes }) => total + Number(attributes[name]), 0);
  const attributes = { name: "waybill check", tests: sum("tests"), failures: sum("failures"), errors: 0 };
  return renderXml(xml("testsuites", attributes, suites));
}

function suiteOf({ path, diagnostics }: CheckedFile, isDenied: boolean): XmlElement {
  const isFailure = ({ severity }: Diagnostic) =>
    severity === "error" || (isDenied && severity === "warning");
  const shown = diagnostics.filter(({ severity }) => severity !== "info");
  const cases = shown.map((one) => caseOf(one, isFailure(one)));
  const all =
    cases.length > 0 ? cases : [xml("testcase", { name: "no errors, no warnings", classname: path })];
  const failures = shown.filter(isFailure).length;
  return xml("testsuite", { name: path, tests: all.length, failures, errors: 0 }, all);
}

/** A warning that is not denied passes, and says what it is. */
function caseOf(diagnostic: Diagnostic, isFailure: boolean): XmlElement {
  const { code, span } = diagnostic;
  const message = messageOf(diagnostic);
  const text = [placeOf(span), message, ...[hintOf(diagnostic) ?? []].flat()].join("\n");
  const outcome = isFailure ? xml("failure", { type: code, message }, text) : xml("system-out", {}, text);
  return xml("testcase", { name: `${code} ${placeOf(span)}`, classname: span.file.path }, [outcome]);
}
