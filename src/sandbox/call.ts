import type { IncomingMessage } from "node:http";
import { parseJson } from "./json.ts";
import { parseRoute, type Route } from "./routes.ts";

const sizeLimit = 1024 * 1024;

/** A request as the sandbox received it. */
export interface Call {
  readonly method: string;
  /** The path without query, percent-encoded as it came. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly route: Route;
  /** The body; empty where it was larger than the largest `body_limit`. */
  readonly body: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** The size of the body in bytes. */
  readonly size: number;
  readonly messageId: string | undefined;
  readonly authorization: string | undefined;
}

/** What the handlers read of a request, besides its route. */
export type Content = Pick<Call, "query" | "json">;

/** Reads a request to its end. */
export async function receiveCall(request: IncomingMessage): Promise<Call> {
  const { body, size } = await readBody(request);
  const { method = "GET", url = "/", headers } = request;
  const [path = "/", query = ""] = url.split(/\?(.*)/s);
  const messageId = headers["message-id"];
  return {
    method,
    path,
    query: new URLSearchParams(query),
    route: parseRoute(method, path),
    body,
    json: parseJson(body),
    size,
    messageId: Array.isArray(messageId) ? messageId[0] : messageId,
    authorization: headers.authorization,
  };
}

async function readBody(request: IncomingMessage): Promise<Pick<Call, "body" | "size">> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // The rest of a body that is too large is read and forgotten, so that the client gets to read the answer.
    if (size <= sizeLimit) chunks.push(chunk);
  }
  return { body: size <= sizeLimit ? Buffer.concat(chunks).toString("utf8") : "", size };
}
