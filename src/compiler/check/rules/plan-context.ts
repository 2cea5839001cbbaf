import { nearest } from "../../diagnostics/suggest.ts";
import type { DataPlan } from "../../plan/data-plan.ts";
import { createPlanned, type Planned } from "../planned.ts";
import type { RuleContext } from "./index.ts";

/** What the checks against a data plan share. */
export interface PlanContext extends RuleContext {
  readonly plan: DataPlan;
  readonly planned: Planned;
  /** Returns the name that was probably meant; a hundred unknown names are no typing mistakes any more. */
  readonly suggest: (word: string, candidates: Iterable<string>) => string | undefined;
}

/** Returns what the checks against a data plan need; undefined where there is none. */
export function planContext(context: RuleContext): PlanContext | undefined {
  const { plan, source } = context.program;
  if (plan === undefined) return undefined;
  let left = 100;
  const suggest: PlanContext["suggest"] = (word, candidates) =>
    left-- > 0 ? nearest(word, candidates) : undefined;
  return { ...context, plan, planned: createPlanned(plan, source.names), suggest };
}
