/** Random waybills and batches: every way that code can run does the same. `npm run verify` runs a million. */
import { expect, test } from "vitest";
import { createCompared } from "../../src/verify/verify.ts";
import { runRounds } from "../support/agreement.ts";

const firstSeed = 20_261_127;
const wanted = 50_000;

const reasonsToSee = [
  ...["malformed", "platform", "environment", "loop", "replay", "not_logged_in", "bad_external_id"],
  ...["condition", "event_type", "not_enabled", "not_defined", "empty_key"],
  ...["duplicate_key", "removed_not_forwarded", "null_value", "empty_value", "no_value", "attribute_limit"],
];

test(`all ways agree on ${wanted.toLocaleString("en")} random batches from seed ${firstSeed}`, {
  timeout: 300_000,
}, async () => {
  const compared = createCompared();
  for await (const failed of runRounds(firstSeed, wanted, compared)) expect(failed).toBeUndefined();
  const { profile, event } = compared.requests;
  expect(profile + event).toBeGreaterThan(wanted / 4);
  expect(reasonsToSee.filter((reason) => !compared.drops.has(reason as never))).toEqual([]);
});
