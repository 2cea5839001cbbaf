/** A test file as data: what `docs/testing.md` describes, read and with places. */
import type { SourceFile, Span } from "../compiler/source/source-file.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import type { Reason } from "../runtime/emitted/result.ts";

/** A test file without mistakes. */
export interface TestFile {
  readonly file: SourceFile;
  readonly tests: readonly TestCase[];
}

/** One test of a file. */
export interface TestCase {
  readonly name: string;
  /** Its index in `tests`. */
  readonly index: number;
  readonly span: Span;
  /** The entry files that it runs against; none where the one beside the file is meant. */
  readonly waybills: readonly PathInFile[];
  readonly batch: BatchSource;
  readonly changes: Changes | undefined;
  readonly requests: Expected<readonly ExpectedRequest[]> | undefined;
  readonly drops: Expected<ExpectedDrops> | undefined;
}

/** A path as a test file writes it: relative to the file's folder. */
export interface PathInFile {
  readonly path: string;
  readonly span: Span;
}

/** Where a batch comes from; `number` counts the batches of a file from 0. */
export type BatchSource =
  | { readonly kind: "inline"; readonly json: JsonObject }
  | {
      readonly kind: "file";
      readonly path: string;
      readonly number: number | undefined;
      readonly span: Span;
    };

/** The differences from a batch. */
export interface Changes {
  readonly json: JsonObject;
  readonly span: Span;
  /** The places of the positions under `events`, where that is a mapping. */
  readonly positions: ReadonlyMap<string, Span>;
}

/** What a test expects: all that there is, or some of it. */
export interface Expected<T> {
  readonly isWhole: boolean;
  readonly value: T;
}

/** A request as a test writes it: what its body holds under `user` or `events`. */
export interface ExpectedRequest {
  readonly kind: "profile" | "event";
  readonly content: Json;
  /** The external id, where the test names it. */
  readonly member: string | undefined;
}

/** What is left out, by reason: the names, or how many. */
export type ExpectedDrops = ReadonlyMap<Reason, readonly string[] | number>;
