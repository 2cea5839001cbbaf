import { runService, type ServiceBuild } from "./run-service.ts";

/** Serves a build on this process, with its arguments and environment: what a built service does. */
export function serveProcess(build: ServiceBuild): void {
  const { env, stdout, stderr } = process;
  const on = (signals: readonly NodeJS.Signals[], listener: () => void) => {
    for (const signal of signals) process.on(signal, listener);
    return () => {
      for (const signal of signals) process.off(signal, listener);
    };
  };
  const host = {
    cwd: process.cwd(),
    env,
    stdout,
    stderr,
    onInterrupt: (listener: () => void) => on(["SIGINT", "SIGTERM"], listener),
    onReload: (listener: () => void) => on(["SIGHUP"], listener),
    exit: (status: number) => process.exit(status),
  };
  void runService(build, process.argv.slice(2), host).then((status) => {
    process.exitCode = status;
  });
}
