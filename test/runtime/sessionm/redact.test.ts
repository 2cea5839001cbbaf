import { expect, test } from "vitest";
import { createRedact } from "../../../src/runtime/sessionm/redact.ts";

const redact = createRedact({ apiKey: "key/1", apiSecret: "hunter2+" });

test.each([
  ["/priv/v1/apps/key%2F1/users", "/priv/v1/apps/[redacted]/users"],
  ["key/1 and hunter2+ twice: hunter2+", "[redacted] and [redacted] twice: [redacted]"],
  ["q=hunter2%2B", "q=[redacted]"],
  [`Basic ${Buffer.from("key/1:hunter2+").toString("base64")}`, "Basic [redacted]"],
  ["nothing secret", "nothing secret"],
])("shows %s as %s", (text, shown) => {
  expect(redact(text)).toBe(shown);
});
