#!/usr/bin/env node
"use strict";

const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { loadCli } = require("./load-cli.cjs");

const dist = join(__dirname, "..", "dist");

// A published package holds `dist`; a fresh clone builds it at first use, since install scripts may be blocked.
if (!existsSync(join(dist, "cli.cjs"))) {
  // Loading this takes a tenth of a start, and hardly any needs it.
  const { spawnSync } = require("node:child_process");
  const script = join(__dirname, "..", "scripts", "build.mjs");
  const { status } = spawnSync(process.execPath, [script], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(70);
}

const cache = join(dist, "cli.cache");
loadCli(join(dist, "cli.cjs"), existsSync(cache) ? readFileSync(cache) : undefined);
