import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const waybill = "waybill: 1\nname: w\nsource: {users: all}\nevents:\n  - Buy: buy\n";
const tests = (name: string) => `tests:
  - name: one
    batch: {mpid: 7, events: [{event_type: custom_event, data: {event_name: Buy}}]}
    requests_include: [event: {${name}: {}}]
`;

test("--watch runs again when a test or a waybill changes, outlives a mistake, and ends at an interrupt", async () => {
  const folder = temporaryFolder({ "w.waybill.yaml": waybill, "w.test.yaml": tests("buy") });
  const { stream, next } = listen();
  let interrupt = () => {};
  const running = main(["test", "--watch"], {
    cwd: folder,
    env: {},
    stdin: Readable.from([]),
    stdout: stream,
    stderr: stream,
    onInterrupt(listener) {
      interrupt = listener;
      return () => {};
    },
  });
  expect(await next()).toContain("1 test: 1 passed");
  await afterStart(() => writeFileSync(join(folder, "w.test.yaml"), tests("bought")));
  expect(await next()).toContain("1 test: 0 passed, 1 failed");
  await afterStart(() => writeFileSync(join(folder, "w.waybill.yaml"), waybill.replace("buy", "bought")));
  expect(await next()).toContain("1 test: 1 passed");
  await afterStart(() => writeFileSync(join(folder, "w.test.yaml"), "tests: [}"));
  expect(await next()).toContain("error[yaml-syntax]");
  await afterStart(() => writeFileSync(join(folder, "w.test.yaml"), tests("bought")));
  expect(await next()).toContain("1 test: 1 passed");
  interrupt();
  expect(await running).toBe(0);
});

/** Folders are watched from the turn after the results are printed. */
async function afterStart(change: () => void): Promise<void> {
  await new Promise((done) => setImmediate(done));
  change();
}

/** A stream, and a promise of what it is given next. */
function listen() {
  const chunks: string[] = [];
  let wake = () => {};
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk));
      wake();
      done();
    },
  });
  const next = async () => {
    while (chunks.length === 0) {
      await new Promise<void>((done) => {
        wake = done;
      });
    }
    return chunks.shift() ?? "";
  };
  return { stream, next };
}
