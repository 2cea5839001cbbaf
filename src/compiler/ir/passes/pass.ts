import type { IrModule } from "../ir.ts";

/**
 * Makes a module faster without changing what it does: equal requests, equal drops. A pass returns the same module where
 * there is nothing to do, and does not depend on others.
 */
export interface Pass {
  readonly name: string;
  readonly run: (module: IrModule) => IrModule;
}
