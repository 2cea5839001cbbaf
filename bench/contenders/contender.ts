/** A request as every contender makes it: what `forward` gives besides is its own. */
export interface MadeRequest {
  readonly path: string;
  readonly body: string;
}

/** Something that does the job of a forwarder. */
export interface Contender {
  readonly name: string;
  run(batch: string): readonly MadeRequest[] | Promise<readonly MadeRequest[]>;
}
