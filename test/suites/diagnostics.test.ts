/**
 * Each case of `test/fixtures/diagnostics/<code>` gives that code and no other, but those that its first line allows
 * with `# also: <code>, <code>`. The rendered text beside it is reviewed by people.
 */
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readTestOptions } from "../../src/cli/test/options.ts";
import { runSession } from "../../src/cli/test/session.ts";
import { checkWaybill, compileWaybill } from "../../src/compiler/compile.ts";
import { type Diagnostic, hasErrors } from "../../src/compiler/diagnostics/diagnostic.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { placeOf } from "../../src/compiler/source/source-file.ts";
import { isTestPath } from "../../src/testing/read-test-file.ts";
import { type DiagnosticFixture, diagnosticFixtures, filesOf } from "../support/diagnostic-fixtures.ts";
import { targetNamedIn } from "../support/diagnostic-page.ts";
import { fixtureReader } from "../support/fixture-reader.ts";
import { expectSnapshot } from "../support/snapshots.ts";

const longestInput = 40;

test.each(diagnosticFixtures().map((fixture) => [fixture.title, fixture] as const))(
  "%s",
  async (_, fixture) => {
    const diagnostics = await diagnosticsOf(fixture);
    const codes = new Set<string>(diagnostics.map((diagnostic) => diagnostic.code));
    expect([...codes].sort()).toEqual([fixture.code, ...allowed(fixture)].sort());
    for (const { span, labels } of diagnostics) {
      for (const place of [span, ...labels.map((label) => label.span)]) {
        expect(place.start).toBeLessThanOrEqual(place.end);
        expect(place.end).toBeLessThanOrEqual(place.file.text.length);
      }
    }
    if (!isTestPath(fixture.entry)) {
      const target = targetNamedIn(filesOf(fixture)[0]?.text ?? "");
      const { module } = compileWaybill(fixture.entry, fixtureReader(fixture.folder), { target });
      expect(module === undefined).toBe(hasErrors(diagnostics));
    }
    expectSnapshot(fixture.snapshot, snapshotOf(fixture, diagnostics));
  },
);

async function diagnosticsOf(fixture: DiagnosticFixture): Promise<readonly Diagnostic[]> {
  const { entry, folder } = fixture;
  if (!isTestPath(entry)) {
    return checkWaybill(
      entry,
      fixtureReader(folder),
      undefined,
      targetNamedIn(filesOf(fixture)[0]?.text ?? ""),
    ).diagnostics;
  }
  return (await runSession(readTestOptions([entry]), resolve(folder))).problems;
}

function allowed(fixture: DiagnosticFixture): readonly string[] {
  const [entry] = filesOf(fixture);
  const list = /^# also: (.+)$/m.exec(entry?.text.split("\n")[0] ?? "")?.[1];
  return list?.split(", ") ?? [];
}

function snapshotOf(fixture: DiagnosticFixture, diagnostics: readonly Diagnostic[]): string {
  const files = filesOf(fixture).map(({ path, text }) => {
    const lines = text.trimEnd().split(/\r\n|\r|\n/);
    const shown = lines.length > longestInput ? [...lines.slice(0, longestInput), "…"] : lines;
    return `\`${path}\`\n\n${fence(path.endsWith(".waybill") ? "text" : "yaml", shown.join("\n"))}`;
  });
  const rendered = fence("text", renderText(diagnostics).trimEnd());
  return `# Input\n\n${files.join("\n")}\n# Diagnostics\n\n${rendered}${fixesOf(diagnostics)}`;
}

/** What `check --fix` and an editor offer; nothing where there is no fix. */
function fixesOf(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.flatMap(({ code, fixes }) =>
    fixes.map(({ title, safe, edits }) => {
      const places = edits.map(({ span }) => placeOf(span)).join(", ");
      return `- ${code}, ${safe ? "certain" : "to choose"}: ${title} (${places})\n`;
    }),
  );
  return lines.length === 0 ? "" : `\n# Fixes\n\n${lines.join("")}`;
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\`\n`;
}
