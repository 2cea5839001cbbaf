/**
 * Takes: a waybill and a seed. Gives: random batches out of the waybill's own words, as JSON text: most of them pass
 * the gate, every part is now and then something that it should not be, and one in ten is damaged or no batch at all.
 */
import type { Program } from "../compiler/check/program.ts";
import { createRandom, type Random } from "../random/random.ts";
import { edges } from "./edges.ts";
import { varyBatch } from "./vary-batch.ts";
import { type KnownEvent, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/**
 * Gives random batches without end; where some were made already, four in ten are variants of those. The same waybill
 * and seed give the same.
 */
export function* randomBatches(
  program: Program,
  seed: number,
  made: readonly string[] = [],
): Generator<string> {
  const vocabulary = vocabularyOf(program);
  const random = createRandom(seed);
  const maker = createMaker(vocabulary, random);
  while (true) {
    const isVariant = made.length > 0 && random.chance(40);
    const batch = isVariant
      ? varyBatch(made[random.below(made.length)] ?? "", maker.value, random)
      : maker.batch();
    yield random.chance(10) ? damage(batch, random) : batch;
  }
}

/** A member of an object: its name and its JSON, undefined where it is left out. */
type Member = readonly [name: string, json: string | undefined];

function createMaker(words: Vocabulary, random: Random) {
  const quoted = (texts: readonly string[], other: string) =>
    JSON.stringify(random.pick([other, ...texts.flatMap((text) => [text, text, text])]));
  const spelled = (name: string) =>
    random.pick([name, name, name, name, name.toUpperCase(), name.toLowerCase(), `${name} `]);
  const named = (names: readonly string[], other: string) =>
    spelled(random.pick([other, ...names, ...names]));
  const sometimes = (times: number, json: () => string) => (random.chance(times) ? json() : undefined);
  /** What is expected most of the time, and anything now and then. */
  const mostly = (json: () => string) => (random.chance(2) ? value() : json());

  const value = (): string =>
    random.chance(50) && words.texts.length > 0
      ? asJson(words.texts[random.below(words.texts.length)] ?? "", random)
      : random.pick(edges);
  const listOf = (most: number, item: () => string) =>
    `[${Array.from({ length: random.below(most + 1) }, item).join(",")}]`;
  const attributes = (names: readonly string[], most: number) =>
    objectOf(
      Array.from({ length: random.below(most + 1) }, () => [named(names, `new ${random.below(9)}`), value()]),
    );

  const identities = () => {
    const id = () => random.pick(['"C-1"', '"pat@example.com"', "7", '""', '" null "', '"é/ ?"', value()]);
    const types = words.identities.length > 0 ? words.identities : ["email"];
    // Each login identity is there in most batches.
    const given = types.filter(() => random.chance(80)).map((type): Member => [type, id()]);
    if (random.chance(70)) return objectOf([...given, ["google", sometimes(10, id)]]);
    return `[${given
      .map(([type, identity]) =>
        objectOf([
          ["identity_type", JSON.stringify(type)],
          ["identity", identity],
        ]),
      )
      .join(",")}]`;
  };

  const event = () => {
    const other: KnownEvent = { isScreen: random.chance(30), name: "Other", type: undefined, attributes: [] };
    const known = random.pick([other, ...words.events, ...words.events]);
    const { isScreen, name, type } = known;
    const names = [...known.attributes, ...words.eventAttributes];
    const types = ["navigation", "location", "transaction", "other", ...(type === undefined ? [] : [type])];
    const data = () =>
      objectOf([
        ["event_id", sometimes(60, () => mostly(() => random.pick(['"e-1"', "1460000000000000001"])))],
        [isScreen ? "screen_name" : "event_name", mostly(() => JSON.stringify(spelled(name)))],
        ["custom_event_type", type === undefined ? sometimes(40, () => quoted(types, "x")) : typeOf(type)],
        ["timestamp_unixtime_ms", sometimes(60, () => mostly(() => "1767225600123"))],
        ["custom_attributes", sometimes(90, () => mostly(() => attributes(names, names.length + 3)))],
      ]);
    const typeOf = (one: string) => JSON.stringify(random.chance(85) ? one : random.pick(["other", ""]));
    const kind = isScreen ? '"screen_view"' : '"custom_event"';
    const kinds: [string, ...string[]] = [kind, '"session_start"', '"custom_event"', '"screen_view"'];
    return objectOf([
      ["event_type", random.chance(92) ? kind : random.pick(kinds)],
      ["data", mostly(data)],
    ]);
  };

  const consented = () => objectOf([["consented", random.pick(["true", "false", '"True"', '"no"', "1"])]]);
  const consent = () =>
    objectOf([
      ["gdpr", objectOf(words.purposes.map((purpose) => [spelled(purpose), sometimes(80, consented)]))],
      ["ccpa", sometimes(60, () => objectOf([["data_sale_opt_out", consented()]]))],
    ]);
  const origin = () =>
    objectOf([
      ["partner", sometimes(50, () => quoted(words.partners, "Other Feed"))],
      ["replay_job_id", sometimes(20, () => value())],
      ["is_historical", sometimes(20, () => random.pick(["true", '"TRUE"', "false", '"no"']))],
    ]);

  const batch = () =>
    objectOf([
      ["mpid", random.chance(95) ? random.pick(["7310000000000000001", '"-7"', '"12"']) : value()],
      ["batch_id", sometimes(60, () => random.pick(["4730000000000000001", '"b-1"', '""']))],
      ["message_id", sometimes(20, () => '"m-1"')],
      ["environment", environmentOf()],
      ["timestamp_unixtime_ms", sometimes(50, () => mostly(() => "1767225600000"))],
      ["device_info", platformOf()],
      ["source_info", sometimes(10, () => mostly(origin))],
      ["consent_state", sometimes(words.purposes.length > 0 ? 80 : 30, () => mostly(consent))],
      ["user_identities", sometimes(97, () => mostly(identities))],
      ["user_attributes", sometimes(90, () => mostly(() => attributes(words.userAttributes, 14)))],
      [
        "deleted_user_attributes",
        sometimes(30, () =>
          mostly(() => listOf(3, () => JSON.stringify(named(words.userAttributes, "gone")))),
        ),
      ],
      ["events", sometimes(92, () => mostly(() => listOf(5, event)))],
    ]);
  const environmentOf = () => {
    const isProduction = words.environments.includes("production");
    return isProduction && random.chance(90) ? undefined : quoted(words.environments, "development");
  };
  const platformOf = () => {
    const isFeed = words.platforms.includes("custom_feeds");
    if (isFeed && random.chance(40)) return undefined;
    return mostly(() =>
      objectOf([
        [
          "platform",
          quoted(
            words.platforms.flatMap((one) => [one, one, one]),
            "toaster",
          ),
        ],
      ]),
    );
  };
  return { batch, value };
}

/** A text as itself, and where it is a number or a boolean now and then as that. */
function asJson(text: string, random: Random): string {
  const isBare = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false)$/.test(text);
  return isBare && random.chance(50) ? text : JSON.stringify(text);
}

/** Names may repeat: JSON allows it. */
function objectOf(members: readonly Member[]): string {
  const given = members.filter(([, json]) => json !== undefined);
  return `{${given.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
}

function damage(batch: string, random: Random): string {
  const at = random.below(batch.length);
  const junk = ["", "", '"', "{", "]", ",", "\\", "0", "1e999", "\u0000", "\ud800", "null"] as const;
  if (random.chance(20)) return random.pick(edges);
  const end = random.chance(50) ? at + 1 : random.below(batch.length);
  return batch.slice(0, at) + random.pick(junk) + batch.slice(Math.max(at, end));
}
