import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answers.ts";
import type { Fault } from "./faults.ts";

const usualSlowness = 10_000;

/** Sends an answer, or does to it what a fault says. */
export async function deliver(
  response: ServerResponse,
  answer: Answer | undefined,
  fault: Fault | undefined,
): Promise<void> {
  const { fault: name, ms = usualSlowness } = fault !== undefined && "fault" in fault ? fault : {};
  if (name === "reset" || name === "reset_after") return void response.socket?.resetAndDestroy();
  // A request that hangs does so until one side closes the connection.
  if (answer === undefined || name === "hang_after") return;
  if (name === "slow") return trickle(response, answer, ms);
  const body = name === "garbage" ? '{"status":"o\u0000<' : name === "empty" ? "" : answer.body;
  response.writeHead(answer.status, answer.headers).end(body);
}

async function trickle(response: ServerResponse, answer: Answer, ms: number): Promise<void> {
  const body = Buffer.from(answer.body);
  const parts = 5;
  const size = Math.ceil(body.length / parts);
  response.writeHead(answer.status, { ...answer.headers, "Content-Length": body.length });
  response.flushHeaders();
  for (let part = 0; part < parts && !response.destroyed; part += 1) {
    await sleep(ms / parts, undefined, { ref: false });
    response.write(body.subarray(part * size, (part + 1) * size));
  }
  response.end();
}
