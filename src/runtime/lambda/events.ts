/** What AWS Lambda hands over, as far as it is read here (AWS Lambda developer guide: SQS, Kinesis, function URLs). */
export interface StreamEvent {
  readonly Records: readonly (SqsRecord | KinesisRecord)[];
}

/** A message of a queue. */
export interface SqsRecord {
  readonly eventSource: "aws:sqs";
  readonly messageId: string;
  readonly body: string;
}

/** A record of a stream. */
export interface KinesisRecord {
  readonly eventSource: "aws:kinesis";
  readonly kinesis: { readonly sequenceNumber: string; readonly data: string };
}

/** An HTTP request to a function URL (payload version 2.0). */
export interface UrlEvent {
  readonly requestContext: { readonly http: { readonly method: string } };
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}

/** The part of Lambda's context that is used. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** The records that Lambda is to hand over again. */
export interface BatchFailures {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** An HTTP answer of a function URL. */
export interface UrlAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One batch and what Lambda calls it. */
export interface LambdaRecord {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Returns the batches of an event. A record holds one batch; another source is a mistake in the set-up. */
export function recordsOf({ Records }: StreamEvent): readonly LambdaRecord[] {
  return Records.map((record) => {
    if (record.eventSource === "aws:sqs") return { id: record.messageId, bytes: Buffer.from(record.body) };
    if (record.eventSource === "aws:kinesis") {
      const { sequenceNumber, data } = record.kinesis;
      return { id: sequenceNumber, bytes: Buffer.from(data, "base64") };
    }
    throw new TypeError("This function takes events of SQS, Kinesis and function URLs alone.");
  });
}
