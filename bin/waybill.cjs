#!/usr/bin/env node
"use strict";

const { existsSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

const cli = join(__dirname, "..", "dist", "cli.cjs");

// A published package holds `dist`; a fresh clone builds it at first use, since install scripts may be blocked.
if (!existsSync(cli)) {
  const script = join(__dirname, "..", "scripts", "build.mjs");
  const { status } = spawnSync(process.execPath, [script], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(70);
}

require(cli);
