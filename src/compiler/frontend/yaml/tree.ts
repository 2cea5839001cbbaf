import type { Span } from "../../source/source-file.ts";

/** A YAML value with its place: aliases are followed, keys are text, and nothing of the library is left. */
export type YamlValue = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: "map";
  readonly span: Span;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: YamlScalar;
  readonly value: YamlValue;
}

export interface YamlList {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly YamlValue[];
}

export interface YamlScalar {
  readonly kind: "scalar";
  readonly span: Span;
  /** What YAML's core schema reads: text, a number, a boolean or null. */
  readonly value: string | number | boolean | null;
  /** The scalar as it is written, without quotes. */
  readonly text: string;
}

/** Returns the pair of a key. */
export function findPair(map: YamlMap, key: string): YamlPair | undefined {
  return map.pairs.find((pair) => pair.key.text === key);
}

/** Returns the value as plain data for the shape check. Objects have no prototype, so every key is its own. */
export function plainData(value: YamlValue): unknown {
  switch (value.kind) {
    case "scalar":
      return value.value;
    case "list":
      return value.items.map(plainData);
    case "map": {
      const data: Record<string, unknown> = Object.create(null);
      for (const { key, value: inner } of value.pairs) data[key.text] = plainData(inner);
      return data;
    }
  }
}
