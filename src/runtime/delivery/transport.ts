/** One attempt at a request, as delivery hands it to the transport. */
export interface OutgoingRequest {
  readonly method: "PUT" | "POST";
  /** The path with the literal `{api_key}`; the transport knows the key. */
  readonly path: string;
  readonly body: string;
  /** Sent as `Message-ID`: SessionM answers a repeat within 30 minutes from its cache (SessionM `Message-ID`). */
  readonly messageId: string;
}

/** What came back from one attempt. */
export type Answer = HttpResponse | NoResponse;

/** An HTTP response. The body stays with the transport: it may hold a member's data. */
export interface HttpResponse {
  readonly kind: "response";
  readonly status: number;
  readonly envelope: Envelope;
  /** The header `Retry-After` as it came. */
  readonly retryAfter: string | undefined;
  /** Whether SessionM said that this is its answer to an earlier attempt (`Cached-Message: true`). */
  readonly isCached: boolean;
}

/** What a body says about its request, each a plain word in lower case; undefined where it does not say. */
export interface Envelope {
  /** `ok` or `error`. */
  readonly status: string | undefined;
  /** SessionM's error code. */
  readonly code: string | undefined;
}

/** No complete response: a time-out, or the connection failed. */
export interface NoResponse {
  readonly kind: "no_response";
  /** `none` where the request surely never arrived, `unknown` where it may have been processed. */
  readonly effect: Effect;
  /** A short word such as `timeout` or `ECONNRESET`. */
  readonly code: string;
}

/** What a failed attempt may have done at SessionM. */
export type Effect = "none" | "unknown";

/** Makes one attempt. It never rejects for what the network or SessionM does; a rejection is a bug. */
export type Transport = (request: OutgoingRequest) => Promise<Answer>;

/** Time, as delivery sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after the milliseconds, or at once when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}
