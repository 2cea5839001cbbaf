/**
 * Takes: a waybill and a seed. Gives: random batches out of the waybill's own words, as JSON text: most of them pass
 * the gate, every part is now and then something that it should not be, and one in ten is damaged or no batch at all.
 */
import type { Program } from "../compiler/check/program.ts";
import { createRandom, type Random } from "../random/random.ts";
import { createDraw, type Draw, type Member, objectOf } from "./draw.ts";
import { edges } from "./edges.ts";
import { varyBatch } from "./vary-batch.ts";
import { type KnownEvent, vocabularyOf } from "./vocabulary.ts";

/**
 * Gives random batches without end; where some were made already, four in ten are variants of those. The same waybill
 * and seed give the same.
 */
export function* randomBatches(
  program: Program,
  seed: number,
  made: readonly string[] = [],
): Generator<string> {
  const random = createRandom(seed);
  const draw = createDraw(vocabularyOf(program), random);
  while (true) {
    const isVariant = made.length > 0 && random.chance(40);
    const batch = isVariant
      ? varyBatch(made[random.below(made.length)] ?? "", draw.value, random)
      : batchOf(draw);
    yield random.chance(10) ? damage(batch, random) : batch;
  }
}

function batchOf(draw: Draw): string {
  const { words, random, value, sometimes, mostly, named, listOf, attributes } = draw;
  const gone = () => JSON.stringify(named(words.userAttributes, "gone"));
  return objectOf([
    ["mpid", random.chance(95) ? random.pick(["7310000000000000001", '"-7"', '"12"']) : value()],
    ["batch_id", sometimes(60, () => random.pick(["4730000000000000001", '"b-1"', '""']))],
    ["message_id", sometimes(20, () => '"m-1"')],
    ["environment", environmentOf(draw)],
    ["timestamp_unixtime_ms", sometimes(50, () => mostly(() => "1767225600000"))],
    ["device_info", deviceOf(draw)],
    ["source_info", sometimes(10, () => mostly(() => originOf(draw)))],
    ["consent_state", sometimes(words.purposes.length > 0 ? 80 : 30, () => mostly(() => consentOf(draw)))],
    ["user_identities", sometimes(97, () => mostly(() => identitiesOf(draw)))],
    ["user_attributes", sometimes(90, () => mostly(() => attributes(words.userAttributes, 14)))],
    ["deleted_user_attributes", sometimes(30, () => mostly(() => listOf(3, gone)))],
    ["events", sometimes(92, () => mostly(() => listOf(5, () => eventOf(draw))))],
  ]);
}

function environmentOf({ words, random, quoted }: Draw): string | undefined {
  const isProduction = words.environments.includes("production");
  return isProduction && random.chance(90) ? undefined : quoted(words.environments, "development");
}

function deviceOf({ words, random, mostly, quoted }: Draw): string | undefined {
  if (words.platforms.includes("custom_feeds") && random.chance(40)) return undefined;
  const platforms = words.platforms.flatMap((one) => [one, one, one]);
  return mostly(() => objectOf([["platform", quoted(platforms, "toaster")]]));
}

function originOf({ words, random, sometimes, quoted, value }: Draw): string {
  return objectOf([
    ["partner", sometimes(50, () => quoted(words.partners, "Other Feed"))],
    ["replay_job_id", sometimes(20, value)],
    ["is_historical", sometimes(20, () => random.pick(["true", '"TRUE"', "false", '"no"']))],
  ]);
}

function consentOf({ words, random, sometimes, spelled }: Draw): string {
  const consented = () => objectOf([["consented", random.pick(["true", "false", '"True"', '"no"', "1"])]]);
  return objectOf([
    ["gdpr", objectOf(words.purposes.map((purpose) => [spelled(purpose), sometimes(80, consented)]))],
    ["ccpa", sometimes(60, () => objectOf([["data_sale_opt_out", consented()]]))],
  ]);
}

/** In both published shapes; each login identity is there in most batches. */
function identitiesOf({ words, random, sometimes, value }: Draw): string {
  const id = () => random.pick(['"C-1"', '"pat@example.com"', "7", '""', '" null "', '"é/ ?"', value()]);
  const types = words.identities.length > 0 ? words.identities : ["email"];
  const given = types.filter(() => random.chance(80)).map((type): Member => [type, id()]);
  if (random.chance(70)) return objectOf([...given, ["google", sometimes(10, id)]]);
  const items = given.map(([type, identity]) =>
    objectOf([
      ["identity_type", JSON.stringify(type)],
      ["identity", identity],
    ]),
  );
  return `[${items.join(",")}]`;
}

function eventOf(draw: Draw): string {
  const { words, random, mostly } = draw;
  const other: KnownEvent = { isScreen: random.chance(30), name: "Other", type: undefined, attributes: [] };
  const known = random.pick([other, ...words.events, ...words.events]);
  const kind = known.isScreen ? '"screen_view"' : '"custom_event"';
  const kinds: [string, ...string[]] = [kind, '"session_start"', '"custom_event"', '"screen_view"'];
  return objectOf([
    ["event_type", random.chance(92) ? kind : random.pick(kinds)],
    ["data", mostly(() => eventDataOf(known, draw))],
  ]);
}

function eventDataOf({ isScreen, name, type, attributes: own }: KnownEvent, draw: Draw): string {
  const { words, random, sometimes, mostly, quoted, spelled, attributes } = draw;
  const names = [...own, ...words.eventAttributes];
  const types = ["navigation", "location", "transaction", "other"];
  const typeOf = (one: string) => JSON.stringify(random.chance(85) ? one : random.pick(["other", ""]));
  return objectOf([
    ["event_id", sometimes(60, () => mostly(() => random.pick(['"e-1"', "1460000000000000001"])))],
    [isScreen ? "screen_name" : "event_name", mostly(() => JSON.stringify(spelled(name)))],
    ["custom_event_type", type === undefined ? sometimes(40, () => quoted(types, "x")) : typeOf(type)],
    ["timestamp_unixtime_ms", sometimes(60, () => mostly(() => "1767225600123"))],
    ["custom_attributes", sometimes(90, () => mostly(() => attributes(names, names.length + 3)))],
  ]);
}

function damage(batch: string, random: Random): string {
  const at = random.below(batch.length);
  const junk = ["", "", '"', "{", "]", ",", "\\", "0", "1e999", "\u0000", "\ud800", "null"] as const;
  if (random.chance(20)) return random.pick(edges);
  const end = random.chance(50) ? at + 1 : random.below(batch.length);
  return batch.slice(0, at) + random.pick(junk) + batch.slice(Math.max(at, end));
}
