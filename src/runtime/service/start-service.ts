import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { BatchResult } from "../delivery/dispatcher.ts";
import type { DeliveryEvent } from "../delivery/event.ts";
import { openQueue } from "../queue/libsql/open.ts";
import { defaultRetention } from "../queue/retention.ts";
import type { Connection } from "../sessionm/connection.ts";
import { RefusedError, refusals } from "../sources/webhook/refusal.ts";
import { type Accepted, createWebhook, type Reception } from "../sources/webhook/webhook.ts";
import { addHealth, createAdmin } from "../telemetry/admin.ts";
import type { Log, LogLevel } from "../telemetry/log.ts";
import { createMetrics } from "../telemetry/metrics.ts";
import { createMonitor } from "../telemetry/monitor.ts";
import { traceEvent } from "../telemetry/spans.ts";
import { traced } from "../telemetry/tracing.ts";
import { createForwarder } from "./create-forwarder.ts";
import type { ServiceBuild } from "./run-service.ts";
import type { ServiceOptions } from "./service-options.ts";

/** A service that runs. */
export interface Service {
  readonly urls: { readonly batches: string; readonly admin: string };
  /** Makes a new build map what was not attempted yet. */
  replace(build: ServiceBuild): void;
  /** Takes nothing more, finishes what is in flight, and frees the queue. */
  stop(): Promise<void>;
}

/** What a service is started with. */
export interface ServiceStart {
  readonly build: ServiceBuild;
  readonly options: ServiceOptions;
  readonly connection: Connection;
  readonly log: Log;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
}

const sweepMilliseconds = 50;

/** Starts queue, delivery and both servers; rejects where one of them cannot. */
export async function startService({ build, options, connection, log, tls }: ServiceStart): Promise<Service> {
  const { concurrency, perSecond, timeoutMilliseconds, resendsUnknown } = options;
  const { holdMilliseconds, maxAgeMilliseconds, deadLetterMilliseconds } = options;
  const monitor = createMonitor({ build, destination: connection.origin });
  const metrics = createMetrics(monitor.queueState);
  const forwarder = await createForwarder({
    forwarder: build,
    connection,
    queue: await openQueue({
      folder: options.dataFolder,
      retention: { ...defaultRetention, deadLetterMilliseconds },
    }),
    limits: { concurrency, perSecond, resendsUnknown, holdMilliseconds, maxAgeMilliseconds },
    timeoutMilliseconds,
    observe(event) {
      metrics.countEvent(event);
      monitor.note(event);
      logEvent(event, log);
      traceEvent(event);
    },
  });
  const webhook = createWebhook({
    accept: (batches, id) =>
      traced("waybill.accept", { "waybill.batches": batches.length, "waybill.id": id }, async () => {
        if (monitor.isStopping()) throw new RefusedError(refusals.stopping);
        return countResults(await forwarder.accept(batches, { mustBeJson: true }));
      }),
    authorizations: options.authorizations,
    limits: { requestsPerSecond: options.postsPerSecond },
    tls,
    onReception(reception) {
      metrics.countReception(reception);
      logReception(reception, log);
    },
  });
  const admin = createAdmin({ metrics, readStatus: () => monitor.status(metrics, forwarder.queue) });
  addHealth(webhook, monitor.health);
  try {
    await monitor.watch(forwarder.status);
    const urls = {
      admin: await listen(admin, options.adminHost, options.adminPort),
      batches: `${await listen(webhook, options.host, options.port)}/batches`,
    };
    return { urls, replace: forwarder.replaceForwarder, stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function stop(): Promise<void> {
    monitor.stopping();
    // A connection that was busy when its server began to close would stay open until the sender lets go of it.
    const sweep = setInterval(() => webhook.server.closeIdleConnections(), sweepMilliseconds);
    // Side by side: a sender that is slow and an attempt that takes long are waited for once.
    await Promise.all([webhook.close(), forwarder.close()]);
    clearInterval(sweep);
    monitor.close();
    await admin.close();
  }
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  await server.listen({ host, port });
  // INVARIANT: a server that listens on a host and a port has an address of this form.
  const { address, family, port: actual } = server.server.address() as AddressInfo;
  const scheme = "key" in server.server || server.initialConfig.https === true ? "https" : "http";
  return `${scheme}://${family === "IPv6" ? `[${address}]` : address}:${actual}`;
}

function countResults(results: readonly BatchResult[]): Accepted {
  const duplicates = results.filter((result) => result === "duplicate").length;
  return { accepted: results.length - duplicates, duplicates };
}

function logReception({ cause, ...facts }: Reception, log: Log): void {
  if (facts.status >= 500) log.error({ ...facts, error: cause }, "not taken");
  else if (facts.code !== undefined) log.warn(facts, "not taken");
  else if (log.isLevelEnabled("debug")) log.debug(facts, "taken");
}

/** One line for each event; the batch's identity goes along through all of them. */
function logEvent(event: DeliveryEvent, log: Log): void {
  const level = levelOf(event);
  // Most events are for `debug` alone, and nothing is made of them where that is off.
  if (!log.isLevelEnabled(level)) return;
  const { kind, ...others } = event;
  const facts = "request" in others ? nameKind(others) : others;
  if (kind === "paused") log[level](facts, "delivery is paused");
  else if (kind === "resumed") log[level]("delivery goes on");
  else log[level](facts, level === "warn" ? "dead letter" : kind);
}

function levelOf(event: DeliveryEvent): LogLevel {
  if (event.kind === "failed" || event.kind === "paused") return "error";
  if (event.kind === "resumed") return "info";
  return event.kind === "settled" && event.result === "dead_letter" ? "warn" : "debug";
}

/** The log leaves out whatever is called `request`. */
function nameKind<Facts extends { readonly request: string }>({ request, ...facts }: Facts) {
  return { ...facts, kind: request };
}
