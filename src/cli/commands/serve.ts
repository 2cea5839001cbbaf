import { parseArgs } from "node:util";
import { waybillHash } from "../../bundle/manifest.ts";
import { version } from "../../compiler/version.ts";
import type { ServiceBuild } from "../../runtime/service/index.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../exit.ts";
import { openForwarder } from "../forwarder.ts";
import type { Host } from "../host.ts";
import { readEnvironment } from "../run/environment.ts";

/** `waybill serve`: receives mParticle's webhook and delivers to SessionM (`language.md` §6). */
export const serveCommand: Command = {
  usage: `waybill serve <file> [options]

Receives batches from mParticle's webhook output, keeps them on disk, and delivers what the waybill makes of them to
SessionM. SIGTERM or Ctrl-C stops in good order; SIGHUP reads the waybill anew.

  --env-file <file>       read environment variables from a file; those that are set already win
  --port <n>              where batches come to, at POST /batches (8080)
  --host <address>        the address to listen on (127.0.0.1); 0.0.0.0 for all
  --admin-port <n>        status page, /metrics and /health (9090), on loopback
  --data-dir <folder>     the queue (.waybill/serve); \`dlq\` and \`forget\` take the same option
  --destination <kind>    production or staging: what the SessionM host is

docs/operations.md has the other options. WAYBILL_AUTHORIZATION holds the value of the header \`Authorization\` that
mParticle sends.

Exit status: 0 stopped in good order, 1 problems in the waybill or the configuration, 2 wrong usage.
`,
  async run(args, host) {
    const { file, envFile, others } = takeFile(args);
    const env = await readEnvironment(host, envFile);
    const build = await openBuild(file, host);
    if (build === undefined) return 1;
    // Its own bundle: the servers would slow down the start of every other command.
    const { runService } = await import("../../runtime/service/index.ts");
    return runService(build, others, serviceHost(host, env), () => openBuild(file, host));
  },
};

/** The waybill and the env file are ours; everything else is the service's. */
function takeFile(args: readonly string[]) {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options: valued });
  const file = tokens.find((token) => token.kind === "positional");
  if (file?.kind !== "positional") throw new UsageError("No waybill was named.");
  const env = tokens.find((token) => token.kind === "option" && token.name === "env-file");
  const envFile = env?.kind === "option" ? env.value : undefined;
  if (env !== undefined && envFile === undefined) throw new UsageError("`--env-file` names a file.");
  const used = new Set([file.index]);
  if (env?.kind === "option") {
    used.add(env.index);
    if (env.inlineValue === false) used.add(env.index + 1);
  }
  return { file: file.value, envFile, others: args.filter((_, index) => !used.has(index)) };
}

const names =
  "env-file port host admin-port admin-host data-dir tls-cert tls-key destination concurrency rate timeout max-posts hold max-age keep-dead-letters log-level";
const valued = Object.fromEntries(names.split(" ").map((name) => [name, { type: "string" } as const]));

async function openBuild(file: string, host: Host): Promise<ServiceBuild | undefined> {
  const opened = await openForwarder(file, host, "node");
  if (opened === undefined) return undefined;
  const { forward, settings, program } = opened;
  return {
    forward,
    settings,
    environments: program.source.environments.value,
    waybill: waybillHash(program),
    version,
  };
}

function serviceHost({ cwd, stdout, stderr, onInterrupt }: Host, env: Host["env"]) {
  return {
    cwd,
    env,
    stdout,
    stderr,
    onInterrupt,
    exit: (status: number) => process.exit(status),
    onReload(listener: () => void) {
      process.on("SIGHUP", listener);
      return () => void process.off("SIGHUP", listener);
    },
  };
}
