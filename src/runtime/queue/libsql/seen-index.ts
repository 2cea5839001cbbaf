/**
 * Where keys are kept, found by a part of them: 8 bytes a key, in tables that are at most two thirds full. What it
 * says is a hint; the chunk itself tells whether it has the key.
 */
export interface SeenIndex {
  /** The chunks that may have a key. */
  find(digest: Buffer): readonly number[];
  add(digest: Buffer, chunk: number): void;
  remove(digest: Buffer, chunk: number): void;
  size(): number;
}

/** One of many tables, so that growing one takes no time that anybody notices. */
interface Shard {
  /** 0 where a slot is free. */
  hashes: Uint32Array;
  chunks: Uint32Array;
  used: number;
}

const shardCount = 64;
const firstSlots = 256;
const fullest = 2 / 3;

/** Returns an empty {@link SeenIndex}. */
export function createSeenIndex(): SeenIndex {
  const shards = Array.from({ length: shardCount }, () => createShard(firstSlots));
  let size = 0;
  /** Chunks are numbered beyond 32 bits in time; those that are there at once are not that many. */
  let latest = 0;

  const shardOf = (digest: Buffer) => shards[digest.readUInt8(4) % shardCount] as Shard; // there are as many
  const numberOf = (low: number) => latest - ((latest - low) >>> 0);

  return {
    find(digest) {
      const { hashes, chunks } = shardOf(digest);
      const hash = hashOf(digest);
      const found: number[] = [];
      for (let slot = hash; ; slot++) {
        const at = slot & (hashes.length - 1);
        if (hashes[at] === 0) return found;
        if (hashes[at] === hash) found.push(numberOf(chunks[at] ?? 0));
      }
    },
    add(digest, chunk) {
      const shard = shardOf(digest);
      latest = Math.max(latest, chunk);
      put(shard, hashOf(digest), chunk);
      size++;
      if (shard.used > shard.hashes.length * fullest) grow(shard);
    },
    remove(digest, chunk) {
      if (take(shardOf(digest), hashOf(digest), chunk)) size--;
    },
    size: () => size,
  };
}

function createShard(slots: number): Shard {
  return { hashes: new Uint32Array(slots), chunks: new Uint32Array(slots), used: 0 };
}

function hashOf(digest: Buffer): number {
  return digest.readUInt32LE(0) || 1;
}

function put(shard: Shard, hash: number, chunk: number): void {
  const { hashes, chunks } = shard;
  const mask = hashes.length - 1;
  let at = hash & mask;
  while (hashes[at] !== 0) at = (at + 1) & mask;
  hashes[at] = hash;
  chunks[at] = chunk;
  shard.used++;
}

function grow(shard: Shard): void {
  const { hashes, chunks } = shard;
  Object.assign(shard, createShard(2 * hashes.length));
  for (const [at, hash] of hashes.entries()) if (hash !== 0) put(shard, hash, chunks[at] ?? 0);
}

/** Frees a slot; what comes after it without a gap is put in again, as it may have been meant for this one. */
function take(shard: Shard, hash: number, chunk: number): boolean {
  const { hashes, chunks } = shard;
  const mask = hashes.length - 1;
  let at = hash & mask;
  while (hashes[at] !== hash || chunks[at] !== chunk >>> 0) {
    if (hashes[at] === 0) return false;
    at = (at + 1) & mask;
  }
  hashes[at] = 0;
  shard.used--;
  for (let next = (at + 1) & mask; hashes[next] !== 0; next = (next + 1) & mask) {
    const [moved, its] = [hashes[next] ?? 0, chunks[next] ?? 0];
    hashes[next] = 0;
    shard.used--;
    put(shard, moved, its);
  }
  return true;
}
