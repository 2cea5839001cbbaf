/** `language.md` §4, gate: the first test that fails drops the batch. */
import type { Program } from "../compiler/check/program.ts";
import type { Span } from "../compiler/source/source-file.ts";
import type { JsonObject } from "../runtime/emitted/json.ts";
import type { Reason } from "../runtime/emitted/result.ts";
import type { Candidate } from "./candidate.ts";
import { isMet } from "./expression.ts";
import { isBlank } from "./identities.ts";
import { platformOf } from "./platform.ts";
import { foldCase, idOf, isAbsent, objectOf } from "./values.ts";

/** Returns why the batch is dropped, or undefined. */
export function refuse(
  batch: Candidate,
  externalId: string | undefined,
  { source, profile }: Program,
): { readonly reason: Reason; readonly span: Span } | undefined {
  const { json, identities } = batch;
  const { platforms, environments, loopPartners, replays, users, loginIdentities, names, when } = source;
  const platform = platformOf(json);
  if (platform === undefined || !platforms.value.includes(platform)) {
    return { reason: "platform", span: platforms.span };
  }
  const environment = isAbsent(json["environment"]) ? "production" : json["environment"];
  if (!environments.value.some((enabled) => enabled === environment)) {
    return { reason: "environment", span: environments.span };
  }
  const origin = objectOf(json["source_info"]);
  const partner = origin?.["partner"];
  if (typeof partner === "string" && loopPartners.value.some((p) => foldCase(p) === foldCase(partner))) {
    return { reason: "loop", span: loopPartners.span };
  }
  if (replays.value === "drop" && isReplay(origin)) return { reason: "replay", span: replays.span };
  const isKnown = loginIdentities.value.some((type) =>
    identities.some((one) => one.type === type && !isBlank(one)),
  );
  if (users.value === "logged_in" && !isKnown) return { reason: "not_logged_in", span: loginIdentities.span };
  if (!isGoodId(externalId)) return { reason: "bad_external_id", span: profile.externalId.span };
  const isOff = when !== undefined && !isMet(when.value, { batch, names });
  return isOff ? { reason: "condition", span: when.span } : undefined;
}

function isReplay(origin: JsonObject | undefined): boolean {
  if (origin === undefined) return false;
  const historical = origin["is_historical"];
  const isHistorical =
    historical === true || (typeof historical === "string" && foldCase(historical) === "true");
  return !isAbsent(origin["replay_request_id"]) || !isAbsent(origin["replay_job_id"]) || isHistorical;
}

function isGoodId(id: string | undefined): boolean {
  if (id === undefined || id === "." || id === ".." || id.length > 256) return false;
  return [...id].every((point) => !/^[\ud800-\udfff]$/.test(point));
}

/** §4.1: an integer other than 0, as a number or as text of digits. */
export function mpidOf(json: JsonObject): string | undefined {
  const id = idOf(json["mpid"]);
  return id !== undefined && /^-?[0-9]+$/.test(id) && /[1-9]/.test(id) ? id : undefined;
}
