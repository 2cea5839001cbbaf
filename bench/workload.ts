/** The reference workload: a waybill of middling size and seeded batches of about 7 kB that hit it. */

/** A seeded generator of numbers in [0, 1) (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const verbs = ["Viewed", "Added", "Removed", "Completed", "Started", "Redeemed", "Shared", "Saved", "Opened"];
const things = [
  "Product",
  "Cart Item",
  "Checkout",
  "Order",
  "Offer",
  "Reward",
  "Store Locator",
  "Coupon",
  "Survey",
];
const eventNames = things.flatMap((thing) => verbs.map((verb) => `${verb} ${thing}`));
const screenNames = Array.from({ length: 30 }, (_, index) => `Screen ${index}`);
const userNames = Array.from(
  { length: 35 },
  (_, index) => `member ${index % 2 ? "trait" : "Preference"}-${index}`,
);
const attributeNames = Array.from(
  { length: 60 },
  (_, index) => `${index % 3 ? "item" : "Order"} detail ${index}`,
);
const reserved = ["$FirstName", "$LastName", "$City", "$Zip", "$Gender"];

/** Returns the waybill: 20 of 35 user attributes, 50 events with 8 attributes each, 20 screens. */
export function workloadWaybill(): string {
  return JSON.stringify({
    waybill: 1,
    name: "workload",
    connection: {
      host: "${SESSIONM_HOST}",
      api_key: "${SESSIONM_API_KEY}",
      api_secret: "${SESSIONM_API_SECRET}",
    },
    casing: { event_attributes: "snake_case" },
    profile: {
      identities: { email: "email" },
      reserved_fields: "default",
      attributes: userNames.filter((_, index) => index % 7 < 4),
    },
    events: eventNames.slice(0, 50).map((event, index) => ({
      event,
      to: event.toLowerCase().replaceAll(" ", "_"),
      attributes: Array.from(
        { length: 8 },
        (_, offset) => attributeNames[(index * 5 + offset * 3) % 60] ?? "",
      ),
    })),
    screens: screenNames
      .slice(0, 20)
      .map((screen) => ({ [screen]: screen.toLowerCase().replaceAll(" ", "_") })),
  });
}

/** Yields `count` batches as JSON text, the same for the same seed. */
export function* workloadBatches(count: number, seed = 20261123): Generator<string> {
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]) => items[below(items.length)] as T;
  const words = [
    "alpha",
    "Downtown",
    "gold",
    "weekly",
    "organic",
    "gluten free",
    "en-US",
    "Café Noir",
    "東京店",
    'say "hi"',
  ];
  const text = () => Array.from({ length: 1 + below(3) }, () => pick(words)).join(" ");
  const value = () => {
    const kind = random();
    return kind < 0.65 ? text() : kind < 0.85 ? below(100_000) : kind < 0.97 ? random() < 0.5 : null;
  };
  const digits = (length: number) =>
    String(1 + below(8)) + Array.from({ length: length - 1 }, () => below(10)).join("");
  const attributes = (from: readonly string[], many: number) =>
    Object.fromEntries(Array.from({ length: many }, () => [pick(from), value()]));
  for (let index = 0; index < count; index++) {
    const time = 1_767_225_600_000 + index * 60_000;
    const events = Array.from({ length: 12 }, (_, position) => {
      const kind = position === 0 ? "session_start" : position % 4 === 3 ? "screen_view" : "custom_event";
      const own =
        kind === "custom_event"
          ? {
              event_name: pick(eventNames),
              custom_event_type: "transaction",
              custom_attributes: attributes(attributeNames, 10),
            }
          : kind === "screen_view"
            ? { screen_name: pick(screenNames), custom_attributes: attributes(attributeNames, 3) }
            : {};
      const data = {
        timestamp_unixtime_ms: time + position,
        event_id: digits(19),
        session_uuid: digits(32),
        ...own,
      };
      return { data, event_type: kind };
    });
    const users = Object.fromEntries([...reserved, ...userNames].map((name) => [name, value()]));
    const batch = {
      schema_version: 2,
      environment: "production",
      device_info: {
        platform: pick(["iOS", "Android", "web"]),
        brand: text(),
        os_version: "17.1",
        locale_language: "en",
      },
      application_info: {
        application_name: "Loyalty",
        application_version: "1.0.1",
        package: "com.example.loyalty",
      },
      user_attributes: users,
      user_identities: [
        { identity_type: "customer_id", identity: digits(8), timestamp_unixtime_ms: time },
        { identity_type: "email", identity: `member${index}@example.com`, timestamp_unixtime_ms: time },
      ],
      events,
      timestamp_unixtime_ms: time,
    };
    // Ids are signed 64-bit integers, which JavaScript cannot write as numbers.
    yield `{"mpid":-${digits(19)},"batch_id":${digits(19)},${JSON.stringify(batch).slice(1)}`;
  }
}
