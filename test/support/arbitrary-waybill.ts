import fc from "fast-check";
import { normaliseKey } from "../../src/runtime/emitted/keys.ts";
import { arbitraryExpressions, type ExpressionNames } from "./arbitrary-expression.ts";

/** A random waybill as plain data; as JSON it is YAML. Names come from small pools, so that they meet in batches. */
export interface RandomWaybill {
  readonly [key: string]: unknown;
}

/** Names of user attributes, some of which differ in case or become the same key. */
export const userNames = [
  "Favorite Store",
  "favorite-store",
  "FAVORITE STORE",
  "loyaltyTier",
  "LoyaltyTier",
  "HTTPServer2Go",
  "_lead__ing_",
  "café",
  "été visits",
  "optIn",
  "opt in v2",
  "$Mobile",
  "$City",
  "$city",
  "$FirstName",
  "Work Email",
  "work email",
  "visits30d",
  "a",
  "A",
  "😀",
  "$$$",
  "__proto__",
  "constructor",
  "toString",
  "1",
  "0",
  "SessionM_Tier",
  "text \u2028 */ ${x} `",
];

/** Names of event attributes. */
export const eventAttributeNames = [
  "Store ID",
  "StoreID",
  "storeid",
  "total",
  "TOTAL",
  "list name",
  "isFirstVisit",
  "x_y_z",
  "__",
  "",
  "__proto__",
  "hasOwnProperty",
  "10",
  "9",
  "SessionM_Points",
  "mParticle Source Feed",
  "Ünïcode",
  ...Array.from({ length: 12 }, (_, index) => `k${index}`),
];

/** Names of events and screens. */
export const eventNames = [
  "Order",
  "order",
  "ORDER",
  "Store Visit",
  "Home",
  "Cart",
  'a "quoted" name',
  "__proto__",
];

/** Custom event types. */
export const eventTypes = ["transaction", "navigation", "location", "other"];

/** Identity types that batches and waybills use. */
export const identityTypes = ["customer_id", "email", "other", "other_id_2"];

const sessionmNames = ["order", "visit", "home", "Cart", "constructor"];
const keys = [
  "crm_id",
  "store",
  "Store",
  "tier",
  "favorite_store",
  "key1",
  "key2",
  "constructor",
  "A",
  "Mobile",
];
const fields = ["first_name", "city", "email", "address2", "dob", "locale"];
const texts = ["", "yes", "no", "true", "app", "S1,S2", "12", "héllo", "</script>", "\u2028"];

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), arbitrary);
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const oneOf = (items: readonly string[]) => fc.constantFrom(...items);

/** Leaves out members that are undefined, as a user would. */
function compact(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

const lookup = fc
  .uniqueArray(fc.tuple(oneOf(texts), oneOf(texts)), {
    minLength: 1,
    maxLength: 4,
    selector: ([from]) => from,
  })
  .map((pairs) => Object.fromEntries(pairs));

const named = (names: readonly string[]) => names.filter((name) => name !== "" && name !== "__proto__");

/** What expressions read in each place. */
const inProfile: ExpressionNames = { user: userNames, identities: identityTypes, hasValue: false };
const inEvent: ExpressionNames = { ...inProfile, event: eventAttributeNames };

const { boolean: profileCondition } = arbitraryExpressions(inProfile);
const { boolean: eventCondition } = arbitraryExpressions(inEvent);

/** How an entry makes its value, and its condition. */
function making(names: ExpressionNames): fc.Arbitrary<Record<string, unknown>> {
  const { any, boolean } = arbitraryExpressions({ ...names, hasValue: true });
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: oneOf(texts).map((text) => ({ text })) },
    { weight: 2, arbitrary: fc.record({ lookup, else: maybe(oneOf(texts)) }).map(compact) },
    { weight: 3, arbitrary: any.map((expression) => ({ value: expression })) },
  );
  return fc
    .tuple(value, seldom(boolean))
    .map(([made, when]) => (when === undefined ? made : { ...made, when }));
}

const inUserEntry = making(inProfile);
const inEventEntry = making(inEvent);

function attribute(
  names: readonly string[],
  targets: readonly string[],
  made: fc.Arbitrary<Record<string, unknown>>,
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: oneOf(names) },
    { weight: 2, arbitrary: fc.tuple(oneOf(names), oneOf(targets)).map(([name, to]) => ({ [name]: to })) },
    {
      weight: 3,
      arbitrary: fc
        .record({
          attribute: fc.oneof(oneOf(names), fc.uniqueArray(oneOf(names), { minLength: 1, maxLength: 3 })),
          to: maybe(oneOf(targets)),
          made,
        })
        .map(({ made: how, ...entry }) => compact({ ...entry, ...how })),
    },
  );
}

/** What an entry writes, roughly: lists with one of each are mostly without mistakes. */
function keyOf(entry: unknown): string {
  if (typeof entry === "string") return normaliseKey(entry).toLowerCase();
  const made: Readonly<Record<string, unknown>> = { ...(entry as object) };
  const name =
    made["to"] ?? (made["attribute"] === undefined ? Object.values(made)[0] : [made["attribute"]].flat()[0]);
  return normaliseKey(String(name)).toLowerCase();
}

const attributeList = (entry: fc.Arbitrary<unknown>, maxLength: number) =>
  fc.uniqueArray(entry, { maxLength, selector: keyOf, size: "max" });

const userAttribute = attribute(named(userNames), keys, inUserEntry);
const eventAttribute = attribute(named(eventAttributeNames), [...keys, "10", "9", "list name"], inEventEntry);

const field = fc.oneof(
  fc.constant("default"),
  oneOf(["$City", "$firstname", "$Zip"]),
  fc.tuple(oneOf(named(userNames)), oneOf(fields)).map(([name, to]) => ({ [name]: to })),
  fc
    .record({
      attribute: fc.uniqueArray(oneOf(named(userNames)), { minLength: 1, maxLength: 2 }),
      to: oneOf(fields),
      made: inUserEntry,
    })
    .map(({ made, ...entry }) => ({ ...entry, ...made })),
);

const forwardOrDrop = maybe(oneOf(["forward", "drop"]));

function event(key: "event" | "screen"): fc.Arbitrary<unknown> {
  const long = fc
    .record({
      [key]: oneOf(eventNames),
      type: key === "event" ? maybe(oneOf(eventTypes)) : fc.constant(undefined),
      to: maybe(oneOf(sessionmNames)),
      when: maybe(fc.oneof(fc.constant("otherwise"), eventCondition, eventCondition)),
      attributes: maybe(attributeList(eventAttribute, 14)),
      new_attributes: forwardOrDrop,
    })
    .map(compact);
  return fc.oneof({ weight: 1, arbitrary: oneOf(named(eventNames)) }, { weight: 3, arbitrary: long });
}

const identityTarget = fc.oneof(
  oneOf(["email", "ip"]),
  oneOf(keys).map((key) => ({ attribute: key })),
  oneOf(["CRM", "POS"]).map((type) => ({ identifier: type, replaces: "all" })),
);

const styles = ["preserve", "snake_case", "camel_case", "pascal_case", "lower_case", "upper_case"];

const profile = fc
  .record({
    external_id: maybe(oneOf(["mpid", ...identityTypes])),
    identities: maybe(fc.dictionary(oneOf([...identityTypes, "mpid"]), identityTarget, { maxKeys: 3 })),
    reserved_fields: maybe(fc.oneof(oneOf(["none", "default"]), fc.array(field, { maxLength: 4 }))),
    attributes: maybe(attributeList(userAttribute, 10)),
    new_attributes: forwardOrDrop,
    lists: maybe(oneOf(["comma", "json"])),
    removed: maybe(oneOf(["keep", "empty"])),
    when: seldom(profileCondition),
  })
  .map(compact)
  .map((made) => {
    const identities: Record<string, unknown> = { ...(made["identities"] ?? {}) };
    if ((made["external_id"] ?? "mpid") !== "mpid") identities["mpid"] ??= { attribute: "mpid" };
    return { ...made, identities };
  });

const source = fc
  .record({
    platforms: seldom(
      fc.uniqueArray(oneOf(["ios", "android", "mobile_web", "custom_feeds", "fire_tv"]), { minLength: 2 }),
    ),
    environments: seldom(fc.uniqueArray(oneOf(["production", "development"]), { minLength: 1 })),
    users: maybe(oneOf(["logged_in", "all"])),
    login_identities: maybe(fc.uniqueArray(oneOf(identityTypes), { minLength: 1 })),
    names: maybe(oneOf(["exact", "ignore_case"])),
    loop_partners: maybe(fc.uniqueArray(oneOf(["SessionM", "Other Feed"]))),
    replays: maybe(oneOf(["drop", "forward"])),
    when: seldom(profileCondition),
  })
  .map(compact);

const rule = fc.record({ match: oneOf(["fav*store", "l??altytier", "opt*", "a"]), to: oneOf(keys) });

/** Random waybills; some of them have mistakes, which the caller leaves out. */
export const arbitraryWaybill: fc.Arbitrary<RandomWaybill> = fc
  .record({
    waybill: fc.constant(1),
    name: fc.constant("random"),
    source: maybe(source),
    sessionm: maybe(
      fc
        .record({
          events: seldom(fc.constant([...sessionmNames, ...eventNames])),
          attributes: seldom(fc.constant([...keys, "loyaltytier", "mpid", "optIn"])),
        })
        .map(compact),
    ),
    casing: maybe(
      fc
        .record({
          user_attributes: maybe(oneOf([...styles, "as_defined"])),
          event_attributes: maybe(oneOf(styles)),
          rules: maybe(fc.array(rule, { maxLength: 2 })),
        })
        .map(compact),
    ),
    profile: maybe(profile),
    events: fc.array(event("event"), { maxLength: 6, size: "max" }),
    screens: maybe(fc.array(event("screen"), { maxLength: 3 })),
    new_events: forwardOrDrop,
  })
  .map(compact);
