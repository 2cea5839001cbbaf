import type { CompileResult } from "../../src/compiler/compile.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { type EmittedModule, emit } from "../../src/compiler/emit/forwarder.ts";
import type { IrModule } from "../../src/compiler/ir/ir.ts";

type Emit = () => { readonly ir: IrModule; readonly module: EmittedModule };

const compiled = new Map<string, Emit>();

/**
 * Compiles what a key stands for once, and emits it each time: mutation testing runs the emitter's tests again and again,
 * and is not about what comes before it.
 */
export function emitAnew(key: string, compile: () => CompileResult): ReturnType<Emit> {
  const known = compiled.get(key) ?? emitterOf(compile());
  compiled.set(key, known);
  return known();
}

function emitterOf({ ir, program, diagnostics }: CompileResult): Emit {
  if (ir === undefined || program === undefined) throw new Error(renderText(diagnostics));
  return () => ({ ir, module: emit(ir, program.files) });
}
