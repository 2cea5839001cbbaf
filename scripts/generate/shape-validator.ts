import { readFileSync } from "node:fs";
import { Ajv, type AnySchemaObject } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { transform } from "esbuild";

/** Returns Ajv's standalone code for a schema of `grammar`, so that nothing is compiled at start-up. */
export async function generateShapeValidator(schemaPath: string): Promise<string> {
  const schema = withoutDescriptions(JSON.parse(readFileSync(schemaPath, "utf8")));
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true },
  });
  const code = standalone
    .default(ajv, ajv.compile(schema))
    .replace(
      /const (\w+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;/g,
      'import ucs2length from "ajv/dist/runtime/ucs2length.js"; const $1 = ucs2length.default ?? ucs2length;',
    );
  const { code: formatted } = await transform(code, { minifyWhitespace: false, charset: "utf8" });
  return `// Generated from ${schemaPath} by \`npm run generate\`. Do not edit.\n${formatted}`;
}

/** Descriptions are for editors; without them the validator is half the size. */
function withoutDescriptions(schema: AnySchemaObject): AnySchemaObject {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => {
      return key === "description" && typeof value === "string" ? undefined : value;
    }),
  );
}
