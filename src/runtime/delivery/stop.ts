/** Why delivery stopped. Nothing is sent after it; what was not sent has the outcome `stopped`. */
export interface Stop {
  /**
   * `configuration`: SessionM's answer; `unreachable`: no answer, ever; `interrupted`: it was asked to; `failed`:
   * the transport or a listener threw.
   */
  readonly reason: "configuration" | "unreachable" | "interrupted" | "failed";
  /** SessionM's error code in lower case, or the network's. */
  readonly code?: string | undefined;
  readonly status?: number | undefined;
}
