import type { Request } from "../../runtime/emitted/result.ts";
import { messageId } from "../../runtime/sessionm/message-id.ts";
import { exit } from "../exit.ts";
import type { Forwarder } from "../forwarder.ts";
import type { Host } from "../host.ts";
import { forwardBatches } from "./forward-batches.ts";
import type { Input } from "./input.ts";
import type { RunOptions } from "./options.ts";
import { createOutput } from "./output.ts";
import { renderJsonSummary, renderSummary } from "./summary.ts";
import { createTally } from "./tally.ts";

/** Prints the requests that a forwarder makes of an input, a line each (`language.md` §6), and sends nothing. */
export async function runDry(
  { forward, settings }: Forwarder,
  input: Input,
  options: RunOptions,
  host: Host,
): Promise<number> {
  const startedAt = performance.now();
  const tally = createTally();
  const output = createOutput(host.stdout);
  for await (const { batch, requests } of forwardBatches(forward, input, tally, host)) {
    await output.write(requests.map((request) => renderRequest(batch, request, settings.name)).join(""));
    if (output.isClosed()) break;
  }
  await output.flush();
  const render = options.json ? renderJsonSummary : renderSummary;
  host.stderr.write(render(tally, { ...options, milliseconds: performance.now() - startedAt }));
  return tally.unreadable > 0 || tally.isBroken ? exit.problems : exit.fine;
}

function renderRequest(batch: number, request: Request, waybill: string): string {
  const { kind, method, path, body } = request;
  const headers = { "message-id": messageId(waybill, request) };
  const head = JSON.stringify({ batch, kind, method, path, headers });
  // The body is JSON text already.
  return `${head.slice(0, -1)},"body":${body}}\n`;
}
