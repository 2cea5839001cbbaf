import type { Program } from "../compiler/check/program.ts";
import type { Target } from "../compiler/check/target.ts";
import type { EmittedModule } from "../compiler/emit/forwarder.ts";
import { version } from "../compiler/version.ts";
import type { Artefact } from "./artefacts.ts";
import { bundleForwarder, bundleProgram } from "./bundle.ts";
import { waybillHash } from "./manifest.ts";

/** The version of libsql that the service was tested with. */
export const libsqlVersion = "0.5.29";

/** Returns the files that a target adds to those of a module. */
export async function targetArtefacts(
  target: Target,
  program: Program,
  module: EmittedModule,
): Promise<readonly Artefact[]> {
  if (target === "module") return [];
  const { code } = await bundleForwarder(module, { minify: true, form: "script" });
  if (target === "lambda") {
    return [{ name: "lambda.cjs", text: await bundleProgram(`${code}\n${lambdaEntry(program)}`) }];
  }
  const manifest = {
    name: `${program.name}-forwarder`,
    private: true,
    engines: { node: ">=20.19" },
    dependencies: { libsql: libsqlVersion },
  };
  return [
    { name: "service.cjs", text: await bundleProgram(`${code}\n${serviceEntry(program)}`) },
    { name: "package.json", text: `${JSON.stringify(manifest, null, 2)}\n` },
  ];
}

function serviceEntry(program: Program): string {
  const build = {
    settings: program.delivery,
    environments: program.source.environments.value,
    waybill: waybillHash(program),
    version,
  };
  return `import { serveProcess } from "waybill:service";
serveProcess({ ...${JSON.stringify(build)}, forward: forwarder.forward });
`;
}

function lambdaEntry({ delivery }: Program): string {
  return `import { createHandler } from "waybill:lambda";
export const handler = createHandler({
  forward: forwarder.forward,
  settings: ${JSON.stringify(delivery)},
  env: process.env,
  write: (line) => process.stdout.write(line + "\\n"),
});
`;
}
