import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher, Pool } from "undici";
import type { NoResponse } from "../delivery/transport.ts";
import type { BodyText } from "./envelope.ts";
import { noResponse } from "./no-response.ts";

/** An answer as it came, with the beginning of its body. */
export interface RawResponse {
  readonly kind: "raw";
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: BodyText;
}

/** Bounds of one attempt. */
export interface ExchangeLimits {
  /** From the first byte sent to the last received. */
  readonly milliseconds: number;
  /** How much of a body is read. */
  readonly bytes: number;
}

/**
 * Sends one request and reads its answer, by undici's `dispatch`: streams and abort signals would cost more than all
 * else. Rejects for errors that no network makes.
 */
export function exchange(
  pool: Pool,
  options: Dispatcher.DispatchOptions,
  limits: ExchangeLimits,
): Promise<RawResponse | NoResponse> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    let controller: Dispatcher.DispatchController | undefined;
    let isLate = false;
    const timer = setTimeout(end, limits.milliseconds);

    /** The deadline: what waits for a connection until now was not sent, and is not from here on. */
    function end(): void {
      isLate = true;
      if (controller === undefined) resolve({ kind: "no_response", effect: "none", code: "timeout" });
      else controller.abort(new Error("The deadline has passed."));
    }

    function answer(): void {
      clearTimeout(timer);
      const text = Buffer.concat(chunks).subarray(0, limits.bytes).toString();
      resolve({ kind: "raw", status, headers, body: { text, isCut: size > limits.bytes } });
    }

    pool.dispatch(options, {
      onRequestStart(started) {
        controller = started;
        if (isLate) started.abort(new Error("The deadline has passed."));
      },
      onResponseStart(_, code, fields) {
        // Before the answer there may be one that says to go on (RFC 9110, section 15.2).
        if (code < 200) return;
        status = code;
        headers = fields;
      },
      onResponseData(started, chunk) {
        if (size > limits.bytes) return;
        chunks.push(chunk);
        size += chunk.length;
        if (size <= limits.bytes) return;
        answer();
        // An endless body ends here, with its connection.
        started.abort(new Error("The body is longer than is read."));
      },
      onResponseEnd: answer,
      onResponseError(_, error) {
        clearTimeout(timer);
        try {
          resolve(noResponse(error, isLate));
        } catch (bug) {
          reject(bug);
        }
      },
    });
  });
}
