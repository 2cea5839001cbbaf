import type { WaybillNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Program } from "../program.ts";
import type { Target } from "../target.ts";
import { attributesAreDefined } from "./attributes-are-defined.ts";
import { attributesFit } from "./attributes-fit.ts";
import { conditionsCanHold } from "./conditions-can-hold.ts";
import { connectionIsSafe } from "./connection-is-safe.ts";
import { definedNamesAreReachable } from "./defined-names-are-reachable.ts";
import { eventsAreDefined } from "./events-are-defined.ts";
import { eventsFire } from "./events-fire.ts";
import { expressionsVary } from "./expressions-vary.ts";
import { fieldsAreFilledOnce } from "./fields-are-filled-once.ts";
import { keysAreDistinct } from "./keys-are-distinct.ts";
import { keysAreNormal } from "./keys-are-normal.ts";
import { mpidGoesSomewhere } from "./mpid-goes-somewhere.ts";
import { namesArePlanned } from "./names-are-planned.ts";
import { namesDifferClearly } from "./names-differ-clearly.ts";
import { nothingUnlisted } from "./nothing-unlisted.ts";
import { plannedIsMapped } from "./planned-is-mapped.ts";
import { setsResolve } from "./sets-resolve.ts";
import { targetKeepsSettings } from "./target-keeps-settings.ts";
import { valuesArePlanned } from "./values-are-planned.ts";

/** What a rule sees: the program, and the merged tree for what the program does not keep. */
export interface RuleContext {
  readonly program: Program;
  readonly tree: WaybillNode;
  readonly report: Report;
  /** What the forwarder is built for. */
  readonly target: Target;
}

/** A rule reports what it finds wrong; rules do not depend on each other's order. */
export type Rule = (context: RuleContext) => void;

export const rules: readonly Rule[] = [
  attributesAreDefined,
  attributesFit,
  conditionsCanHold,
  connectionIsSafe,
  definedNamesAreReachable,
  eventsAreDefined,
  eventsFire,
  expressionsVary,
  fieldsAreFilledOnce,
  keysAreDistinct,
  keysAreNormal,
  mpidGoesSomewhere,
  namesArePlanned,
  namesDifferClearly,
  nothingUnlisted,
  plannedIsMapped,
  setsResolve,
  targetKeepsSettings,
  valuesArePlanned,
];
