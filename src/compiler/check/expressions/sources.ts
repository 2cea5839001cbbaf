/** The sources of expressions by the words that name them (`language.md` §3). */
import { type Type, type as types } from "../../types/type.ts";
import type { Source } from "../expression.ts";

/** A source without an argument. */
export interface PlainSource {
  readonly source: Source;
  readonly type: Type;
  readonly needs: "value" | "event" | undefined;
}

/** A source that takes a name in double quotes. */
export interface NamedSource {
  readonly of: (name: string) => Source;
  readonly type: Type;
  readonly needs: "event" | undefined;
  /** What the argument is, in words. */
  readonly argument: string;
}

/** Sources that stand alone. */
export const plainSources: ReadonlyMap<string, PlainSource> = new Map<string, PlainSource>([
  ["value", { source: { kind: "value" }, type: types.attribute, needs: "value" }],
  ["mpid", { source: { kind: "mpid" }, type: types.string, needs: undefined }],
  ["platform", { source: { kind: "platform" }, type: types.string, needs: undefined }],
  ["environment", { source: { kind: "environment" }, type: types.string, needs: undefined }],
  ["consent.ccpa_opt_out", { source: { kind: "ccpa_opt_out" }, type: types.boolean, needs: undefined }],
  ["event.name", { source: { kind: "event_name" }, type: types.string, needs: "event" }],
  ["event.type", { source: { kind: "event_type" }, type: types.string, needs: "event" }],
  ["event.time", { source: { kind: "event_time" }, type: types.number, needs: "event" }],
]);

/** Sources that take a name. */
export const namedSources: ReadonlyMap<string, NamedSource> = new Map<string, NamedSource>([
  [
    "user",
    {
      of: (name) => ({ kind: "user", name }),
      type: types.attribute,
      needs: undefined,
      argument: "the name of a user attribute",
    },
  ],
  [
    "value",
    {
      of: (name) => ({ kind: "event_attribute", name }),
      type: types.attribute,
      needs: "event",
      argument: "the name of an event attribute",
    },
  ],
  [
    "identity",
    {
      of: (type) => ({ kind: "identity", type }),
      type: types.string,
      needs: undefined,
      argument: "an identity type",
    },
  ],
  [
    "consent.gdpr",
    {
      of: (purpose) => ({ kind: "gdpr", purpose }),
      type: types.boolean,
      needs: undefined,
      argument: "a consent purpose",
    },
  ],
]);

/** Every word that names a source. */
export const sourceNames: ReadonlySet<string> = new Set([...plainSources.keys(), ...namedSources.keys()]);
