import type { JsonObject } from "../runtime/emitted/json.ts";
import type { Recorder } from "./decision.ts";
import type { Identity } from "./identities.ts";

/** A batch that may pass the gate. */
export interface Candidate {
  readonly json: JsonObject;
  readonly mpid: string;
  readonly identities: readonly Identity[];
  /** Is told every decision, where someone asks. */
  readonly record?: Recorder | undefined;
}
