import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import type { Metrics } from "./metrics.ts";
import { findTrouble, type Status } from "./status.ts";
import { renderStatusPage } from "./status-page.ts";

/** Options of {@link createAdmin}. */
export interface AdminOptions {
  readonly metrics: Pick<Metrics, "text" | "contentType">;
  readonly readStatus: () => Promise<Status>;
}

/** Nothing is loaded, run, framed or sent from the page; its style stands in it. */
const contentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Returns the server for those who run the service, not yet listening: status, metrics and health. */
export function createAdmin({ metrics, readStatus }: AdminOptions): FastifyInstance {
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      reply.code(400).send({ error: "bad request" });
    },
  });
  server.addHook("onRequest", async (request, reply) => {
    reply.header("x-content-type-options", "nosniff").header("cache-control", "no-store");
    // A page elsewhere cannot reach a loopback port under a name of its own (DNS rebinding).
    if (!isOwnName(request.hostname)) return reply.code(421).send({ error: "unknown host" });
  });
  // The server's own answers, this one and to a path that is none, would say the path back.
  server.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ error: "not found" }));
  server.get("/", async (_request, reply) => {
    reply.type("text/html; charset=utf-8").header("content-security-policy", contentPolicy);
    return renderStatusPage(await readStatus());
  });
  server.get("/status.json", readStatus);
  server.get("/metrics", async (_request, reply) => {
    reply.type(metrics.contentType);
    return metrics.text();
  });
  addHealth(server, readStatus);
  return server;
}

/** Adds `/health/live`: the process answers; and `/health/ready`: batches can be taken. */
export function addHealth(
  server: FastifyInstance,
  readStatus: () => Pick<Status, "isStopping" | "queue"> | Promise<Pick<Status, "isStopping" | "queue">>,
): void {
  server.get("/health/live", async () => ({ status: "live" }));
  server.get("/health/ready", async (_request, reply) => {
    const trouble = findTrouble(await readStatus());
    if (trouble === undefined) return { status: "ready" };
    return reply.code(503).send({ status: "not_ready", message: trouble });
  });
}

/** An address, `localhost`, or a name without a dot as containers have: none of them belongs to a page elsewhere. */
function isOwnName(hostname: string): boolean {
  return /^(?:\[[0-9a-f:.]+\]|\d+(?:\.\d+){3}|[^.]+|.*\.(?:local|internal|localhost|svc))$/i.test(hostname);
}
