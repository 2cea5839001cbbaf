import { nearest } from "../compiler/diagnostics/suggest.ts";
import { version } from "../compiler/version.ts";
import type { Command } from "./command.ts";
import { exit, UsageError } from "./exit.ts";
import type { Host } from "./host.ts";
import { InputProblem } from "./input-problem.ts";

/** Each command is loaded when it is called. */
const commands: Readonly<Record<string, { readonly does: string; readonly load: () => Promise<Command> }>> = {
  build: {
    does: "writes the forwarder of a waybill",
    load: async () => (await import("./commands/build.ts")).buildCommand,
  },
  check: {
    does: "checks waybills",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  convert: {
    does: "writes a waybill in the other syntax",
    load: async () => (await import("./commands/convert.ts")).convertCommand,
  },
  diff: {
    does: "says what changes for members between two versions",
    load: async () => (await import("./commands/diff.ts")).diffCommand,
  },
  dlq: {
    does: "shows dead letters, puts them back, deletes them",
    load: async () => (await import("./commands/dlq.ts")).dlqCommand,
  },
  docs: {
    does: "writes the mapping as a page to read, print and sign",
    load: async () => (await import("./commands/docs.ts")).docsCommand,
  },
  drift: {
    does: "compares what mParticle and SessionM export with a waybill",
    load: async () => (await import("./commands/drift.ts")).driftCommand,
  },
  explain: {
    does: "shows what a diagnostic means and what to do",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  fmt: {
    does: "formats waybills",
    load: async () => (await import("./commands/fmt.ts")).fmtCommand,
  },
  forget: {
    does: "erases a person from a service's queue",
    load: async () => (await import("./commands/forget.ts")).forgetCommand,
  },
  import: {
    does: "writes a waybill from what mParticle and SessionM export",
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  init: {
    does: "writes a working project to start from",
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  run: {
    does: "runs batches through a waybill, dry or into SessionM",
    load: async () => (await import("./commands/run.ts")).runCommand,
  },
  sandbox: {
    does: "starts a SessionM stand-in on this machine",
    load: async () => (await import("./commands/sandbox.ts")).sandboxCommand,
  },
  serve: {
    does: "receives mParticle's webhook and delivers to SessionM, durably",
    load: async () => (await import("./commands/serve.ts")).serveCommand,
  },
  test: {
    does: "runs the tests of waybills",
    load: async () => (await import("./commands/test.ts")).testCommand,
  },
  trace: {
    does: "shows what became of each data point of a batch",
    load: async () => (await import("./commands/trace.ts")).traceCommand,
  },
  verify: {
    does: "compares every way the code of a waybill runs",
    load: async () => (await import("./commands/verify.ts")).verifyCommand,
  },
};

/** Runs the CLI and returns the exit status. */
export async function main(args: readonly string[], host: Host): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === "--version" || name === "-v") return print(`${version}\n`, host);
    if (name === "help" && rest[0] !== undefined) return await main([rest[0], "--help"], host);
    if (name === undefined || name === "help" || name === "--help" || name === "-h") {
      return print(overview(), host, name === undefined ? exit.usage : exit.fine);
    }
    const command = await findCommand(name).load();
    if (rest.includes("--help") || rest.includes("-h")) return print(`${command.usage.trim()}\n`, host);
    return await command.run(rest, host);
  } catch (error) {
    return reportFailure(error, name !== undefined && Object.hasOwn(commands, name) ? `${name} ` : "", host);
  }
}

function findCommand(name: string) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command;
  const near = nearest(name, Object.keys(commands));
  throw new UsageError(`There is no command \`${name}\`.`, near && `Did you mean \`waybill ${near}\`?`);
}

function overview(): string {
  const names = Object.keys(commands);
  const widest = Math.max(...names.map((name) => name.length));
  const rows = names.map((name) => `  ${name.padEnd(widest)}  ${commands[name]?.does ?? ""}`);
  return [
    "waybill <command> …: mapping files from mParticle to SessionM, checked and made into forwarders",
    "",
    ...rows,
    "",
    "`waybill <command> --help` says more. Exit status: 0 fine, 1 problems in files or input,",
    "2 wrong usage, 3 something was not delivered, 70 a bug of ours.",
    "",
  ].join("\n");
}

function print(text: string, { stdout }: Host, status: number = exit.fine): number {
  stdout.write(text);
  return status;
}

function reportFailure(error: unknown, command: string, { stderr }: Host): number {
  if (error instanceof UsageError) {
    stderr.write(`waybill: ${error.message}${error.hint === undefined ? "" : ` ${error.hint}`}\n`);
    stderr.write(`See \`waybill ${command}--help\`.\n`);
    return exit.usage;
  }
  if (error instanceof InputProblem) {
    stderr.write(`waybill: ${error.message}\n`);
    return exit.problems;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(`waybill: this is a bug of ours, please report it with the text below.\n${detail}\n`);
  return exit.bug;
}
