/** What emitted forwarders import: a contract with a version, see {@link contract}. People import `waybill/runtime`. */
export { asciiLower } from "./ascii.ts";
export type { Batch } from "./batch.ts";
export { copies, copyEach, copyEachReserved } from "./copies.ts";
export { eventTime } from "./event-facts.ts";
export { type ReceivedEvent, readEvents } from "./events.ts";
export { add, divide, multiply, negate, remainder, subtract } from "./expression/arithmetic.ts";
export { atLeast, atMost, equal, greater, isOneOf, less, unequal } from "./expression/compare.ts";
export {
  toJsonText,
  toList,
  toNumber,
  toText,
  toTextOrList,
} from "./expression/convert.ts";
export {
  batchEnvironment,
  batchPlatform,
  ccpaOptOut,
  eventAttribute,
  gdprConsent,
  takenValue,
  userAttribute,
} from "./expression/sources.ts";
export {
  customAttributes,
  eventContext,
  send,
  sendIdentity,
  sendLookup,
  sendText,
  userFields,
} from "./fields.ts";
export { contract, createForward } from "./forwarder.ts";
export { abs } from "./functions/abs.ts";
export { readBoolean } from "./functions/boolean.ts";
export { ceil } from "./functions/ceil.ts";
export { concat } from "./functions/concat.ts";
export { contains } from "./functions/contains.ts";
export { country } from "./functions/country.ts";
export { formatDate } from "./functions/date.ts";
export { orDefault } from "./functions/default.ts";
export { endsWith } from "./functions/ends-with.ts";
export { first } from "./functions/first.ts";
export { floor } from "./functions/floor.ts";
export { gender } from "./functions/gender.ts";
export { glob } from "./functions/glob.ts";
export { choose } from "./functions/if.ts";
export { integer } from "./functions/integer.ts";
export { join } from "./functions/join.ts";
export { last } from "./functions/last.ts";
export { length } from "./functions/length.ts";
export { lookup } from "./functions/lookup.ts";
export { lower } from "./functions/lower.ts";
export { largest } from "./functions/max.ts";
export { smallest } from "./functions/min.ts";
export { numberOf } from "./functions/number.ts";
export { present } from "./functions/present.ts";
export { replace } from "./functions/replace.ts";
export { round } from "./functions/round.ts";
export { sha256 } from "./functions/sha256.ts";
export { split } from "./functions/split.ts";
export { startsWith } from "./functions/starts-with.ts";
export { stringOf } from "./functions/string.ts";
export { substring } from "./functions/substring.ts";
export { trim } from "./functions/trim.ts";
export { upper } from "./functions/upper.ts";
export {
  isFromPartner,
  isInEnvironment,
  isLoggedIn,
  isOnPlatform,
  isReplay,
  isUsableId,
} from "./gate.ts";
export { type Given, givenUserAttributes, noteUnmet, take, takeReserved } from "./given.ts";
export { matchesGlob } from "./glob.ts";
export { identityOf } from "./identities.ts";
export { normaliseKey, styleKey } from "./keys.ts";
export { mayBeNewEventAttribute, mayBeNewUserAttribute, sendNewAttributes } from "./new-attributes.ts";
export {
  type Addressed,
  addressTo,
  closeEvent,
  dropBatch,
  dropIdentities,
  dropProfile,
  dropUserAttributes,
  forwardNewEvent,
  holdEvent,
  type Identifier,
  type Outbox,
  sendEvent,
  sendIdentifier,
  sendProfile,
} from "./outbox.ts";
export type { Drop, DropCounts, Forward, ForwardOptions, Place, Reason, Request, Result } from "./result.ts";
