import type { IrModule } from "../ir.ts";
import { copyPlainAttributes } from "./copy-plain-attributes.ts";
import { indexReservedNames } from "./index-reserved-names.ts";
import type { Pass } from "./pass.ts";

/** Every pass, sorted by name. */
export const passes: readonly Pass[] = [copyPlainAttributes, indexReservedNames];

/** Returns the module after the passes. */
export function optimise(module: IrModule, chosen: readonly Pass[] = passes): IrModule {
  return chosen.reduce((made, pass) => pass.run(made), module);
}
