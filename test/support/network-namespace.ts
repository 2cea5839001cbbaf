import { spawnSync } from "node:child_process";

/** Why a test that needs a namespace is skipped. */
export const notPermitted =
  "`unshare --net` is not permitted here, so that nothing shows that no network is used.";

/**
 * Returns the arguments with which `unshare` gives a network namespace without interfaces here; undefined where that is
 * not permitted, which CI may not be.
 */
export function namespaceArguments(): readonly string[] | undefined {
  const permitted = [["--net"], ["--map-root-user", "--net"]].find((args) => {
    return spawnSync("unshare", [...args, "true"], { stdio: "ignore" }).status === 0;
  });
  if (permitted === undefined && process.env["CI"]) {
    throw new Error(`${notPermitted} Permit user namespaces for this job.`);
  }
  return permitted;
}
