import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { FileError } from "../file-error.ts";
import type { Host } from "../host.ts";

/** Returns the environment, with an env file's values for what is not set: the real environment wins. */
export async function readEnvironment(host: Host, envFile: string | undefined): Promise<Host["env"]> {
  if (envFile === undefined) return host.env;
  try {
    const text = await readFile(resolve(host.cwd, envFile), "utf8");
    return { ...parseEnv(text), ...host.env };
  } catch (error) {
    throw new FileError("read", envFile, error);
  }
}
