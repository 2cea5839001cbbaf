import type { Span } from "../source/source-file.ts";
import type { KeyOrigin, Program } from "./program.ts";

/** A key of the profile's custom attributes, declared by an attribute entry or an identity. */
export interface UserKey {
  readonly key: string;
  /** The name or identity type that it is made for. */
  readonly name: string;
  readonly from: KeyOrigin;
  /** The text to change: `to`, or the name. */
  readonly span: Span;
  /** The reference to the set that it comes from. */
  readonly through: Span | undefined;
}

/** Returns the declared custom user keys, identities first. */
export function userKeysOf({ profile }: Program): readonly UserKey[] {
  const identities = profile.identities.flatMap(({ type, target }) => {
    if (target.kind !== "attribute") return [];
    const from: KeyOrigin = { kind: "to", span: target.span };
    return [{ key: target.key, name: type, from, span: target.span, through: undefined }];
  });
  const attributes = profile.attributes.map(({ key, names, keyFrom, through }) => {
    return { key, name: names[0] ?? "", from: keyFrom, span: keyFrom.span, through };
  });
  return [...identities, ...attributes];
}
