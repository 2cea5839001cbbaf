import { expect, test } from "vitest";
import { mparticleHash } from "../../../src/import/mparticle-hash.ts";

test.each([
  // Observed in mParticle's own kits, with name and hash side by side.
  ["40Test Event", -1978027768],
  ["41Button 1", -1107730368],
  ["1616eCommerce - Purchase", -1592184962],
  ["30Find Ticket", 750057686],
  ["30linkName", -1095764254],
  ["Name", 3373707],
  ["Category", 50511102],
  ["", 0],
])("%s has the hash %d", (text, hash) => {
  expect(mparticleHash(text)).toBe(String(hash));
});
