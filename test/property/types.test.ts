/** Sound: whatever an expression gives is of the type that the checker inferred, and so is each of its parts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Expression, partsOf } from "../../src/compiler/check/expression.ts";
import type { Program } from "../../src/compiler/check/program.ts";
import { checkWaybill } from "../../src/compiler/compile.ts";
import { isWithin, type Type, type as types, type Value } from "../../src/compiler/types/type.ts";
import { randomBatches } from "../../src/generate/random-batches.ts";
import { evaluate } from "../../src/interpreter/expression.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import type { Scope } from "../../src/interpreter/sources.ts";
import { createRandom } from "../../src/random/random.ts";
import { arbitraryExpressions } from "../support/arbitrary-expression.ts";
import { entry, memoryReader } from "../support/memory-reader.ts";

const seed = 20_261_127;
const names = ["a", "b", "A", "c"];
const { any } = arbitraryExpressions({ user: names, identities: ["email"], hasValue: true });

const waybill = fc.array(any, { minLength: 12, maxLength: 12, size: "max" }).map((expressions) => ({
  waybill: 1,
  name: "types",
  source: { users: "all" },
  profile: {
    when: "present(mpid)",
    attributes: expressions.map((value, index) => ({ attribute: names[index % 4], to: `k${index}`, value })),
  },
}));

/** What expressions see in a batch: the scope of the profile's condition. */
function scopesOf(program: Program, count: number): readonly Scope[] {
  const batches = randomBatches(program, seed);
  const random = createRandom(seed);
  return Array.from({ length: count }, () => batches.next().value ?? "").flatMap((batch) => {
    const scopes: Scope[] = [];
    interpret(program, batch, (decision) => {
      if (decision.kind === "condition") scopes.push(decision.scope);
    });
    const values = [undefined, "12", " x ", "", 7, true, ["a", "1"], [], { a: 1 }, null, 1e300] as const;
    return scopes.map((scope) => ({ ...scope, value: random.pick(values) }));
  });
}

function typeOf(value: Value): Type {
  if (typeof value === "string") return types.string;
  if (typeof value === "number") return types.number;
  return typeof value === "boolean" ? types.boolean : types.list;
}

function withParts(expression: Expression): readonly Expression[] {
  return expression.kind === "table" ? [] : [expression, ...partsOf(expression).flatMap(withParts)];
}

test("what expressions give is of the types that were inferred", () => {
  const seen = { values: 0, types: new Set<Type>() };
  const property = fc.property(waybill, (written) => {
    const { program } = checkWaybill(entry, memoryReader({ [entry]: JSON.stringify(written) }));
    if (program === undefined) return;
    const expressions = program.profile.attributes.flatMap(({ value }) =>
      value.kind === "expression" ? withParts(value.expression) : [],
    );
    for (const scope of scopesOf(program, 12)) {
      for (const expression of expressions) {
        const value = evaluate(expression, scope);
        if (value === undefined) continue;
        const { file, start, end } = expression.span;
        expect(isWithin(typeOf(value), expression.type), file.text.slice(start, end)).toBe(true);
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        seen.values++;
        seen.types.add(typeOf(value));
      }
    }
  });
  fc.assert(property, { seed, numRuns: 60, endOnFailure: true });
  expect(seen.values).toBeGreaterThan(10_000);
  expect(seen.types.size).toBe(4);
});
