/**
 * Takes: exports of mParticle and SessionM, and a checked waybill. Gives: what they say differently.
 * Compares which data points go to SessionM and under which names. Conditions, values and casing are the waybill's
 * own: the console has no setting for them.
 */
import type { Program } from "../compiler/check/program.ts";
import type { Exports } from "../import/exports.ts";
import { attributeDrift } from "./attribute-drift.ts";
import type { Difference } from "./difference.ts";
import { filterDrift } from "./filter-drift.ts";
import { mappingDrift } from "./mapping-drift.ts";

/** Returns the differences, by export. */
export function findDrift(exports: Exports, program: Program): readonly Difference[] {
  return [
    ...(exports.mappings === undefined ? [] : mappingDrift(exports.mappings, exports, program)),
    ...(exports.filter === undefined ? [] : filterDrift(exports.filter, program)),
    ...(exports.attributes === undefined ? [] : attributeDrift(exports.attributes, program)),
  ];
}
