/**
 * The reference interpreter: runs a checked Program on a batch, slowly and plainly. It is the specification in code.
 * Takes: a Program without errors and a batch. Gives: the requests, and every drop with its reason and place.
 * Shares with emitted code only the built-in functions (and the content hash); everything else is written again from
 * `language.md` §3 and §4, so that a mistake in one of the two shows.
 */
import type { Program } from "../compiler/check/program.ts";
import { placeOf, type Span } from "../compiler/source/source-file.ts";
import { contentHash } from "../runtime/emitted/hash.ts";
import type { JsonObject } from "../runtime/emitted/json.ts";
import type { Drop, Reason, Request, Result } from "../runtime/emitted/result.ts";
import type { Candidate } from "./candidate.ts";
import type { Recorder } from "./decision.ts";
import { makeEvent } from "./events.ts";
import { mpidOf, refuse } from "./gate.ts";
import { findIdentity, readIdentities } from "./identities.ts";
import { makeProfile } from "./profile.ts";
import { readJson } from "./read-json.ts";
import { idOf, isAbsent, listOf, objectOf } from "./values.ts";

const largestBatch = 16 * 1024 * 1024;

/** Runs a program on a batch; `record` is told every decision on the way. */
export function interpret(
  program: Program,
  input: string | Uint8Array,
  record?: Recorder,
): Result<readonly Drop[]> {
  const dropBatch = (reason: Reason, span: Span): Result<readonly Drop[]> => ({
    requests: [],
    drops: [{ kind: "batch", name: null, event: null, reason, at: placeOf(span) }],
  });
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  if (bytes.length > largestBatch) return dropBatch("malformed", program.span);
  const text = typeof input === "string" ? input.replace(/^\ufeff/, "") : new TextDecoder().decode(input);
  const json = objectOf(readJson(text));
  const mpid = json && mpidOf(json);
  if (json === undefined || mpid === undefined) return dropBatch("malformed", program.span);
  const batch: Candidate = { json, mpid, identities: readIdentities(json["user_identities"]), record };
  const { value: idType } = program.profile.externalId;
  const externalId = idType === "mpid" ? mpid : findIdentity(batch.identities, idType);
  record?.({ kind: "batch", batch, externalId });
  const refusal = refuse(batch, externalId, program);
  if (refusal !== undefined) return dropBatch(refusal.reason, refusal.span);
  return forward(program, batch, externalId ?? "");
}

function forward(program: Program, batch: Candidate, externalId: string): Result<readonly Drop[]> {
  const { json } = batch;
  const path = `/priv/v1/apps/{api_key}/external/users/${encodeURIComponent(externalId)}`;
  const common = { externalId, batch: batchIdentity(json) };
  const profile = makeProfile(program, batch);
  const requests: Request[] = [];
  const drops: Drop[] = [...profile.drops];
  if (profile.body !== undefined) {
    const at = placeOf(program.profile.span);
    requests.push({ ...common, kind: "profile", method: "PUT", path, body: profile.body, position: -1, at });
  }
  const events = json["events"];
  const decider = program.newEvents.value ? program.newEvents.span : program.events.span;
  if (!isAbsent(events) && listOf(events) === undefined) {
    drops.push({ kind: "event", name: null, event: null, reason: "malformed", at: placeOf(decider) });
  }
  for (const [position, event] of (listOf(events) ?? []).entries()) {
    const made = makeEvent(program, batch, event, position);
    drops.push(...made.drops);
    for (const { body, span } of made.requests) {
      const at = placeOf(span);
      requests.push({ ...common, kind: "event", method: "POST", path: `${path}/events`, body, position, at });
    }
  }
  return { requests, drops };
}

/** Returns the batch's identity (`language.md` §4.19). */
export function batchIdentity(json: JsonObject): string {
  const ids = [json["batch_id"], json["message_id"], json["source_request_id"]];
  return ids.flatMap((id) => idOf(id) ?? [])[0] ?? contentHash(json);
}
