/** What people import to deliver what a forwarder makes; generated code imports `emitted` alone. */
export {
  createDelivery,
  type Delivery,
  type DeliveryOptions,
} from "./delivery/delivery.ts";
export type {
  Delivered,
  MayRetry,
  Outcome,
  Unchanged,
  Undelivered,
  UndeliveredReason,
} from "./delivery/outcome.ts";
export { defaultRetryPolicy, type RetryPolicy } from "./delivery/retry.ts";
export type { Stop } from "./delivery/stop.ts";
export type {
  Answer,
  Clock,
  Effect,
  Envelope,
  HttpResponse,
  NoResponse,
  OutgoingRequest,
  Transport,
} from "./delivery/transport.ts";
export type {
  Drop,
  DropCounts,
  Forward,
  ForwardOptions,
  Place,
  Reason,
  Request,
  Result,
} from "./emitted/result.ts";
export { classify, type RefusedReason, type Verdict } from "./sessionm/classify.ts";
export { type Client, type ClientOptions, createClient } from "./sessionm/client.ts";
export { type Connection, type ConnectionResult, resolveConnection } from "./sessionm/connection.ts";
export { messageId } from "./sessionm/message-id.ts";
export { createRedact, type Redact } from "./sessionm/redact.ts";
export type { ConnectionSettings, ConnectionValue, DeliverySettings, MissingUsers } from "./settings.ts";
export { type BatchText, batchLimit, InputError } from "./sources/batch-text.ts";
export { readBatches } from "./sources/batches.ts";
export { systemClock } from "./system-clock.ts";
