import type { IrModule } from "../compiler/ir/ir.ts";

/**
 * Says whether two waybills make the same forwarder, but for places in files, description and name: equal steps do
 * the same with every batch.
 */
export function isSameForwarder(before: IrModule, after: IrModule): boolean {
  return stepsOf(before) === stepsOf(after);
}

const saysNothing: ReadonlySet<string> = new Set(["origin", "unlisted", "sources", "description"]);

function stepsOf({ name: _, ...module }: IrModule): string {
  return JSON.stringify(module, (key, value) => {
    // Where unlisted events go is a step; where unlisted attributes are left out is a place.
    if (key === "unlisted" && typeof value === "object" && "forward" in value) return value;
    return saysNothing.has(key) ? undefined : value;
  });
}
