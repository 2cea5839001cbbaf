import type { Forward, Request } from "../emitted/result.ts";
import { isJson } from "../json-text.ts";
import { createClient } from "../sessionm/client.ts";
import { resolveConnection } from "../sessionm/connection.ts";
import type { DeliverySettings } from "../settings.ts";
import { createAuthorize } from "../sources/webhook/authorization.ts";
import { inflate } from "../sources/webhook/inflate.ts";
import { type Refusal, RefusedError, refusals } from "../sources/webhook/refusal.ts";
import { splitBody } from "../sources/webhook/split-body.ts";
import { systemClock } from "../system-clock.ts";
import { deliverRecords, type RecordDelivery } from "./deliver-records.ts";
import {
  type BatchFailures,
  type LambdaContext,
  type LambdaRecord,
  recordsOf,
  type StreamEvent,
  type UrlAnswer,
  type UrlEvent,
} from "./events.ts";

/** What {@link createHandler} makes a handler of. */
export interface HandlerOptions {
  readonly forward: Forward;
  readonly settings: DeliverySettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line of JSON. */
  readonly write: (line: string) => void;
}

/** A handler for AWS Lambda. */
export type Handler = (
  event: StreamEvent | UrlEvent,
  context: LambdaContext,
) => Promise<BatchFailures | UrlAnswer>;

/** What is left for the answer when delivery ends. */
const reserveMilliseconds = 1500;

/** Limits of one request to a function URL; AWS allows 6 MB. */
const bounds = { bytes: 16 * 1024 * 1024, inflation: 100, batches: 1000, depth: 64 };

/**
 * Returns a handler for events of SQS and Kinesis, with the failed records named, and for function URLs. Throws at
 * load where the connection cannot be resolved: Lambda shows it before the first batch.
 */
export function createHandler({ forward, settings, env, write }: HandlerOptions): Handler {
  const found = resolveConnection(settings.connection, env);
  if (found.kind === "problems") throw new Error(found.problems.join(" "));
  const concurrency = 16;
  const client = createClient(found.connection, { connections: concurrency });
  const authorizations = ["WAYBILL_AUTHORIZATION", "WAYBILL_AUTHORIZATION_NEXT"].flatMap(
    (name) => env[name]?.trim() || [],
  );
  const log = (level: string, msg: string, facts: object) =>
    write(JSON.stringify({ level, time: new Date().toISOString(), name: settings.name, ...facts, msg }));

  const deliver = (records: readonly LambdaRecord[], context: LambdaContext) =>
    deliverRecords(records, {
      forward,
      settings,
      transport: client.send,
      clock: systemClock,
      random: Math.random,
      concurrency,
      milliseconds: context.getRemainingTimeInMillis() - reserveMilliseconds,
      ...reportTo(log),
    });

  async function answerUrl(event: UrlEvent, context: LambdaContext): Promise<UrlAnswer> {
    const batches = await batchesOf(event, authorizations);
    const { later, refused } = await deliver(
      batches.map((bytes, index) => ({ id: String(index), bytes })),
      context,
    );
    // Nothing is kept here: whoever sent the batches sends them again.
    if (later.size > 0) throw new RefusedError(refusals.notKept);
    return answer(200, { accepted: batches.length, refused: refused.size });
  }

  return async (event, context) => {
    if ("Records" in event) {
      const { later, refused } = await deliver(recordsOf(event), context);
      // A refused record comes again too, until its queue puts it aside: nothing else keeps it.
      const failed = new Set([...later, ...refused]);
      return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
    }
    try {
      return await answerUrl(event, context);
    } catch (error) {
      if (error instanceof RefusedError) return refuse(error.refusal);
      throw error;
    }
  };
}

type LogLine = (level: string, msg: string, facts: object) => void;

/** Says what was not delivered, without anything of the member. */
function reportTo(log: LogLine): Pick<RecordDelivery, "onUndelivered" | "onMalformed"> {
  return {
    onUndelivered({ id }, { kind, at, batch, position }: Request, { reason, code, status, attempts }) {
      log("warn", "not delivered", { record: id, kind, at, batch, position, reason, code, status, attempts });
    },
    onMalformed: ({ id }) => log("warn", "not delivered", { record: id, reason: "malformed" }),
  };
}

async function batchesOf(event: UrlEvent, authorizations: readonly string[]): Promise<readonly Uint8Array[]> {
  const { headers, body = "", isBase64Encoded = false } = event;
  if (event.requestContext.http.method !== "POST") throw new RefusedError(refusals.wrongMethod);
  // Without agreed values a function URL is closed: it is open to the whole Internet.
  if (authorizations.length === 0 || !createAuthorize(authorizations)(headers["authorization"])) {
    throw new RefusedError(refusals.unauthorized);
  }
  if (!/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "")) {
    throw new RefusedError(refusals.wrongType);
  }
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  const batches = splitBody(await inflate(bytes, headers["content-encoding"], bounds), bounds);
  if (!batches.every(isJson)) throw new RefusedError(refusals.notJson);
  return batches;
}

function answer(statusCode: number, body: object, headers: Readonly<Record<string, string>> = {}): UrlAnswer {
  return {
    statusCode,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

function refuse({ status, code, message, retryAfter }: Refusal): UrlAnswer {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return answer(status, { error: { code, message } }, headers);
}
