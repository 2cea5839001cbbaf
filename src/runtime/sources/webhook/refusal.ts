/** Why a POST was not taken, as the sender is told. */
export interface Refusal {
  readonly status: 400 | 401 | 404 | 405 | 413 | 415 | 429 | 431 | 500 | 503;
  /** A permanent word. */
  readonly code: string;
  /** A sentence that says what to do. */
  readonly message: string;
  /** After how many seconds it may be tried again. */
  readonly retryAfter?: number;
}

/** The answers to what cannot be taken. */
export const refusals = {
  unauthorized: {
    status: 401,
    code: "unauthorized",
    message: "The header `Authorization` is missing or has another value than was agreed on.",
  },
  notFound: { status: 404, code: "not_found", message: "There is nothing here. Batches go to another path." },
  wrongMethod: { status: 405, code: "method_not_allowed", message: "Batches come by POST." },
  wrongType: {
    status: 415,
    code: "unsupported_media_type",
    message: "The body must be `application/json`, plain or with `Content-Encoding: gzip`.",
  },
  badEncoding: { status: 400, code: "bad_gzip", message: "The body is not gzip, though its header says so." },
  tooLarge: { status: 413, code: "too_large", message: "The body is larger than is allowed here." },
  tooMany: {
    status: 413,
    code: "too_many_batches",
    message: "The body holds more batches than are allowed.",
  },
  tooDeep: { status: 400, code: "too_deep", message: "The body is nested deeper than is allowed." },
  notJson: {
    status: 400,
    code: "not_json",
    message: "The body is not JSON: one batch or an array of batches.",
  },
  badRequest: { status: 400, code: "bad_request", message: "The request cannot be read." },
  tooFast: {
    status: 429,
    code: "too_many_requests",
    message: "More requests come than are allowed in a second. Send this one again.",
    retryAfter: 1,
  },
  busy: {
    status: 503,
    code: "busy",
    message: "Too much is being received at once. Send this one again.",
    retryAfter: 1,
  },
  stopping: {
    status: 503,
    code: "stopping",
    message: "The service is stopping. Send this one again.",
    retryAfter: 5,
  },
  notKept: {
    status: 503,
    code: "not_kept",
    message: "The batches could not be kept. Nothing of this request was taken; send it again.",
    retryAfter: 30,
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** A refusal under way from where it is found to the answer. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.message, options);
    this.refusal = refusal;
  }
}
