import type { DataPlan } from "../../plan/data-plan.ts";
import { createPlanned, type Planned } from "../planned.ts";
import type { RuleContext } from "./index.ts";

/** What the checks against a data plan share. */
export interface PlanContext extends RuleContext {
  readonly plan: DataPlan;
  readonly planned: Planned;
}

/** Returns what the checks against a data plan need; undefined where there is none. */
export function planContext(context: RuleContext): PlanContext | undefined {
  const { plan, source } = context.program;
  return plan && { ...context, plan, planned: createPlanned(plan, source.names) };
}
