/** What emitted forwarders import: a contract with a version, see {@link contract}. People import `waybill/runtime`. */
export { asciiLower } from "./ascii.ts";
export type { Batch } from "./batch.ts";
export { type ReceivedEvent, readEvents } from "./events.ts";
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
export {
  isFromPartner,
  isInEnvironment,
  isLoggedIn,
  isOnPlatform,
  isReplay,
  isUsableId,
} from "./gate.ts";
export { type Given, givenUserAttributes, take, takeReserved } from "./given.ts";
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
  dropUserAttributes,
  forwardNewEvent,
  type Identifier,
  type Outbox,
  sendEvent,
  sendIdentifier,
  sendProfile,
} from "./outbox.ts";
export type { Drop, DropCounts, Forward, ForwardOptions, Place, Reason, Request, Result } from "./result.ts";
