import { differenceOf, type FullResult } from "./difference.ts";

/**
 * Throws where the reference interpreter and the forwarder made something else of the same batch: then a trace or
 * a coverage would tell of something that production does not do.
 */
export function requireAgreement(reference: FullResult, forwarder: FullResult, what: string): void {
  if (differenceOf(reference, forwarder) === undefined) return;
  throw new Error(`The reference interpreter and the forwarder disagree about ${what}.`);
}
