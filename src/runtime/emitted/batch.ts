import { type Attributes, attributesAt } from "./attributes.ts";
import { contentHash } from "./hash.ts";
import { isAbsent, type Json } from "./json.ts";
import { listMembers } from "./listing.ts";
import { members } from "./members.ts";
import { readTape } from "./read-tape.ts";
import { listKind, objectKind } from "./tape/row.ts";
import { absent, kindOf, memberOf, type Node, root, type Tape } from "./tape/tape.ts";
import { memberValue, nodesIn, valueAt } from "./tape/values.ts";
import { idText } from "./text.ts";

/** A batch that has a member: a JSON object with an MPID. */
export interface Batch {
  /** The batch's JSON; its root is the batch. */
  readonly tape: Tape;
  readonly mpid: string;
  /** The identities in the order of the batch. */
  readonly identities: readonly ReceivedIdentity[];
  /** The user attributes. */
  readonly attributes: Attributes;
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
  const tape = text === undefined ? undefined : readTape(text);
  if (tape === undefined || kindOf(tape, root) !== objectKind) return undefined;
  const mpid = idText(memberValue(tape, root, members.mpid));
  if (mpid === undefined || !/^-?0*[1-9]\d*$/.test(mpid)) return undefined;
  const attributes = attributesAt(tape, memberOf(tape, root, members.userAttributes));
  return { tape, mpid, identities: readIdentities(tape), attributes };
}

function textOfInput(input: string | Uint8Array): string | undefined {
  if (typeof input !== "string") {
    return input.length > largest ? undefined : decoder.decode(input);
  }
  if (input.length * 3 > largest && new TextEncoder().encode(input).length > largest) return undefined;
  return input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
}

/** Both published shapes: an object by type, or a list of `{identity_type, identity}`. */
function readIdentities(tape: Tape): readonly ReceivedIdentity[] {
  const node = memberOf(tape, root, members.userIdentities);
  const kind = kindOf(tape, node);
  if (kind === objectKind) {
    const { names, nodes } = listMembers(tape, node);
    return names.map((type, index) => ({ type, value: valueAt(tape, nodes[index] ?? absent) }));
  }
  if (kind === listKind) return nodesIn(tape, node).map((item) => readListedIdentity(tape, item));
  return isAbsent(valueAt(tape, node)) ? [] : [{ type: null, value: undefined }];
}

function readListedIdentity(tape: Tape, item: Node): ReceivedIdentity {
  const type = memberValue(tape, item, members.identityType);
  if (typeof type !== "string") return { type: null, value: undefined };
  return { type, value: memberValue(tape, item, members.identity) };
}

/** Returns the batch's identity for `Message-ID` (`language.md` §4.19). */
export function batchIdentity({ tape }: Batch): string {
  return (
    idText(memberValue(tape, root, members.batchId)) ??
    idText(memberValue(tape, root, members.messageId)) ??
    idText(memberValue(tape, root, members.sourceRequestId)) ??
    contentHash(valueAt(tape, root) ?? null)
  );
}
