import { Readable, Writable } from "node:stream";
import { main } from "../../src/cli/main.ts";

/** What a command left behind. */
export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Runs the CLI in this process, in the folder `cwd`. */
export async function runCli(
  cwd: string,
  args: readonly string[],
  options: Options = {},
): Promise<CliResult> {
  const stdout = collect(options.isTTY ?? false);
  const stderr = collect(options.isTTY ?? false);
  const status = await main(args, {
    cwd,
    env: options.env ?? {},
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    onInterrupt: () => () => {},
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

function collect(isTTY: boolean) {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => chunks.join("") };
}
