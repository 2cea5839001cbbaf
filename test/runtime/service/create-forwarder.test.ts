import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { DeliveryEvent } from "../../../src/runtime/delivery/event.ts";
import { createForwarder, type DurableForwarder } from "../../../src/runtime/service/create-forwarder.ts";
import { type Sandbox, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { bytesOf, testForwarder } from "../queue/forwarder.ts";

async function openSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0, users: [{ external_id: "m" }] });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

async function open(
  { url, apiKey, apiSecret }: Sandbox,
  folder: string,
  observe: (event: DeliveryEvent) => void = () => {},
): Promise<DurableForwarder> {
  return createForwarder({
    forwarder: testForwarder(),
    connection: { origin: url, apiKey, apiSecret },
    queue: join(folder, "data"),
    observe,
  });
}

const purchase = (id: string) => bytesOf({ id, member: "m", events: [`t-${id}`] });

test("a program of one's own keeps batches on disk and delivers them beside its work", async () => {
  const sandbox = await openSandbox();
  const results: string[] = [];
  const forwarder = await open(sandbox, temporaryFolder(), (event) => {
    if (event.kind === "settled") results.push(event.result);
  });
  expect(await forwarder.accept([purchase("a"), purchase("b"), purchase("a")])).toEqual([
    "accepted",
    "accepted",
    "duplicate",
  ]);
  await forwarder.drain();
  expect(sandbox.state.counts().events).toBe(2);
  expect(results).toEqual(["delivered", "delivered"]);
  expect((await forwarder.status()).queue).toMatchObject({ batches: 0, deadLetters: 0 });
  await forwarder.close();
});

test("what was accepted before a close is delivered after the next opening, and repeats are known", async () => {
  const sandbox = await openSandbox();
  const folder = temporaryFolder();
  const away = { ...sandbox, url: "http://127.0.0.1:9" };
  const first = await open(away, folder);
  expect(await first.accept([purchase("a")])).toEqual(["accepted"]);
  await first.close();
  const second = await open(sandbox, folder);
  await second.drain();
  expect(sandbox.state.counts().events).toBe(1);
  expect(await second.accept([purchase("a")])).toEqual(["duplicate"]);
  await second.close();
});

test("a data directory belongs to one forwarder at a time", async () => {
  const sandbox = await openSandbox();
  const folder = temporaryFolder();
  const forwarder = await open(sandbox, folder);
  await expect(open(sandbox, folder)).rejects.toThrow("Another process works with the queue");
  await forwarder.close();
});

test("another forwarder takes over what was not attempted yet", async () => {
  const sandbox = await openSandbox();
  const forwarder = await open(sandbox, temporaryFolder());
  forwarder.replaceForwarder(testForwarder("two"));
  await forwarder.accept([purchase("a")]);
  await forwarder.drain();
  expect(JSON.stringify(sandbox.state.events())).toContain('"mark":"two"');
  await forwarder.close();
});
