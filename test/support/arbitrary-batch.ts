import fc from "fast-check";
import {
  eventAttributeNames,
  eventNames,
  eventTypes,
  identityTypes,
  userNames,
} from "./arbitrary-waybill.ts";

/** JSON as text: numbers keep the form they are written in, keys may repeat, and some of it is not a batch at all. */
const number = fc.constantFrom(
  "0",
  "-0",
  "1",
  "-1",
  "19.90",
  "1e21",
  "1E-7",
  "0.1e1",
  "9007199254740991",
  "9007199254740993",
  "-9223372036854775808",
  "12345678901234567890",
  "1767225600000",
  "8640000000000000",
  "8640000000000001",
  "1e308",
);

const text = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "yes",
    "no",
    "gold",
    "null",
    " Undefined ",
    "S1,S2",
    "12",
    "007",
    "-5",
    "héllo 😀",
    "\u0000",
    "\\",
    '"',
  ),
  // `fc.string` over all of Unicode takes a second to make.
  fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
);

const scalar = fc.oneof(
  { weight: 4, arbitrary: text.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom("true", "false", "null") },
);

const json: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: scalar },
    {
      weight: 1,
      arbitrary: fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
    },
    { weight: 1, arbitrary: object(fc.constantFrom("a", "b", "2", "10", "__proto__"), tie("value"), 3) },
  ),
})).value;

function object(
  key: fc.Arbitrary<string>,
  value: fc.Arbitrary<string>,
  maxLength: number,
): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(key, value), { maxLength, size: "max" })
    .map((pairs) => `{${pairs.map(([name, member]) => `${JSON.stringify(name)}:${member}`).join(",")}}`);
}

/** Members that may be left out; undefined leaves one out. */
function record(members: Readonly<Record<string, fc.Arbitrary<string | undefined>>>): fc.Arbitrary<string> {
  return fc.record(members).map((made) => {
    const given = Object.entries(made).filter(([, value]) => value !== undefined);
    return `{${given.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
  });
}

/** A member that is there in `there` of ten cases. */
const sometimes = <T>(there: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: there, arbitrary }, { weight: 10 - there, arbitrary: fc.constant(undefined) });
const often = <T>(arbitrary: fc.Arbitrary<T>) => sometimes(9, arbitrary);
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => sometimes(4, arbitrary);

const quoted = (...words: readonly string[]) => fc.constantFrom(...words).map((word) => JSON.stringify(word));

/** The usual thing most of the time, any JSON now and then. */
const mostly = (usual: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 50, arbitrary: usual }, { weight: 1, arbitrary: json });

/** A spelling of a name: as it is, or in another case. */
const spelled = (names: readonly string[]) =>
  fc.tuple(fc.constantFrom(...names), fc.nat(5)).map(([name, how]) => {
    return how === 0 ? name.toUpperCase() : how === 1 ? name.toLowerCase() : name;
  });

const id = mostly(
  fc.oneof(quoted("C-1", "pat@example.com", "weird/id+1@x y", "..", "", "\ud800", " null "), number),
);

/** Identities of a known member, in both shapes; and any others. */
const identities = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '{"customer_id":"C-1","email":"pat@example.com","other":7,"other_id_2":"x"}',
      '[{"identity_type":"customer_id","identity":"C-2"},{"identity_type":"other_id_2","identity":"y"}]',
    ),
  },
  { weight: 1, arbitrary: object(fc.constantFrom(...identityTypes, "google"), id, 4) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        mostly(record({ identity_type: often(quoted(...identityTypes, "google")), identity: often(id) })),
        {
          maxLength: 4,
        },
      )
      .map((items) => `[${items.join(",")}]`),
  },
);

const attributes = (names: readonly string[], most: number) =>
  object(spelled([...names, "new one", "New One", "new-one"]), json, most);

const event = record({
  event_type: often(mostly(quoted("custom_event", "custom_event", "screen_view", "session_start"))),
  data: often(
    mostly(
      record({
        event_id: seldom(mostly(fc.oneof(quoted("e-1", "e-2"), number))),
        source_message_id: seldom(mostly(quoted("m-1"))),
        event_name: often(mostly(spelled(eventNames).map((name) => JSON.stringify(name)))),
        screen_name: often(mostly(spelled(eventNames).map((name) => JSON.stringify(name)))),
        custom_event_type: seldom(mostly(quoted(...eventTypes))),
        timestamp_unixtime_ms: seldom(mostly(fc.oneof(number, quoted("1767225600123", "x", "00")))),
        custom_attributes: often(mostly(attributes(eventAttributeNames, 20))),
      }),
    ),
  ),
});

const consented = mostly(
  record({ consented: often(mostly(fc.constantFrom("true", "false", '"true"', '"FALSE"', '"no"'))) }),
);

const consent = record({
  gdpr: often(mostly(object(fc.constantFrom("loyalty", "LOYALTY", "constructor"), consented, 3))),
  ccpa: often(mostly(record({ data_sale_opt_out: often(consented) }))),
});

const batch = record({
  mpid: sometimes(
    10,
    fc.oneof(
      { weight: 60, arbitrary: quoted("73100001", "-7") },
      { weight: 10, arbitrary: number },
      { weight: 1, arbitrary: json },
    ),
  ),
  batch_id: seldom(mostly(number)),
  message_id: seldom(mostly(quoted("m-9"))),
  environment: sometimes(1, mostly(quoted("production", "development"))),
  timestamp_unixtime_ms: seldom(number),
  device_info: sometimes(
    2,
    mostly(record({ platform: often(mostly(quoted("iOS", "IOS", "Android", "web", "toaster"))) })),
  ),
  application_info: sometimes(1, mostly(record({ os: often(quoted("MobileWeb", "FireTV", "OutOfBand")) }))),
  source_info: sometimes(
    2,
    mostly(
      record({
        partner: seldom(quoted("sessionm", "Other Feed", "CDP")),
        replay_job_id: sometimes(1, json),
        is_historical: sometimes(1, quoted("True", "no")),
      }),
    ),
  ),
  consent_state: seldom(mostly(consent)),
  user_identities: often(mostly(identities)),
  user_attributes: often(mostly(attributes(userNames, 12))),
  deleted_user_attributes: seldom(
    mostly(
      fc
        .array(mostly(spelled(userNames).map((name) => JSON.stringify(name))), { maxLength: 4 })
        .map((items) => `[${items.join(",")}]`),
    ),
  ),
  events: often(
    mostly(fc.array(mostly(event), { maxLength: 5, size: "max" }).map((items) => `[${items.join(",")}]`)),
  ),
});

/** Random batches as text: one in ten is raw JSON, or a batch that was damaged. */
export const arbitraryBatch: fc.Arbitrary<string> = fc.oneof(
  { weight: 18, arbitrary: batch },
  { weight: 1, arbitrary: json },
  {
    weight: 1,
    arbitrary: fc.tuple(batch, fc.nat(), fc.string({ maxLength: 3 })).map(([whole, at, junk]) => {
      const cut = at % (whole.length + 1);
      return whole.slice(0, cut) + junk + whole.slice(cut + 1);
    }),
  },
);
