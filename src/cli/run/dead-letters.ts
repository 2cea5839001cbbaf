import { type FileHandle, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Undelivered } from "../../runtime/delivery/outcome.ts";
import type { Request } from "../../runtime/emitted/result.ts";
import { FileError } from "../file-error.ts";
import type { Host } from "../host.ts";
import { makeFolder } from "../make-folder.ts";

/** Where requests go that were not delivered: a file of NDJSON, made with the first of them. */
export interface DeadLetters {
  write(request: Request, outcome: Undelivered): Promise<void>;
  close(): Promise<void>;
}

/** Options of {@link createDeadLetters}. */
export interface DeadLettersOptions {
  /** The file, relative to the host's folder. Lines are added to one that is there. */
  readonly file: string;
  /** The `Message-ID` a request was first sent under. */
  readonly identify: (request: Request) => string;
}

/** Returns {@link DeadLetters}. They hold personal data: only the user may read them (`language.md` §6). */
export function createDeadLetters({ file, identify }: DeadLettersOptions, host: Host): DeadLetters {
  const path = resolve(host.cwd, file);
  let opening: Promise<FileHandle> | undefined;
  let last: Promise<void> = Promise.resolve();

  async function append(line: string): Promise<void> {
    opening ??= openPrivate(path);
    try {
      await (await opening).appendFile(line);
    } catch (error) {
      throw error instanceof FileError ? error : new FileError("write", file, error);
    }
  }

  return {
    write(request, outcome) {
      const line = renderDeadLetter(request, outcome, identify(request));
      // One after another: members side by side would mix their lines.
      last = last.then(() => append(line));
      return last;
    },
    async close() {
      const handle = await opening?.catch(() => undefined);
      await handle?.close();
    },
  };
}

async function openPrivate(path: string): Promise<FileHandle> {
  makeFolder(dirname(path), 0o700);
  const handle = await open(path, "a", 0o600);
  // A file that was there keeps its mode when it is opened; what is no file, such as a pipe, has an owner of its own.
  if ((await handle.stat()).isFile()) await handle.chmod(0o600);
  return handle;
}

/** One line. The path holds the literal `{api_key}`; nothing here knows the credentials. */
function renderDeadLetter(request: Request, outcome: Undelivered, messageId: string): string {
  const { reason, mayRetry, code, status, attempts } = outcome;
  const { method, path, batch, position, at } = request;
  const colon = at.lastIndexOf(":");
  const place = { file: at.slice(0, colon), line: Number(at.slice(colon + 1)) };
  const head = JSON.stringify({
    reason,
    may_retry: mayRetry,
    code,
    status,
    attempts,
    ...place,
    batch,
    position,
  });
  const sent = JSON.stringify({ method, path, message_id: messageId });
  // The body is JSON text already; read and written again, keys such as "10" would change their order.
  return `${head.slice(0, -1)},"request":${sent.slice(0, -1)},"body":${request.body}}}\n`;
}
