import { hash } from "node:crypto";

/** A key that was seen, as it is kept: 40 bytes. */
export interface SeenEntry {
  /** 16 bytes of a hash of the key. */
  readonly digest: Buffer;
  /** 8 bytes of a hash of the member's external id. */
  readonly member: Buffer;
  readonly at: number;
  readonly batch: number;
}

/** Bytes of an entry. */
export const entrySize = 40;

/** Entries of a chunk: they fit on one page. */
export const chunkSize = 96;

/** Returns the part of a key's hash that is kept. Keys of `hashKey` are hashes already. */
export function digestOf(key: string): Buffer {
  if (isHash.test(key)) return Buffer.from(key, "base64url");
  return hash("sha256", key, "buffer").subarray(0, 16);
}

const isHash = /^[\w-]{22}$/;

/** Returns the part of an external id's hash that is kept. */
export function memberDigest(externalId: string): Buffer {
  return hash("sha256", externalId, "buffer").subarray(0, 8);
}

/** Returns entries as bytes, one after another. */
export function packEntries(entries: readonly SeenEntry[]): Buffer {
  const bytes = Buffer.allocUnsafe(entries.length * entrySize);
  for (const [index, { digest, member, at, batch }] of entries.entries()) {
    const start = index * entrySize;
    bytes.set(digest, start);
    bytes.set(member, start + 16);
    bytes.writeDoubleLE(at, start + 24);
    bytes.writeDoubleLE(batch, start + 32);
  }
  return bytes;
}

/** The digests in bytes of {@link packEntries}. */
export function* digestsIn(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += entrySize) yield bytes.subarray(start, start + 16);
}

/** Whether bytes of {@link packEntries} have an entry with a digest. */
export function hasDigest(bytes: Buffer, digest: Buffer): boolean {
  for (let start = 0; start < bytes.length; start += entrySize) {
    if (bytes.compare(digest, 0, 16, start, start + 16) === 0) return true;
  }
  return false;
}

/** Returns the entries in bytes of {@link packEntries}. */
export function unpackEntries(bytes: Buffer): readonly SeenEntry[] {
  return Array.from({ length: bytes.length / entrySize }, (_, index) => {
    const start = index * entrySize;
    return {
      digest: bytes.subarray(start, start + 16),
      member: bytes.subarray(start + 16, start + 24),
      at: bytes.readDoubleLE(start + 24),
      batch: bytes.readDoubleLE(start + 32),
    };
  });
}
