/** Random exports, with names that collide, differ in case, or are no names in SessionM. */
import fc from "fast-check";
import type { DataPlan, PlannedAttribute, PlannedEvent } from "../../src/compiler/plan/data-plan.ts";
import { type } from "../../src/compiler/types/type.ts";
import type { DataPoint, Exports, MappingRow } from "../../src/import/exports.ts";
import { mparticleHash } from "../../src/import/mparticle-hash.ts";

const names = [
  "Order",
  "order",
  "Store Visit",
  "a-b",
  "a_b",
  "$FirstName",
  "$Zip",
  "email",
  "404",
  "true",
  "_",
  "é ☃",
];
const name = fc.oneof(fc.constantFrom(...names), fc.string({ minLength: 1, maxLength: 8 }));
const eventType = fc.constantFrom("navigation", "transaction", "other", undefined);
const numbers: Readonly<Record<string, number>> = { navigation: 1, transaction: 4, other: 8 };

const attribute = fc.record({ name, description: fc.option(fc.string(), { nil: undefined }) });

function planned(attributes: readonly { name: string; description: string | undefined }[]) {
  const rows = attributes.map((one): readonly [string, PlannedAttribute] => {
    return [one.name, { ...one, type: type.any, values: undefined, isRequired: false }];
  });
  return new Map(rows);
}

const attributes = fc.option(fc.array(attribute, { maxLength: 13 }).map(planned), { nil: undefined });
const event: fc.Arbitrary<PlannedEvent> = fc.record({ name, type: eventType, attributes });
const identity = fc.constantFrom("customer_id", "email", "ios_idfa");

const plan: fc.Arbitrary<DataPlan> = fc.record({
  id: fc.constant(undefined),
  version: fc.constant(undefined),
  events: fc.array(event, { maxLength: 5 }),
  screens: fc.array(
    event.map((one) => ({ ...one, type: undefined })),
    { maxLength: 3 },
  ),
  userAttributes: attributes,
  identities: fc.option(
    fc.array(identity, { maxLength: 3 }).map((all) => {
      return planned(all.map((one) => ({ name: one, description: undefined })));
    }),
    { nil: undefined },
  ),
});

const kinds = {
  event: "Event",
  event_attribute: "EventAttribute",
  event_type: "EventType",
  identity: "UserIdentity",
  other: "Commerce",
  screen: "ScreenView",
  screen_attribute: "ScreenViewAttribute",
  user_attribute: "UserAttribute",
} as const;

const point: fc.Arbitrary<Omit<DataPoint, "row">> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
    name,
    attribute: name,
    eventType,
    enabled: fc.constantFrom(true, true, true, false),
  })
  .map((one) => ({
    ...one,
    type: kinds[one.kind],
    name: one.kind === "identity" ? "email" : one.name,
    attribute: one.kind.endsWith("_attribute") && one.kind !== "user_attribute" ? one.attribute : undefined,
    eventType: one.kind.startsWith("event") ? one.eventType : undefined,
  }));

const points = fc
  .array(point, { maxLength: 30 })
  .map((all) => all.map((one, index) => ({ ...one, row: index + 1 })));

const mapping = fc
  .record({
    maptype: fc.constantFrom(
      "EventClass.Id",
      "EventClassDetails.Id",
      "EventAttributeClass.Name",
      "EventAttributeClass.Id",
      "UserAttributeClass.Name",
      "ProductAttributeSelector.Name",
      "StaticList",
    ),
    name,
    eventType,
    value: fc.option(name, { nil: undefined }),
    hasConditions: fc.constantFrom(false, false, false, true),
  })
  .map(({ maptype, name: map, eventType: of, ...rest }): Omit<MappingRow, "row"> => {
    const prefix = maptype === "EventClassDetails.Id" ? "30" : `4${numbers[of ?? ""] ?? 0}`;
    const isHashed = maptype.endsWith(".Id");
    return {
      ...rest,
      setting: undefined,
      maptype,
      map: isHashed ? "1" : map,
      jsmap: isHashed ? mparticleHash(prefix + map) : undefined,
    };
  });

const mappings = fc
  .array(mapping, { maxLength: 12 })
  .map((all) => all.map((one, index) => ({ ...one, row: index + 1 })));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Random exports, any of which may not be there. */
export const randomExports: fc.Arbitrary<Exports> = fc.record({
  mappings: optional(mappings),
  filter: optional(fc.record({ points, sendsNew: fc.constantFrom(true, false, undefined) })),
  dataPoints: fc.oneof(fc.constant([]), points),
  plan: optional(plan),
  attributes: optional(
    fc.uniqueArray(fc.oneof(name, fc.constantFrom("Order", "FirstName", "a_b")), { maxLength: 9 }),
  ),
});
