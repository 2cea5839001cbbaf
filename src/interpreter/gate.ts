/** `language.md` §4, gate: the first test that fails drops the batch. */
import type { Program } from "../compiler/check/program.ts";
import type { Span } from "../compiler/source/source-file.ts";
import type { JsonObject } from "../runtime/emitted/json.ts";
import type { Reason } from "../runtime/emitted/result.ts";
import { type Identity, isBlank } from "./identities.ts";
import { foldCase, idOf, isAbsent, objectOf } from "./values.ts";

/** A batch that may pass the gate. */
export interface Candidate {
  readonly json: JsonObject;
  readonly mpid: string;
  readonly identities: readonly Identity[];
}

/** The platform table: a waybill's name, and how batches spell it besides, in lower case. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  alexa: [],
  android: [],
  custom_feeds: ["out_of_band", "outofband"],
  fire_tv: ["firetv"],
  ios: [],
  mobile_web: ["web", "mobileweb"],
  roku: [],
  smart_tv: ["smarttv"],
  tvos: [],
  xbox: [],
};

/** Returns why the batch is dropped, or undefined. */
export function refuse(
  { json, identities }: Candidate,
  externalId: string | undefined,
  { source, profile }: Program,
): { readonly reason: Reason; readonly span: Span } | undefined {
  const { platforms, environments, loopPartners, replays, users, loginIdentities } = source;
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
  return isGoodId(externalId) ? undefined : { reason: "bad_external_id", span: profile.externalId.span };
}

function platformOf(json: JsonObject): string | undefined {
  const device = objectOf(json["device_info"])?.["platform"];
  const value = isAbsent(device) ? objectOf(json["application_info"])?.["os"] : device;
  if (isAbsent(value)) return "custom_feeds";
  if (typeof value !== "string") return undefined;
  const folded = foldCase(value);
  return Object.keys(spellings).find((name) => name === folded || spellings[name]?.includes(folded));
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
