import fc from "fast-check";

/**
 * Random waybills about conditions: few names and constants, so that conditions often contradict, cover or equal each
 * other. Some terms cannot be followed, such as functions and arithmetic.
 */

const oneOf = (items: readonly string[]) => fc.constantFrom(...items);

const inBatch = [
  'platform == "ios"',
  'platform != "ios"',
  'platform in ["android", "roku"]',
  'environment == "production"',
  'environment == "development"',
  'consent.gdpr("loyalty")',
  "consent.ccpa_opt_out",
  'user("a") == "yes"',
  'user("a") != "yes"',
  'user("a") in ["yes", "no", 12]',
  'present(user("a"))',
  'user("a") > 12',
  'user("a") < 12',
  'user("a") == 12',
  '(user("a") ?? "no") == "no"',
  'lookup(user("a"), {"yes": "1", "no": "0"}) == "1"',
  'if(user("a") == "yes", user("A"), "no") == "no"',
  'identity("email") == "null"',
  'present(identity("email"))',
  'mpid == "1"',
  'length(user("a")) > 2',
  'contains(user("a"), "e")',
  'user("a") == user("A")',
  'user("a") + 1 > 12',
];

const inEvent = [
  ...inBatch,
  'value("Store ID") == "12"',
  'value("Store ID") >= 12',
  'value("Store ID") <= 5',
  'event.type == "location"',
  'event.type != "location"',
  'event.name == "Order"',
  "event.time > 0",
];

const inAttribute = [
  'value == "yes"',
  'value != "yes"',
  "present(value)",
  "value > 12",
  "not present(value)",
];

function condition(atoms: readonly string[]): fc.Arbitrary<string> {
  const atom = oneOf(atoms).chain((text) => fc.boolean().map((isNot) => (isNot ? `not (${text})` : text)));
  const pair = fc
    .tuple(atom, oneOf(["and", "and", "or"]), atom)
    .map(([a, operator, b]) => `(${a}) ${operator} (${b})`);
  return fc.oneof(atom, pair, pair);
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), arbitrary);

function compact(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

const values = [
  'if(value == "yes", "true", "false")',
  'value ?? "none"',
  'lookup(value, {"yes": "true"}, "false")',
  "lower(value)",
  'default(value, user("a"))',
];

function attribute(name: string, atoms: readonly string[]) {
  const when = maybe(condition([...atoms, ...inAttribute, ...inAttribute]));
  return fc.record({ attribute: fc.constant(name), value: maybe(oneOf(values)), when }).map(compact);
}

const event = fc
  .record({
    event: oneOf(["Order", "Order", "Home"]),
    type: maybe(oneOf(["location", "transaction"])),
    to: oneOf(["order", "visit"]),
    when: fc.oneof(fc.constant("otherwise"), condition(inEvent), condition(inEvent), condition(inEvent)),
    attributes: fc.tuple(attribute("Store ID", inEvent)).map((list) => list),
  })
  .map(compact);

/** A random waybill as plain data; as JSON it is YAML. */
export const arbitraryConditions: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .record({
    source: fc
      .record({
        platforms: oneOf(["ios", "all"]).map((which) =>
          which === "all" ? ["ios", "android", "roku", "custom_feeds"] : ["ios", "custom_feeds"],
        ),
        users: fc.constant("all"),
        environments: maybe(fc.constant(["production", "development"])),
        names: maybe(oneOf(["exact", "ignore_case"])),
        when: fc.oneof(
          { weight: 3, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: condition(inBatch) },
        ),
      })
      .map(compact),
    profile: fc
      .record({
        when: maybe(condition(inBatch)),
        attributes: fc.tuple(attribute("a", inBatch), attribute("A2", inBatch)),
      })
      .map(compact),
    events: fc.array(event, { minLength: 1, maxLength: 4 }),
  })
  .map((parts) => ({ waybill: 1, name: "w", ...parts }));

const value = fc.constantFrom(
  "yes",
  "no",
  "12",
  "5",
  "12.5",
  "13",
  "+012",
  "e",
  "",
  "ab",
  null,
  12,
  true,
  ["yes"],
  ["no", "12"],
);

function attributes(names: readonly string[]) {
  return fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
}

const consent = fc.constantFrom(undefined, { consented: true }, { consented: false });

/** A random batch that has what {@link arbitraryConditions} looks at, as JSON text. */
export const arbitraryConditionBatch: fc.Arbitrary<string> = fc
  .record({
    mpid: fc.constantFrom("1", "2"),
    platform: oneOf(["ios", "iOS", "android", "roku", "out_of_band"]),
    environment: fc.constantFrom(undefined, "production", "development"),
    email: fc.constantFrom(undefined, "a@example.com", "null"),
    user: attributes(["a", "A", "A2", "a2"]),
    gdpr: consent,
    ccpa: consent,
    events: fc.array(
      fc.record({
        name: oneOf(["Order", "order", "Home"]),
        type: fc.constantFrom(undefined, "location", "transaction", "other"),
        time: fc.constantFrom(undefined, 0, 5),
        attributes: attributes(["Store ID", "store id"]),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ mpid, platform, environment, email, user, gdpr, ccpa, events }) =>
    JSON.stringify({
      ...{ mpid, environment, device_info: { platform }, user_identities: { email }, user_attributes: user },
      consent_state: { gdpr: { loyalty: gdpr }, ccpa: { data_sale_opt_out: ccpa } },
      events: events.map((one) => ({
        event_type: "custom_event",
        data: {
          ...{ event_id: "e", event_name: one.name, custom_event_type: one.type },
          ...{ timestamp_unixtime_ms: one.time, custom_attributes: one.attributes },
        },
      })),
    }),
  );
