/**
 * The phases in order; the only file that knows the order.
 * Takes: the path of an entry file and a way to read files. Gives: the forwarder's module, and what is wrong.
 */
import { check } from "./check/check.ts";
import type { Program } from "./check/program.ts";
import type { Target } from "./check/target.ts";
import { createCollector, type Diagnostic, hasErrors, sortDiagnostics } from "./diagnostics/diagnostic.ts";
import { type EmittedModule, emit } from "./emit/forwarder.ts";
import { buildIr } from "./ir/build.ts";
import type { IrModule } from "./ir/ir.ts";
import { optimise } from "./ir/passes/index.ts";
import type { FileReader } from "./project/file-reader.ts";
import { loadWaybills, type ParseFile } from "./project/load.ts";
import { loadPlan } from "./project/load-plan.ts";

/** A waybill that was checked; without errors it can be emitted. */
export interface CheckResult {
  /** Undefined where the entry file could not be read. */
  readonly program: Program | undefined;
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A compiled waybill; `program`, `ir` and `module` are undefined where there are errors. */
export interface CompileResult {
  readonly program: Program | undefined;
  readonly ir: IrModule | undefined;
  readonly module: EmittedModule | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks the waybill whose entry file is at `entry`, a path that the reader knows; with a target, also whether that can
 * keep what the waybill asks for. Never throws for user input.
 */
export function checkWaybill(
  entry: string,
  reader: FileReader,
  parseFile?: ParseFile,
  target?: Target,
): CheckResult {
  const loading = createCollector();
  const files = loadWaybills(entry, reader, loading.report, parseFile);
  if (files.length === 0) return { program: undefined, diagnostics: loading.diagnostics };
  const planning = createCollector();
  const plan = loadPlan(files, reader, planning.report);
  const loaded = { plan, diagnostics: planning.diagnostics };
  const { program, diagnostics } = check(files, loading.diagnostics, loaded, target);
  return { program, diagnostics: sortDiagnostics(diagnostics) };
}

/** How a waybill is compiled. */
export interface CompileOptions {
  /** `false` leaves out the passes that make a forwarder faster: what it does is the same. */
  readonly optimise?: boolean;
  /** What the forwarder is built for: settings that it cannot keep are refused. */
  readonly target?: Target | undefined;
}

/** Compiles the waybill whose entry file is at `entry` to the TypeScript module of a forwarder. */
export function compileWaybill(
  entry: string,
  reader: FileReader,
  options: CompileOptions = {},
): CompileResult {
  const { program, diagnostics } = checkWaybill(entry, reader, undefined, options.target);
  if (program === undefined || hasErrors(diagnostics)) {
    return { program: undefined, ir: undefined, module: undefined, diagnostics };
  }
  const built = buildIr(program);
  const ir = options.optimise === false ? built : optimise(built);
  return { program, ir, module: emit(ir, program.files), diagnostics };
}
