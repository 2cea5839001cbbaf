import { contentHash } from "./hash.ts";
import { isAbsent, isList, isObject, type Json, type JsonObject } from "./json.ts";
import { parseJson } from "./parse-json.ts";
import { idText } from "./text.ts";

/** A batch that has a member: a JSON object with an MPID. */
export interface Batch {
  readonly json: JsonObject;
  readonly mpid: string;
  /** The identities in the order of the batch. */
  readonly identities: readonly ReceivedIdentity[];
}

/** An identity as the batch has it. */
export interface ReceivedIdentity {
  /** The batch's own name of the type; null where there is none. */
  readonly type: string | null;
  readonly value: Json | undefined;
}

/** The largest batch, in bytes of UTF-8. */
const largest = 16 * 1024 * 1024;

const decoder = /* @__PURE__ */ new TextDecoder();

/** Reads a batch; undefined where it is malformed (`language.md` §4.1). */
export function readBatch(input: string | Uint8Array): Batch | undefined {
  const text = textOfInput(input);
  const json = text === undefined ? undefined : parseJson(text);
  if (!isObject(json)) return undefined;
  const mpid = idText(json["mpid"]);
  if (mpid === undefined || !/^-?0*[1-9]\d*$/.test(mpid)) return undefined;
  return { json, mpid, identities: readIdentities(json["user_identities"]) };
}

function textOfInput(input: string | Uint8Array): string | undefined {
  if (typeof input !== "string") {
    return input.length > largest ? undefined : decoder.decode(input);
  }
  if (input.length * 3 > largest && new TextEncoder().encode(input).length > largest) return undefined;
  return input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
}

/** Both published shapes: an object by type, or a list of `{identity_type, identity}`. */
function readIdentities(json: Json | undefined): readonly ReceivedIdentity[] {
  if (isObject(json)) return Object.entries(json).map(([type, value]) => ({ type, value }));
  if (isList(json)) return json.map(readListedIdentity);
  return isAbsent(json) ? [] : [{ type: null, value: undefined }];
}

function readListedIdentity(item: Json): ReceivedIdentity {
  const type = isObject(item) ? item["identity_type"] : undefined;
  if (!isObject(item) || typeof type !== "string") return { type: null, value: undefined };
  return { type, value: item["identity"] };
}

/** Returns the batch's identity for `Message-ID` (`language.md` §4.19). */
export function batchIdentity({ json }: Batch): string {
  return (
    idText(json["batch_id"]) ??
    idText(json["message_id"]) ??
    idText(json["source_request_id"]) ??
    contentHash(json)
  );
}
