/** The comparison can fail: emitted code that was damaged in one place is found, whatever way it runs. */
import { expect, test } from "vitest";
import { renderVerification } from "../../src/cli/verify/render.ts";
import { plainPalette } from "../../src/compiler/diagnostics/render-text.ts";
import type { EmittedModule } from "../../src/compiler/emit/forwarder.ts";
import { createCompared, type Verification, verify } from "../../src/verify/verify.ts";
import { type Emitted, emitBothWays, openWays, type Ways } from "../../src/verify/ways.ts";
import { entry, memoryReader } from "../support/memory-reader.ts";

const waybill = `waybill: 1
name: loyalty
source: {names: ignore_case, when: 'platform != "roku"'}
profile:
  identities: {email: email}
  reserved_fields: default
  attributes:
    - Favorite Store
    - attribute: [tier, Tier v2]
      to: tier
      lookup: {G: gold}
      else: none
events:
  - event: Store Visit
    type: location
    to: visit
    when: value("visits") >= 3
    attributes: [store, a1, a2, a3, a4, a5, a6, a7, a8, a9, color]
  - event: Store Visit
    to: self_reported
    when: otherwise
screens:
  - Home: home
`;

const emitted: Emitted = (() => {
  const { emitted: made } = emitBothWays(entry, memoryReader({ [entry]: waybill }));
  if (made === undefined) throw new Error("the waybill has errors");
  return made;
})();

/** Returns the module with one place of its code changed. */
function damaged(module: EmittedModule, from: string | RegExp, to: string): EmittedModule {
  const code = module.code.replace(from, to);
  expect(code).not.toBe(module.code);
  return { ...module, code };
}

const run = (ways: Ways) => verify(ways, { random: 200, seed: 1 }, createCompared());

test("code that was not damaged agrees in every way, and all of the waybill is reached", async () => {
  const { failure, coverage } = await run(await openWays(emitted));
  expect(failure).toBeUndefined();
  expect(coverage.filter(({ isReached }) => !isReached)).toEqual([]);
});

const damages: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
  ["the name of an event", /"visit"/g, '"vizit"'],
  ["a condition", "3) !== true", "3) === true"],
  ["a constant", "3) !== true", "4) !== true"],
  ["a platform", '"roku"', '"xbox"'],
  ["a row of a table", '"gold"', '"silver"'],
  ["the rest of a table", '"none"', '"some"'],
  ["the key of an attribute", '"Favorite_Store"', '"favorite_store"'],
  ["a reserved field", '"first_name"', '"last_name"'],
  ["the type of an event", '"location"', '"navigation"'],
  ["a screen", /"home"/g, '"house"'],
  ["the line of a drop", ":18", ":19"],
];

test.each(damages)("%s that is wrong in the code with all passes is found", async (_, from, to) => {
  const ways = await openWays({ ...emitted, module: damaged(emitted.module, from, to) });
  const { failure } = await run(ways);
  expect(failure?.disagreement.way).toBe("code with all passes");
});

test("code without passes that is wrong is found, and told with a batch that holds what is needed alone", async () => {
  const ways = await openWays({ ...emitted, plain: damaged(emitted.plain, '"gold"', '"silver"') });
  const verification = await run(ways);
  const { failure } = verification;
  expect(failure?.disagreement.way).toBe("code without passes");
  const batch = JSON.parse(failure?.batch ?? "");
  expect(Object.keys(batch).sort()).toEqual(["mpid", "user_attributes", "user_identities"]);
  expect(Object.values(batch.user_attributes)).toEqual(["G"]);
  expect(rendered(verification, ways)).toContain(`does something else than the waybill says`);
  expect(rendered(verification, ways)).toContain(`batch       ${failure?.batch}`);
});

test("a minified bundle that is wrong is found, and one that throws", async () => {
  const ways = await openWays(emitted);
  const [plain, fast, minified] = ways.others;
  if (plain === undefined || fast === undefined || minified === undefined)
    throw new Error("a way is missing");
  const broken = (forward: typeof minified.forward) => ({
    ...ways,
    others: [plain, fast, { ...minified, forward }],
  });
  const { failure } = await run(
    broken(() => {
      throw new TypeError("undefined is no object");
    }),
  );
  expect(failure?.disagreement).toEqual({
    way: "minified bundle",
    part: "result",
    expected: "no exception",
    actual: "TypeError: undefined is no object",
  });
  const other = await openWays({ ...emitted, module: damaged(emitted.module, '"gold"', '"silver"') });
  const { failure: second } = await run(broken(other.others.at(-1)?.forward ?? minified.forward));
  expect(second?.disagreement.way).toBe("minified bundle");
});

function rendered(verification: Verification, { program, others }: Ways): string {
  const ways = others.map(({ name }) => name);
  return renderVerification(
    verification,
    { path: entry, program, seed: 1, ways, milliseconds: 1 },
    plainPalette,
  );
}
