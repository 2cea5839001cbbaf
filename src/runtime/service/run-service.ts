import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Forward } from "../emitted/result.ts";
import { type Connection, resolveConnection } from "../sessionm/connection.ts";
import type { DeliverySettings } from "../settings.ts";
import { createLog, type Log } from "../telemetry/log.ts";
import { findMixture } from "./environments.ts";
import { readServiceOptions, type ServiceOptions, serviceUsage } from "./service-options.ts";
import { type Service, startService } from "./start-service.ts";

/** A built waybill, ready to serve. */
export interface ServiceBuild {
  readonly forward: Forward;
  readonly settings: DeliverySettings;
  /** The waybill's `source.environments`. */
  readonly environments: readonly string[];
  /** A hash of the waybill's files. */
  readonly waybill: string;
  readonly version: string;
}

/** The outside as a service sees it. */
export interface ServiceHost {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Calls the listener on Ctrl-C or SIGTERM until the returned function is called. */
  onInterrupt(listener: () => void): () => void;
  /** Calls the listener on SIGHUP until the returned function is called. */
  onReload(listener: () => void): () => void;
  /** Ends the process at once. */
  exit(status: number): void;
  /** How long a stop in good order may take; default 18 seconds. */
  readonly stopMilliseconds?: number | undefined;
}

/** How to get a new build on SIGHUP; undefined where its problems were reported and the old one stays. */
export type Reload = (() => Promise<ServiceBuild | undefined>) | undefined;

/** Exit statuses: 1 the configuration has problems, 2 wrong usage. */
const status = { fine: 0, problems: 1, usage: 2 } as const;

/** Serves a build until it is interrupted; returns the exit status. Problems are found before anything listens. */
export async function runService(
  build: ServiceBuild,
  args: readonly string[],
  host: ServiceHost,
  reload?: Reload,
): Promise<number> {
  const fail = (problems: readonly string[], code: number) => {
    for (const problem of problems) host.stderr.write(`waybill: ${problem}\n`);
    return code;
  };
  if (args.includes("--help")) {
    host.stdout.write(serviceUsage);
    return status.fine;
  }
  const read = readOptions(args, host.env);
  if (read.kind === "problems") return fail(read.problems, status.usage);
  const { options } = read;
  const found = resolveConnection(build.settings.connection, host.env);
  if (found.kind === "problems") return fail(found.problems, status.problems);
  const { connection } = found;
  const mixture = options.mixesEnvironments
    ? undefined
    : findMixture(build.environments, connection.origin, options.destination);
  if (mixture !== undefined) return fail([mixture], status.problems);
  const log = createLog({
    name: build.settings.name,
    level: options.logLevel,
    destination: { write: (line) => void host.stdout.write(line) },
    secrets: [connection.apiKey, connection.apiSecret, ...(options.authorizations ?? [])],
  });
  const service = await start(build, options, connection, log, host);
  if (typeof service === "string") return fail([service], status.problems);
  await untilInterrupted(service, build, connection, log, host, reload);
  return status.fine;
}

function readOptions(args: readonly string[], env: ServiceHost["env"]) {
  try {
    return readServiceOptions(args, env);
  } catch (error) {
    // `parseArgs` says what it does not know; its advice after the first sentence is about `--`.
    if (!(error instanceof TypeError)) throw error;
    return { kind: "problems" as const, problems: [`${error.message.split(". ")[0]}. See \`--help\`.`] };
  }
}

/** Starts the service, or says why it cannot. */
async function start(
  build: ServiceBuild,
  options: ServiceOptions,
  connection: Connection,
  log: Log,
  host: ServiceHost,
): Promise<Service | string> {
  try {
    const tls =
      options.tls === undefined
        ? undefined
        : {
            cert: readFileSync(resolve(host.cwd, options.tls.certFile), "utf8"),
            key: readFileSync(resolve(host.cwd, options.tls.keyFile), "utf8"),
          };
    const dataFolder = resolve(host.cwd, options.dataFolder);
    return await startService({ build, options: { ...options, dataFolder }, connection, log, tls });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    if (code === "EADDRINUSE") return "A port is in use. Choose others with `--port` and `--admin-port`.";
    if (error instanceof Error && "syscall" in error && error.syscall === "mkdir") {
      return `The data directory cannot be made (${error.message}). Choose another with \`--data-dir\`.`;
    }
    if (
      error instanceof Error &&
      (code !== undefined || ["QueueLocked", "QueueVersion"].includes(error.name))
    ) {
      return `The service cannot start: ${error.message}`;
    }
    throw error;
  }
}

async function untilInterrupted(
  service: Service,
  build: ServiceBuild,
  connection: Connection,
  log: Log,
  host: ServiceHost,
  reload: Reload,
): Promise<void> {
  const offReload = host.onReload(() => {
    if (reload === undefined) log.warn("a built service is not reloaded: start the new one");
    else void takeOver(service, build, log, reload);
  });
  log.info({ ...service.urls, destination: connection.origin, build: build.waybill }, "started");
  await new Promise<void>((resolvePromise) => {
    const off = host.onInterrupt(() => {
      off();
      resolvePromise();
    });
  });
  offReload();
  log.info("stopping");
  const { stopMilliseconds = 18_000 } = host;
  const forced = setTimeout(() => {
    log.error("the stop took too long: what was under way is attempted again after the next start");
    host.exit(status.problems);
  }, stopMilliseconds);
  await service.stop();
  clearTimeout(forced);
  log.info("stopped");
}

/** A new build takes over once it was checked; where the connection differs, a restart is needed. */
async function takeOver(
  service: Service,
  old: ServiceBuild,
  log: Log,
  reload: NonNullable<Reload>,
): Promise<void> {
  try {
    const build = await reload();
    if (build === undefined) return log.error("not reloaded: the waybill has errors");
    const fixed = ({ settings, environments }: ServiceBuild) =>
      JSON.stringify([settings.name, settings.connection, environments]);
    if (fixed(build) !== fixed(old)) {
      return log.error("not reloaded: name, connection or environments differ, which needs a restart");
    }
    service.replace(build);
    log.info({ build: build.waybill }, "reloaded");
  } catch (error) {
    log.error({ error }, "not reloaded");
  }
}
