import { dirname, join, relative, resolve } from "node:path";
import { loadForwarder } from "../../bundle/load.ts";
import type { Program } from "../../compiler/check/program.ts";
import { compileWaybill } from "../../compiler/compile.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import type { Forward } from "../../runtime/emitted/result.ts";
import { openEntry } from "../disk-reader.ts";
import { fromHere } from "../report.ts";

/** An entry file under test, compiled and loaded, or its errors. */
export interface WaybillUnderTest {
  /** As a user would type it. */
  readonly path: string;
  readonly ready: { readonly program: Program; readonly forward: Forward } | undefined;
  readonly errors: readonly Diagnostic[];
  /** The absolute paths of its files. */
  readonly files: readonly string[];
}

/** Compiles entry files, each once. */
export type OpenWaybill = (path: string) => Promise<WaybillUnderTest>;

/** Returns a function that compiles the entry file at an absolute path. */
export function createWaybills(cwd: string): OpenWaybill {
  const opened = new Map<string, Promise<WaybillUnderTest>>();
  return (path) => {
    const waybill = opened.get(path) ?? open(path, cwd);
    opened.set(path, waybill);
    return waybill;
  };
}

async function open(full: string, cwd: string): Promise<WaybillUnderTest> {
  const path = relative(cwd, full);
  const { entry, reader } = openEntry(full);
  const { program, module, diagnostics } = compileWaybill(entry, reader);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (program === undefined || module === undefined) {
    const files = new Set([entry, ...errors.map(({ span }) => span.file.path)]);
    return {
      path,
      ready: undefined,
      errors: fromHere(errors, path),
      files: [...files].map((name) => resolve(dirname(full), name)),
    };
  }
  const files = program.files.map((file) => join(dirname(full), file.path));
  return { path, ready: { program, forward: await loadForwarder(module) }, errors: [], files };
}
