/** Each waybill and batch that ways of running once treated differently, made small by `npm run verify`, and kept. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type AgreementCase, disagreementIn, waysOfWaybill } from "../support/agreement.ts";

const folder = "test/fixtures/agreement";
const cases = readdirSync(folder).sort();

test.each(cases)("all ways agree on %s", async (name) => {
  const one: AgreementCase = JSON.parse(readFileSync(join(folder, name), "utf8"));
  expect(await waysOfWaybill(one.waybill), "the waybill has errors").toBeDefined();
  expect(await disagreementIn(one)).toBeUndefined();
});
