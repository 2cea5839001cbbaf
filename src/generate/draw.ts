import type { Random } from "../random/random.ts";
import { edges } from "./edges.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A member of an object: its name and its JSON, undefined where it is left out. */
export type Member = readonly [name: string, json: string | undefined];

/** Draws parts of batches as JSON text, out of the words of a waybill. */
export interface Draw {
  readonly words: Vocabulary;
  readonly random: Random;
  /** Any value: a text of the waybill, or one that has a rule of its own somewhere. */
  value(): string;
  /** One of the texts, seldom another one. */
  quoted(texts: readonly string[], other: string): string;
  /** A name, now and then in another spelling. */
  spelled(name: string): string;
  /** One of the names, seldom another one, as {@link spelled}. */
  named(names: readonly string[], other: string): string;
  /** What is there in `times` of a hundred cases. */
  sometimes(times: number, json: () => string): string | undefined;
  /** What is expected most of the time, and anything now and then. */
  mostly(json: () => string): string;
  listOf(most: number, item: () => string): string;
  /** An object of attributes that have some of the names. */
  attributes(names: readonly string[], most: number): string;
}

/** Returns what draws from the words of a waybill. */
export function createDraw(words: Vocabulary, random: Random): Draw {
  const value = () =>
    random.chance(50) && words.texts.length > 0
      ? asJson(words.texts[random.below(words.texts.length)] ?? "", random)
      : random.pick(edges);
  const spelled = (name: string) =>
    random.pick([name, name, name, name, name.toUpperCase(), name.toLowerCase(), `${name} `]);
  const named = (names: readonly string[], other: string) =>
    spelled(random.pick([other, ...names, ...names]));
  return {
    ...{ words, random, value, spelled, named },
    quoted: (texts, other) =>
      JSON.stringify(random.pick([other, ...texts.flatMap((text) => [text, text, text])])),
    sometimes: (times, json) => (random.chance(times) ? json() : undefined),
    mostly: (json) => (random.chance(2) ? value() : json()),
    listOf: (most, item) => `[${Array.from({ length: random.below(most + 1) }, item).join(",")}]`,
    attributes: (names, most) =>
      objectOf(
        Array.from({ length: random.below(most + 1) }, () => [
          named(names, `new ${random.below(9)}`),
          value(),
        ]),
      ),
  };
}

/** A text as itself, and where it is a number or a boolean now and then as that. */
function asJson(text: string, random: Random): string {
  const isBare = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false)$/.test(text);
  return isBare && random.chance(50) ? text : JSON.stringify(text);
}

/** Returns an object as JSON text. Names may repeat: JSON allows it. */
export function objectOf(members: readonly Member[]): string {
  const given = members.filter(([, json]) => json !== undefined);
  return `{${given.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
}
