import { type Target, targets } from "../compiler/check/target.ts";
import { nearest } from "../compiler/diagnostics/suggest.ts";
import { UsageError } from "./exit.ts";

/** Returns the target that was named; throws a UsageError where there is none of that name. */
export function readTarget(name: string): Target {
  const target = targets.find((one) => one === name);
  if (target !== undefined) return target;
  const near = nearest(name, [...targets]);
  const hint = near === undefined ? `Use one of ${targets.join(", ")}.` : `Did you mean \`${near}\`?`;
  throw new UsageError(`There is no target \`${name}\`.`, hint);
}
