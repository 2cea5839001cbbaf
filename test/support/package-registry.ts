import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

/** Starts a registry on loopback that has what is installed here for libsql; returns its URL. It ends with the test. */
export async function startPackageRegistry(): Promise<string> {
  const server = createServer(async ({ url = "/" }, response) => {
    const [path = "", version] = decodeURIComponent(url.slice(1)).split("@@");
    const found = installed(path);
    if (found.length === 0) return response.writeHead(404).end("{}");
    if (version !== undefined) return response.end(await pack(found.find((one) => one.version === version)));
    const versions = found.map((one) => {
      return [one.version, { ...one.manifest, dist: { tarball: `${origin()}/${path}@@${one.version}` } }];
    });
    response.end(JSON.stringify({ name: path, "dist-tags": {}, versions: Object.fromEntries(versions) }));
  });
  // INVARIANT: a server that listens on a port has an address of this form.
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return origin();
}

interface Installed {
  readonly folder: string;
  readonly version: string;
  readonly manifest: object;
}

/** What libsql has of its own is another version than everybody's. */
function installed(name: string): readonly Installed[] {
  return ["node_modules", "node_modules/libsql/node_modules"].flatMap((around) => {
    const path = `${around}/${name}/package.json`;
    if (!existsSync(path)) return [];
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    return [{ folder: `${around}/${name}`, version: manifest.version, manifest }];
  });
}

async function pack(found: Installed | undefined): Promise<Buffer> {
  if (found === undefined) throw new Error("No such version is installed.");
  const options = ["--exclude=./node_modules", "--transform=s,^\\.,package,", "-C", found.folder, "."];
  const limits = { encoding: "buffer", maxBuffer: 2 ** 28 } as const;
  return (await promisify(execFile)("tar", ["-cf", "-", ...options], limits)).stdout;
}
