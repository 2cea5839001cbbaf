import { expect, test } from "vitest";
import { importableNames } from "../src/compiler/emit/imports.ts";
import * as compiler from "../src/compiler/index.ts";
import * as emitted from "../src/runtime/emitted/index.ts";
import * as runtime from "../src/runtime/index.ts";

test("waybill exports the compiler", () => {
  expect(Object.keys(compiler).sort()).toEqual([
    "checkWaybill",
    "compileWaybill",
    "createSnapshot",
    "hasErrors",
    "hintOf",
    "isWaybillPath",
    "messageOf",
    "positionAt",
    "renderJson",
    "renderText",
    "version",
  ]);
});

test("waybill/runtime exports what people run forwarders with", () => {
  expect(Object.keys(runtime).sort()).toMatchInlineSnapshot(`
    [
      "InputError",
      "QueueFull",
      "batchLimit",
      "classify",
      "createClient",
      "createDelivery",
      "createDispatcher",
      "createForwarder",
      "createMemoryQueue",
      "createRedact",
      "createSteadyClock",
      "defaultLimits",
      "defaultRetryPolicy",
      "messageId",
      "openQueue",
      "openQueueBeside",
      "readBatches",
      "resolveConnection",
      "systemClock",
    ]
  `);
});

test("waybill/runtime/emitted exports what emitted code may import, and nothing else", () => {
  const types = ["Addressed", "Identifier", "Outbox", "ReceivedEvent"];
  const values = importableNames.filter((name) => !types.includes(name));
  expect(Object.keys(emitted).sort()).toEqual([...values].sort());
});
