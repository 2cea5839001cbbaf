/** Runs the CLI once on a small waybill and keeps the code that V8 compiled for it, for `bin/load-cli.cjs`. */
"use strict";

const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { loadCli } = require("../bin/load-cli.cjs");

const [filename, cache] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "waybill-build-"));
const waybill = join(folder, "sample.waybill.yaml");

// A bit of everything, and a mistake, so that the code that shows mistakes is in the cache too.
writeFileSync(
  waybill,
  `waybill: 1
name: sample # a comment
connection: { host: "\${HOST}", api_key: "\${KEY}", api_secret: "\${SECRET}" }
source: { platforms: [ios], names: ignore_case }
sessionm: { events: [home_viewed], attributes: [FavoriteStore] }
casing: { user_attributes: as_defined, rules: [{ match: "fav*", to: FavoriteStore }] }
attribute_sets:
  store:
    - Store ID: store
profile:
  identities: { email: email }
  reserved_fields: [default, { attribute: $Gender, to: gender, lookup: { F: f } }]
  attributes:
    - Favorite Store
events:
  - event: Visit
    to: visit
    attributes: [{ set: store }]
screens:
  - Home: home_viewed
`,
);

process.argv = [process.argv[0], filename, "check", waybill];
process.stdout.write = () => true;
const script = loadCli(filename);
process.on("exit", () => {
  rmSync(folder, { recursive: true });
  writeFileSync(cache, script.createCachedData());
  process.exitCode = 0;
});
