/** What decides whether a batch is taken at all (`language.md` §4, gate). */
import { asciiLower } from "./ascii.ts";
import type { Batch } from "./batch.ts";
import { identityOf } from "./identities.ts";
import { isAbsent } from "./json.ts";
import { members } from "./members.ts";
import { memberOf, root } from "./tape/tape.ts";
import { memberValue } from "./tape/values.ts";

/** Every spelling of a platform in a batch, in lower case, with the waybill's own name for it. */
const platforms: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["alexa", "alexa"],
  ["android", "android"],
  ["custom_feeds", "custom_feeds"],
  ["out_of_band", "custom_feeds"],
  ["outofband", "custom_feeds"],
  ["fire_tv", "fire_tv"],
  ["firetv", "fire_tv"],
  ["ios", "ios"],
  ["mobile_web", "mobile_web"],
  ["mobileweb", "mobile_web"],
  ["web", "mobile_web"],
  ["roku", "roku"],
  ["smart_tv", "smart_tv"],
  ["smarttv", "smart_tv"],
  ["tvos", "tvos"],
  ["xbox", "xbox"],
]);

/** Says whether the batch's platform is one of the enabled; one that is not known never is (§4.2). */
export function isOnPlatform(batch: Batch, enabled: ReadonlySet<string>): boolean {
  const platform = platformOf(batch);
  return platform !== undefined && enabled.has(platform);
}

/** Returns the waybill's own name of the batch's platform; undefined where it is not known. */
export function platformOf({ tape }: Batch): string | undefined {
  const device = memberValue(tape, memberOf(tape, root, members.deviceInfo), members.platform);
  const platform = isAbsent(device)
    ? memberValue(tape, memberOf(tape, root, members.applicationInfo), members.os)
    : device;
  if (isAbsent(platform)) return "custom_feeds";
  return typeof platform === "string" ? platforms.get(asciiLower(platform)) : undefined;
}

/** Says whether the batch's environment is one of the enabled; an absent one is production (§4.3). */
export function isInEnvironment({ tape }: Batch, enabled: readonly string[]): boolean {
  const environment = memberValue(tape, root, members.environment);
  if (isAbsent(environment)) return enabled.includes("production");
  return typeof environment === "string" && enabled.includes(environment);
}

/** Says whether the batch came from one of the partners' feeds (§4.4). */
export function isFromPartner({ tape }: Batch, partners: readonly string[]): boolean {
  const partner = memberValue(tape, memberOf(tape, root, members.sourceInfo), members.partner);
  if (typeof partner !== "string") return false;
  return partners.some((candidate) => asciiLower(candidate) === asciiLower(partner));
}

/** Says whether the batch is a replay or historical (§4.5). */
export function isReplay({ tape }: Batch): boolean {
  const source = memberOf(tape, root, members.sourceInfo);
  if (!isAbsent(memberValue(tape, source, members.replayRequestId))) return true;
  if (!isAbsent(memberValue(tape, source, members.replayJobId))) return true;
  const historical = memberValue(tape, source, members.isHistorical);
  if (historical === true) return true;
  return typeof historical === "string" && asciiLower(historical) === "true";
}

/** Says whether the batch has one of the login identities (§4.6). */
export function isLoggedIn(batch: Batch, loginIdentities: readonly string[]): boolean {
  return loginIdentities.some((type) => identityOf(batch, type) !== undefined);
}

/** Says whether an external id can stand in a path (§4.7). */
export function isUsableId(id: string | undefined): id is string {
  return id !== undefined && id !== "." && id !== ".." && id.length <= 256 && !/\p{Surrogate}/u.test(id);
}
