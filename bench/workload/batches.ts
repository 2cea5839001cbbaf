/** The batches of both workloads: one text each, the same for the same seed. */
import {
  attributesOf,
  events,
  reservedFields,
  screens,
  unmappedEvents,
  unmappedScreens,
  userAttributes,
} from "./plan.ts";
import { createWorkloadRandom, type WorkloadRandom } from "./random.ts";

export type WorkloadName = "reference" | "small";

interface Shape {
  readonly events: number;
  readonly userAttributes: number;
  readonly hasWholeDevice: boolean;
}

/**
 * The reference has 12 events and all user attributes, about 9 kB; the small one is what mParticle's webhook posts at
 * its default of one event a batch, about 1.5 kB.
 */
const shapes: Readonly<Record<WorkloadName, Shape>> = {
  reference: { events: 12, userAttributes: userAttributes.length, hasWholeDevice: true },
  small: { events: 1, userAttributes: 6, hasWholeDevice: false },
};

/** Yields `count` different batches. With `numericIds` the ids are bare integers beyond 2^53, as some feeds send them. */
export function* workloadBatches(
  count: number,
  name: WorkloadName = "reference",
  { numericIds = false, seed = 20_261_127 } = {},
): Generator<string> {
  const random = createWorkloadRandom(seed);
  for (let index = 0; index < count; index++) {
    const text = JSON.stringify(batch(index, shapes[name], random));
    yield numericIds ? text.replace(/"(mpid|batch_id|event_id)":"(\d+)"/g, '"$1":$2') : text;
  }
}

const words = [
  "alpha",
  "Downtown",
  "gold",
  "weekly",
  "organic",
  "latte",
  "gluten free",
  "en-US",
  "$5 off",
  "O'Hare",
] as const;
const latin = ["Café Noir", "Montréal", "São Paulo", "naïve", "Müller"] as const;
const wide = ["東京店", "🎉 promo", "Łódź", "Привет"] as const;
const escaped = ['say "hi"', "line1\nline2", "C:\\temp\\x"] as const;
const people = ["Ada", "Boris", "Chen", "Dina", "Esra"] as const;
const cities = ["Springfield", "Riverton", "Lakeside", "Hillview"] as const;

/** Draws the values of one batch: of seven in ten every character is ASCII, of two Latin-1. */
function valuesOf(random: WorkloadRandom): { readonly text: () => string; readonly value: () => unknown } {
  const mode = random.next();
  const text = () => {
    const draw = random.next();
    if (mode > 0.9 && draw < 0.06) return random.pick(wide);
    if (mode > 0.7 && draw < 0.1) return random.pick(latin);
    if (draw > 0.985) return random.pick(escaped);
    return Array.from({ length: random.between(1, 3) }, () => random.pick(words)).join(" ");
  };
  const value = () => {
    const draw = random.next();
    if (draw < 0.62) return text();
    if (draw < 0.8) return random.between(0, 100_000);
    if (draw < 0.88) return random.between(0, 10_000_000) / 100;
    return draw < 0.985 ? random.next() < 0.5 : null;
  };
  return { text, value };
}

function batch(index: number, shape: Shape, random: WorkloadRandom): object {
  const { text, value } = valuesOf(random);
  const time = 1_767_225_600_000 + index * 60_000;
  const attributes = (names: readonly string[]) => {
    const given = names.filter(() => random.next() < 0.92);
    return Object.fromEntries(given.map((name) => [name, value()]));
  };
  const identities = random.next() < 0.95 ? { customer_id: `CUST-${random.digits(7)}` } : {};
  const user = {
    ...Object.fromEntries(
      reservedFields.map(([name]) => [name, name === "$City" ? random.pick(cities) : random.pick(people)]),
    ),
    ...attributes(userAttributes.slice(0, shape.userAttributes)),
    ...(shape.userAttributes > 6 ? { segmentIDs: ["seg1", `seg${random.between(2, 99)}`] } : {}),
  };
  const session = { session_id: random.hex(16), session_uuid: random.uuid() };
  const base = (position: number) => ({
    timestamp_unixtime_ms: time + position * random.between(500, 9_000),
    event_id: random.digits(18),
    source_message_id: random.uuid(),
    ...session,
  });
  const drawn = Array.from({ length: shape.events }, (_, position) =>
    event(position, shape, random, attributes, base),
  );
  return {
    events: drawn,
    source_request_id: random.uuid(),
    environment: "production",
    schema_version: 2,
    timestamp_unixtime_ms: time + 99_999,
    device_info: shape.hasWholeDevice
      ? wholeDevice(random)
      : { platform: "iOS", os_version: "17.1", brand: text() },
    application_info: {
      application_name: "Example Rewards",
      application_version: `8.${random.between(0, 30)}.0`,
      package: "com.example.rewards",
      os: "IOS",
    },
    user_attributes: user,
    deleted_user_attributes: [],
    user_identities: { ...identities, email: `member${random.digits(6)}@example.com` },
    mpid: random.digits(18),
    batch_id: random.digits(18),
    mp_deviceid: random.uuid(),
    context: { data_plan: { plan_id: "example_rewards", plan_version: 7 } },
    sdk_version: "8.24.1",
    consent_state: { gdpr: { location: { consented: random.next() < 0.5, timestamp_unixtime_ms: time } } },
  };
}

/** The first event of a whole batch starts the session; three of four of the others are of a mapped name. */
function event(
  position: number,
  shape: Shape,
  random: WorkloadRandom,
  attributes: (names: readonly string[]) => object,
  base: (position: number) => object,
): object {
  if (shape.events > 1 && position === 0) return { data: base(0), event_type: "session_start" };
  const isMapped = random.next() < 0.75;
  const pickFrom = (names: readonly string[]) => names[random.between(0, names.length - 1)] ?? "";
  if (position % 4 === 3) {
    const screen_name = pickFrom(isMapped ? screens.map(([name]) => name) : unmappedScreens);
    const custom_attributes = attributes(attributesOf(screen_name));
    return {
      data: { ...base(position), screen_name, activity_type: "unknown", custom_attributes },
      event_type: "screen_view",
    };
  }
  const event_name = pickFrom(isMapped ? events.map(({ name }) => name) : unmappedEvents);
  const custom_attributes = attributes(attributesOf(event_name));
  return {
    data: { ...base(position), event_name, custom_event_type: "transaction", custom_attributes },
    event_type: "custom_event",
  };
}

function wholeDevice(random: WorkloadRandom): object {
  return {
    brand: `iPhone${random.between(10, 15)},${random.between(1, 5)}`,
    product: "iPhone",
    device: "iPhone",
    device_manufacturer: "Apple",
    device_model: "iPhone 15 Pro",
    platform: "iOS",
    os_version: `17.${random.between(0, 6)}.1`,
    screen_height: 2556,
    screen_width: 1179,
    screen_dpi: 460,
    device_country: "US",
    locale_language: "en",
    locale_country: "US",
    network_country: "us",
    network_carrier: "Carrier",
    network_code: "260",
    network_mobile_country_code: "310",
    timezone_offset: -random.between(4, 9),
    build_identifier: "21F90",
    ios_advertising_id: random.uuid(),
    ios_idfv: random.uuid(),
    push_token: random.hex(64),
    limit_ad_tracking: random.next() < 0.5,
    is_tablet: false,
    is_dst: true,
  };
}
