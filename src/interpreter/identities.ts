import { placeOf, type Span } from "../compiler/source/source-file.ts";
import type { Json } from "../runtime/emitted/json.ts";
import type { Drop, Reason } from "../runtime/emitted/result.ts";
import { idOf, isAbsent, listOf, objectOf } from "./values.ts";

/** An identity of a batch; null where it has no type. */
export interface Identity {
  readonly type: string | null;
  readonly value: Json | undefined;
}

/** Reads both published shapes. */
export function readIdentities(json: Json | undefined): readonly Identity[] {
  const object = objectOf(json);
  if (object !== undefined) return Object.keys(object).map((type) => ({ type, value: object[type] }));
  const list = listOf(json);
  if (list === undefined) return isAbsent(json) ? [] : [{ type: null, value: undefined }];
  return list.map((item) => {
    const type = objectOf(item)?.["identity_type"];
    return typeof type === "string"
      ? { type, value: objectOf(item)?.["identity"] }
      : { type: null, value: undefined };
  });
}

/** A blank identity: its trimmed text is empty, `null` or `undefined`. */
export function isBlank({ value }: Identity): boolean {
  const text = (idOf(value) ?? "").trim().toLowerCase();
  return text === "" || text === "null" || text === "undefined";
}

/** Returns the first identity of a type that is not blank, untrimmed. */
export function findIdentity(identities: readonly Identity[], type: string): string | undefined {
  return idOf(identities.find((identity) => identity.type === type && !isBlank(identity))?.value);
}

/** Returns the drops of the identities; `enabled` has the place of each type that goes out. */
export function dropIdentities(
  identities: readonly Identity[],
  enabled: ReadonlyMap<string, Span>,
  otherwise: Span,
): readonly Drop[] {
  return identities.flatMap((identity, index) => {
    const span = identity.type === null ? undefined : enabled.get(identity.type);
    const isFirst = !identities.slice(0, index).some((one) => one.type === identity.type && !isBlank(one));
    const reason = reasonOf(identity, span !== undefined, isFirst);
    if (reason === undefined) return [];
    return [
      { kind: "identity", name: identity.type, event: null, reason, at: placeOf(span ?? otherwise) } as const,
    ];
  });
}

function reasonOf(identity: Identity, isEnabled: boolean, isFirst: boolean): Reason | undefined {
  const { type, value } = identity;
  if (type === null || (!isAbsent(value) && idOf(value) === undefined)) return "malformed";
  if (!isEnabled) return "not_enabled";
  if (!isFirst) return "duplicate_key";
  if (value === undefined || value === null) return "null_value";
  return isBlank(identity) ? "empty_value" : undefined;
}
