import type { Forward } from "../../runtime/emitted/result.ts";
import type { DeliverySettings } from "../../runtime/settings.ts";

/** A compiled waybill, ready to run. */
export interface Forwarder {
  readonly forward: Forward;
  readonly settings: DeliverySettings;
}
