import { dirname, isAbsolute, relative, resolve } from "node:path";
import { projectRoot } from "../disk-reader.ts";

/**
 * Returns the path of a data plan as a waybill at `out` writes it; undefined where the plan is outside the waybill's
 * project, from where it could not be read.
 */
export function planPath(plan: string, out: string | undefined, cwd: string): string | undefined {
  const folder = out === undefined ? cwd : dirname(resolve(cwd, out));
  const full = resolve(cwd, plan);
  const inside = relative(projectRoot(folder), full);
  if (inside.startsWith("..") || isAbsolute(inside)) return undefined;
  const path = relative(folder, full).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
