import { nearest } from "../compiler/diagnostics/suggest.ts";
import { createRandom } from "../random/random.ts";
import { allOrProblem, type Problem } from "./problem.ts";

/**
 * The faults besides a status. `reset` and `hang` strike before the request is carried out; all others after, so that
 * the request took effect and only its answer is lost, late, unreadable or missing.
 */
export const faultNames = ["reset", "reset_after", "hang", "hang_after", "slow", "garbage", "empty"] as const;

/** The name of a fault. */
export type FaultName = (typeof faultNames)[number];

/** What happens to a request in place of a regular answer. */
export type Fault =
  /** `ms` is how long a `slow` body takes. */
  | { readonly fault: FaultName; readonly ms?: number }
  /** The request is not carried out. The body is sent as it is where it is text, else as JSON. */
  | { readonly status: number; readonly body?: unknown; readonly retry_after?: string };

/** A fault that strikes at random. */
export interface FaultChance {
  readonly fault: Fault;
  /** From 0 to 1. */
  readonly chance: number;
}

/** Reads a list of `503`, `503:0.1` or `hang:0.01`: a status or the name of a fault, and its probability. */
export function parseFaultChances(json: unknown): readonly FaultChance[] | Problem {
  if (!Array.isArray(json)) return { problem: "Faults are a list." };
  return allOrProblem(json.map((entry) => parseFaultChance(String(entry))));
}

function parseFaultChance(text: string): FaultChance | Problem {
  const [name = "", chanceText = "1", ...rest] = text.split(":");
  const chance = Number(chanceText);
  if (rest.length > 0 || chanceText.trim() === "" || !(chance >= 0 && chance <= 1)) {
    return { problem: `\`${text}\` has no probability from 0 to 1.`, hint: "Write it as in `503:0.1`." };
  }
  const status = Number(name);
  if (isStatus(status)) return { fault: { status }, chance };
  const fault = findFaultName(name);
  return fault === undefined ? unknownFault(name) : { fault: { fault }, chance };
}

/** Returns the fault of a name, or undefined. */
export function findFaultName(name: unknown): FaultName | undefined {
  return faultNames.find((known) => known === name);
}

/** Whether a fault strikes before the request is carried out. */
export function strikesFirst(fault: Fault): boolean {
  return "status" in fault || fault.fault === "reset" || fault.fault === "hang";
}

/** Whether a value is a status that an answer can have. */
export function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599;
}

/** Returns the problem of a name that is no fault. */
export function unknownFault(name: string): Problem {
  const near = nearest(name, faultNames);
  const hint = near ? `Did you mean \`${near}\`?` : `Faults are a status and ${faultNames.join(", ")}.`;
  return { problem: `There is no fault \`${name}\`.`, hint };
}

/** Draws a fault, or none, for each request; the same seed gives the same draws. */
export function createFaultDraw(chances: readonly FaultChance[], seed: number): () => Fault | undefined {
  const { next } = createRandom(seed);
  return () => {
    let left = next();
    return chances.find(({ chance }) => {
      left -= chance;
      return left < 0;
    })?.fault;
  };
}
