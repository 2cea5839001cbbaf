import { parseArgs } from "node:util";
import { type LogLevel, logLevels } from "../telemetry/log.ts";

/** What a service was asked to do, beyond what its waybill says. */
export interface ServiceOptions {
  readonly host: string;
  readonly port: number;
  readonly adminHost: string;
  readonly adminPort: number;
  readonly dataFolder: string;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** Undefined lets everybody in. */
  readonly authorizations: readonly string[] | undefined;
  readonly destination: "production" | "staging" | undefined;
  readonly mixesEnvironments: boolean;
  readonly concurrency: number;
  readonly perSecond: number;
  readonly timeoutMilliseconds: number;
  readonly postsPerSecond: number;
  readonly resendsUnknown: boolean;
  /** How long `missing_users: hold` keeps a lane. */
  readonly holdMilliseconds: number;
  /** Events that are older are not sent. */
  readonly maxAgeMilliseconds: number;
  readonly deadLetterMilliseconds: number;
  readonly logLevel: LogLevel;
}

/** Options, or everything that is wrong with them, a sentence each. */
export type ServiceOptionsResult =
  | { readonly kind: "options"; readonly options: ServiceOptions }
  | { readonly kind: "problems"; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** What `serve` and a built service say about their options. */
export const serviceUsage = `  --port <n>              where batches come to, at POST /batches (8080)
  --host <address>        the address to listen on (127.0.0.1); 0.0.0.0 for all
  --admin-port <n>        status page, /metrics and /health (9090)
  --admin-host <address>  (127.0.0.1); it has no password
  --data-dir <folder>     the queue (.waybill/serve); personal data, one process at a time
  --tls-cert, --tls-key   PEM files; without them plain HTTP, for behind a load balancer
  --destination <kind>    production or staging: what the SessionM host is. Loopback is staging
  --mix-environments      lets production batches go to staging, or the reverse
  --no-authorization      lets everybody send batches
  --concurrency <n>       requests to SessionM in flight at most (16)
  --rate <n>              requests to SessionM a second at most (no limit)
  --timeout <seconds>     for one attempt (10, at most 15)
  --max-posts <n>         POSTs taken a second at most (20000)
  --resend-unknown        send events again whose outcome is unknown after 30 minutes: they may count twice
  --hold <minutes>        how long \`missing_users: hold\` keeps a member's data back (60)
  --max-age <hours>       events that are older are not sent (no limit)
  --keep-dead-letters <days>  (30)
  --log-level <level>     error, warn, info (default) or debug

Environment: WAYBILL_AUTHORIZATION holds the value of the header \`Authorization\` that mParticle sends, and
WAYBILL_AUTHORIZATION_NEXT a second one while it is being changed.
`;

const hour = 3_600_000;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const known = {
  port: text,
  host: text,
  "admin-port": text,
  "admin-host": text,
  "data-dir": text,
  "tls-cert": text,
  "tls-key": text,
  destination: text,
  "mix-environments": flag,
  "no-authorization": flag,
  concurrency: text,
  rate: text,
  timeout: text,
  "max-posts": text,
  "resend-unknown": flag,
  hold: text,
  "max-age": text,
  "keep-dead-letters": text,
  "log-level": text,
};

/** The names of the options, for suggestions. */
export const serviceOptionNames: readonly string[] = Object.keys(known);

/** Returns what arguments and environment ask for. All problems are found, not the first alone. */
export function readServiceOptions(args: readonly string[], env: Environment): ServiceOptionsResult {
  const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true });
  const problems = positionals.map((one) => `\`${one}\` is one argument too many.`);
  const number = (name: keyof typeof values, fallback: number, least: number, most: number) => {
    const given = values[name];
    if (given === undefined) return fallback;
    const value = /^\d+(\.\d+)?$/.test(String(given)) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return value;
    problems.push(`\`--${name}\` is a number from ${least} to ${most}, not \`${given}\`.`);
    return fallback;
  };
  const word = <Word extends string>(name: keyof typeof values, words: readonly Word[]): Word | undefined => {
    const given = values[name];
    const found = words.find((one) => one === given);
    if (given !== undefined && found === undefined) {
      problems.push(`\`--${name}\` is one of ${words.join(", ")}, not \`${given}\`.`);
    }
    return found;
  };
  const isOpen = values["no-authorization"] ?? false;
  const options: ServiceOptions = {
    host: values.host ?? "127.0.0.1",
    port: number("port", 8080, 0, 65_535),
    adminHost: values["admin-host"] ?? "127.0.0.1",
    adminPort: number("admin-port", 9090, 0, 65_535),
    dataFolder: values["data-dir"] ?? ".waybill/serve",
    tls: readTls(values["tls-cert"], values["tls-key"], problems),
    authorizations: readAuthorizations(isOpen, env, problems),
    destination: word("destination", ["production", "staging"]),
    mixesEnvironments: values["mix-environments"] ?? false,
    concurrency: number("concurrency", 16, 1, 256),
    perSecond: number("rate", Number.POSITIVE_INFINITY, 0.01, 100_000),
    // The service stops within 20 seconds, and an attempt is finished before.
    timeoutMilliseconds: 1000 * number("timeout", 10, 0.1, 15),
    postsPerSecond: number("max-posts", 20_000, 1, 1_000_000),
    resendsUnknown: values["resend-unknown"] ?? false,
    holdMilliseconds: 60_000 * number("hold", 60, 0, 100_000),
    maxAgeMilliseconds: hour * number("max-age", Number.POSITIVE_INFINITY, 0.01, 100_000),
    deadLetterMilliseconds: 24 * hour * number("keep-dead-letters", 30, 1, 3650),
    logLevel: word("log-level", logLevels) ?? "info",
  };
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "options", options };
}

function readTls(
  cert: string | undefined,
  key: string | undefined,
  problems: string[],
): ServiceOptions["tls"] {
  if (cert !== undefined && key !== undefined) return { certFile: cert, keyFile: key };
  if (cert !== key) problems.push("`--tls-cert` and `--tls-key` go together.");
  return undefined;
}

function readAuthorizations(
  isOpen: boolean,
  env: Environment,
  problems: string[],
): readonly string[] | undefined {
  const names = ["WAYBILL_AUTHORIZATION", "WAYBILL_AUTHORIZATION_NEXT"];
  const values = names.flatMap((name) => env[name]?.trim() || []);
  if (isOpen) {
    if (values.length > 0)
      problems.push("`--no-authorization` and WAYBILL_AUTHORIZATION exclude each other.");
    return undefined;
  }
  if (values.length === 0) {
    problems.push(
      "WAYBILL_AUTHORIZATION is not set. Give it the value that mParticle sends as `Authorization`, or let everybody in with `--no-authorization`.",
    );
  }
  if (values.some((value) => value.length < 16)) {
    problems.push("A value of WAYBILL_AUTHORIZATION is shorter than 16 characters; it could be guessed.");
  }
  return values;
}
