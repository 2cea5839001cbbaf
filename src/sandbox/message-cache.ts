import type { Answer } from "./answers.ts";

const lifetime = 30 * 60 * 1000;
const limit = 100_000;

/** A response that is kept under a `Message-ID`. */
export interface CachedMessage {
  readonly answer: Answer;
  /** A hash of the body that was answered; a repeat with another body gets the same answer, as documented. */
  readonly bodyHash: string;
  /** When the original was answered, in milliseconds. */
  readonly at: number;
}

/** The responses of the last 30 minutes by `Message-ID`. */
export interface MessageCache {
  find(key: string, now: number): CachedMessage | undefined;
  keep(key: string, message: CachedMessage): void;
}

/** Creates an empty cache; it keeps at most 100,000 responses. */
export function createMessageCache(): MessageCache {
  const messages = new Map<string, CachedMessage>();
  const isExpired = (message: CachedMessage, now: number) => now - message.at >= lifetime;
  return {
    find(key, now) {
      const message = messages.get(key);
      return message === undefined || isExpired(message, now) ? undefined : message;
    },
    keep(key, message) {
      messages.delete(key);
      messages.set(key, message);
      // A Map iterates in the order of insertion, so the oldest come first.
      for (const [oldest, old] of messages) {
        if (!isExpired(old, message.at) && messages.size <= limit) break;
        messages.delete(oldest);
      }
    },
  };
}
