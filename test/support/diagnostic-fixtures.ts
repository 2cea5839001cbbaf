import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where the diagnostics fixtures are. */
export const diagnosticsFolder = "test/fixtures/diagnostics";

/** One case: a file, or a folder with an entry or test file, that shows the code that its folder is named after. */
export interface DiagnosticFixture {
  readonly code: string;
  readonly title: string;
  /** The folder that is the project's root, and the entry file in it. */
  readonly folder: string;
  readonly entry: string;
  readonly snapshot: string;
}

const endings = [".waybill.yaml", ".waybill"] as const;
const folderEntries = ["entry.test.yaml", "entry.waybill.yaml"] as const;

/** Returns every diagnostics fixture, sorted. */
export function diagnosticFixtures(): readonly DiagnosticFixture[] {
  return readdirSync(diagnosticsFolder)
    .sort()
    .flatMap((code) => fixturesOf(code, join(diagnosticsFolder, code)));
}

function fixturesOf(code: string, folder: string): readonly DiagnosticFixture[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name): DiagnosticFixture[] => {
      const path = join(folder, name);
      const fixture = (base: string) => ({
        code,
        title: `${code}: ${base}`,
        snapshot: join(folder, `${base}.snap.md`),
      });
      if (statSync(path).isDirectory()) {
        const entry = folderEntries.find((one) => existsSync(join(path, one))) ?? folderEntries[1];
        return [{ ...fixture(name), folder: path, entry }];
      }
      const ending = endings.find((one) => name.endsWith(one));
      if (ending === undefined) return [];
      return [{ ...fixture(name.slice(0, -ending.length)), folder, entry: name }];
    });
}

/** Returns the waybill files of a fixture, the entry file first, as they are on the disk. */
export function filesOf({ folder, entry }: DiagnosticFixture): readonly { path: string; text: string }[] {
  const isFolder = folderEntries.some((one) => one === entry);
  const names = isFolder ? readdirSync(folder).sort() : [entry];
  return names
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), "utf8") }))
    .sort((a, b) => Number(b.path === entry) - Number(a.path === entry));
}
