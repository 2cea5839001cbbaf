import type { IncomingMessage } from "node:http";
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { NotJsonError } from "../../json-text.ts";
import { createAuthorize } from "./authorization.ts";
import { inflate } from "./inflate.ts";
import { createRateLimit } from "./rate-limit.ts";
import { type Refusal, RefusedError, refusals } from "./refusal.ts";
import { splitBody } from "./split-body.ts";

/** What became of the batches of one POST. */
export interface Accepted {
  /** How many are kept now. */
  readonly accepted: number;
  /** How many were there already. */
  readonly duplicates: number;
}

/** A POST that was answered, for logs and metrics. */
export interface Reception {
  readonly id: string;
  readonly status: number;
  /** The refusal's code; undefined where the batches were taken. */
  readonly code: string | undefined;
  readonly bytes: number;
  readonly batches: number;
  readonly duplicates: number;
  readonly milliseconds: number;
  /** What stood in the way, where it is ours to know. */
  readonly cause: unknown;
}

/** Options of {@link createWebhook}. */
export interface WebhookOptions {
  /**
   * Keeps batches for good; resolves once they are on disk. Rejects with a {@link NotJsonError} where one of them is
   * not JSON; any other rejection is answered with 503.
   */
  readonly accept: (batches: readonly Uint8Array[], id: string) => Promise<Accepted>;
  /** The values that `Authorization` may have; undefined lets everybody in. */
  readonly authorizations: readonly string[] | undefined;
  readonly limits?: Partial<WebhookLimits> | undefined;
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  readonly onReception?: ((reception: Reception) => void) | undefined;
}

/** What is taken at most. */
export interface WebhookLimits {
  /** Bytes of one body, before and after gzip. */
  readonly bytes: number;
  /** How many times larger than it came a body may become; what is below a megabyte is not looked at. */
  readonly inflation: number;
  readonly depth: number;
  readonly batches: number;
  readonly requestsPerSecond: number;
  /** Bytes of all bodies that are being received or kept. */
  readonly bytesInFlight: number;
}

/** The limits where nothing else is said. */
export const defaultWebhookLimits: WebhookLimits = {
  bytes: 16 * 1024 * 1024,
  inflation: 100,
  depth: 64,
  batches: 10_000,
  requestsPerSecond: 20_000,
  bytesInFlight: 256 * 1024 * 1024,
};

/** The path that batches come to. */
export const webhookPath = "/batches";

interface Passing {
  readonly startedAt: number;
  bytes: number;
  batches: number;
  duplicates: number;
  code: string | undefined;
  cause: unknown;
}

/**
 * Returns the server of mParticle's webhook output, not yet listening. One batch or an array of them comes in a POST,
 * plain or gzip; 202 says that they are kept. The body is never parsed by the framework: its parser costs more than
 * mapping does.
 */
export function createWebhook(options: WebhookOptions): FastifyInstance {
  const limits = { ...defaultWebhookLimits, ...options.limits };
  const { authorizations, onReception } = options;
  const authorize = authorizations === undefined ? () => true : createAuthorize(authorizations);
  const takeToken = createRateLimit(limits.requestsPerSecond, () => performance.now());
  const passing = new WeakMap<IncomingMessage, Passing>();
  let bytesInFlight = 0;

  /** Why a POST is not even read. */
  function reasonToRefuse({ method, headers }: FastifyRequest): Refusal | undefined {
    if (method !== "POST") return refusals.wrongMethod;
    if (!authorize(headers.authorization)) return refusals.unauthorized;
    if (!takeToken()) return refusals.tooFast;
    const announced = Number(headers["content-length"] ?? 0);
    return bytesInFlight + announced > limits.bytesInFlight ? refusals.busy : undefined;
  }

  const server = createServer(options, limits);
  server.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  server.addHook("onRequest", (request, _reply, done) => {
    passing.set(request.raw, begin());
    const refusal = isBatches(request.url) ? reasonToRefuse(request) : undefined;
    done(refusal === undefined ? undefined : new RefusedError(refusal));
  });
  server.addHook("onResponse", (request, reply, done) => {
    done();
    const pass = passing.get(request.raw);
    if (pass === undefined || !isBatches(request.url)) return;
    const { startedAt, ...rest } = pass;
    onReception?.({
      ...rest,
      id: request.id,
      status: reply.statusCode,
      milliseconds: performance.now() - startedAt,
    });
  });

  server.post(webhookPath, async (request, reply) => {
    // INVARIANT: the parser for `application/json` gives the bytes; other types are refused, no body is undefined.
    const body = (request.body ?? Buffer.alloc(0)) as Buffer;
    const pass = passing.get(request.raw) ?? begin();
    pass.bytes = body.length;
    let held = body.length;
    bytesInFlight += held;
    try {
      const plain = await inflate(body, request.headers["content-encoding"], limits);
      bytesInFlight += plain.length - held;
      held = plain.length;
      if (bytesInFlight > limits.bytesInFlight) throw new RefusedError(refusals.busy);
      const batches = splitBody(plain, limits);
      pass.batches = batches.length;
      const kept = await options.accept(batches, request.id).catch(notKept);
      pass.duplicates = kept.duplicates;
      return reply.code(202).send(kept);
    } finally {
      bytesInFlight -= held;
    }
  });
  server.setNotFoundHandler(async () => {
    throw new RefusedError(refusals.notFound);
  });
  server.setErrorHandler((error: FastifyError | RefusedError, request, reply) => {
    const refusal = refusalOf(error);
    const pass = passing.get(request.raw);
    if (pass !== undefined) {
      pass.code = refusal.code;
      pass.cause = error.cause ?? (refusal.status === 500 ? error : undefined);
    }
    return refuse(refusal, reply);
  });
  return server;
}

function createServer({ tls }: WebhookOptions, limits: WebhookLimits): FastifyInstance {
  const common = {
    logger: false,
    bodyLimit: limits.bytes,
    // Slow senders are let go of; behind a load balancer a connection stays open longer than the balancer keeps it.
    requestTimeout: 15_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    genReqId: nextId,
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) => {
      refuse(refusals.badRequest, reply);
    },
  } as const;
  const server =
    tls === undefined
      ? fastify({ ...common, http: { headersTimeout: 10_000 } })
      : // The instance differs by the type of its server alone, which nobody here reads.
        (fastify({ ...common, https: { ...tls, minVersion: "TLSv1.2" } }) as unknown as FastifyInstance);
  server.removeAllContentTypeParsers();
  return server;
}

const idStart = Date.now().toString(36);
let idCount = 0;

/** An id for each POST of this process; it goes along into the logs. */
function nextId(): string {
  idCount++;
  return `${idStart}-${idCount.toString(36)}`;
}

function begin(): Passing {
  return {
    startedAt: performance.now(),
    bytes: 0,
    batches: 0,
    duplicates: 0,
    code: undefined,
    cause: undefined,
  };
}

function isBatches(url: string): boolean {
  return url === webhookPath || url.startsWith(`${webhookPath}?`);
}

function notKept(cause: unknown): never {
  if (cause instanceof RefusedError) throw cause;
  if (cause instanceof NotJsonError) throw new RefusedError(refusals.notJson);
  throw new RefusedError(refusals.notKept, { cause });
}

function refusalOf(error: FastifyError | RefusedError): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (error.statusCode === 413) return refusals.tooLarge;
  if (error.statusCode === 415) return refusals.wrongType;
  if (error.statusCode !== undefined && error.statusCode < 500) return refusals.badRequest;
  return {
    ...refusals.notKept,
    status: 500,
    code: "internal",
    message: "This is a bug of ours. Send it again.",
  };
}

function refuse({ status, code, message, retryAfter }: Refusal, reply: FastifyReply): FastifyReply {
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  if (status === 401) reply.header("www-authenticate", 'Custom realm="waybill"');
  if (status === 405) reply.header("allow", "POST");
  // What is left of the body is not read.
  if (status === 401 || status === 413 || status === 415) reply.header("connection", "close");
  return reply.code(status).send({ error: { code, message } });
}
