import { chmod, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { processHost } from "../../../src/cli/host.ts";
import { createDeadLetters } from "../../../src/cli/run/dead-letters.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("a file that others may read is closed to them before a line is added", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "letters.ndjson");
  await writeFile(file, "{}\n");
  await chmod(file, 0o644);
  const letters = createDeadLetters({ file, identify: () => "id" }, { ...processHost(), cwd: folder });
  await letters.write(
    {
      kind: "event",
      method: "POST",
      path: "/",
      externalId: "a",
      batch: "b",
      position: 0,
      at: "w.waybill.yaml:3",
      body: "{}",
    },
    {
      kind: "undelivered",
      reason: "stopped",
      mayRetry: "anyone",
      code: undefined,
      status: undefined,
      attempts: 0,
      retries: 0,
    },
  );
  await letters.close();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});
