/**
 * Takes: a waybill without errors. Gives: every way its code can run, loaded into this process. The first is the
 * reference interpreter; the others have to do what it does.
 */
import { loadForwarder } from "../bundle/load.ts";
import type { Program } from "../compiler/check/program.ts";
import { compileWaybill } from "../compiler/compile.ts";
import type { Diagnostic } from "../compiler/diagnostics/diagnostic.ts";
import type { EmittedModule } from "../compiler/emit/forwarder.ts";
import type { FileReader } from "../compiler/project/file-reader.ts";
import type { Forward } from "../runtime/emitted/result.ts";

/** One way in which emitted code runs. */
export interface Way {
  /** Follows "the": `emitted code without passes`. */
  readonly name: string;
  readonly forward: Forward;
}

/** A program, and the ways that have to do what the reference interpreter makes of it. */
export interface Ways {
  readonly program: Program;
  readonly others: readonly Way[];
}

/** What a waybill compiles to with the passes of the optimiser and without. */
export interface Emitted {
  readonly program: Program;
  readonly module: EmittedModule;
  readonly plain: EmittedModule;
}

/** Compiles a waybill twice; undefined where it has errors. */
export function emitBothWays(
  entry: string,
  reader: FileReader,
): { readonly emitted: Emitted | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { program, module, diagnostics } = compileWaybill(entry, reader);
  const { module: plain } = compileWaybill(entry, reader, { optimise: false });
  if (program === undefined || module === undefined || plain === undefined) {
    return { emitted: undefined, diagnostics };
  }
  return { emitted: { program, module, plain }, diagnostics };
}

/** Loads every way; the last is what `waybill build` writes. */
export async function openWays({ program, module, plain }: Emitted): Promise<Ways> {
  const [withoutPasses, withPasses, minified] = await Promise.all([
    loadForwarder(plain),
    loadForwarder(module),
    loadForwarder(module, { minify: true }),
  ]);
  return {
    program,
    others: [
      { name: "code without passes", forward: withoutPasses },
      { name: "code with all passes", forward: withPasses },
      { name: "minified bundle", forward: minified },
    ],
  };
}
