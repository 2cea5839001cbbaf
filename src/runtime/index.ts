/** What people import to deliver what a forwarder makes; generated code imports `emitted` alone. */
export { createDispatcher } from "./delivery/create-dispatcher.ts";
export {
  createDelivery,
  type Delivery,
  type DeliveryOptions,
} from "./delivery/delivery.ts";
export type { BatchResult, Dispatcher, DispatcherStatus } from "./delivery/dispatcher.ts";
export {
  type DispatcherLimits,
  type DispatcherOptions,
  defaultLimits,
  type RunningForwarder,
} from "./delivery/dispatcher-options.ts";
export type { DeliveryEvent, Observe } from "./delivery/event.ts";
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
export { openQueue, openQueueBeside, type QueueOptions } from "./queue/libsql/open.ts";
export { createMemoryQueue } from "./queue/memory-queue.ts";
export { type DeadLetter, type Queue, QueueFull, type QueueStatus } from "./queue/queue.ts";
export { createForwarder, type DurableForwarder, type ForwarderOptions } from "./service/create-forwarder.ts";
export { classify, type RefusedReason, type Verdict } from "./sessionm/classify.ts";
export { type Client, type ClientOptions, createClient } from "./sessionm/client.ts";
export { type Connection, type ConnectionResult, resolveConnection } from "./sessionm/connection.ts";
export { messageId } from "./sessionm/message-id.ts";
export { createRedact, type Redact } from "./sessionm/redact.ts";
export type { ConnectionSettings, ConnectionValue, DeliverySettings, MissingUsers } from "./settings.ts";
export { type BatchText, batchLimit, InputError } from "./sources/batch-text.ts";
export { readBatches } from "./sources/batches.ts";
export { createSteadyClock } from "./steady-clock.ts";
export { systemClock } from "./system-clock.ts";
