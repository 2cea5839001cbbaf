import { expect, test } from "vitest";
import { checkWaybill } from "../../../src/compiler/compile.ts";
import { entry, memoryReader } from "../../support/memory-reader.ts";

function codesOf(host: string): readonly string[] {
  const text = JSON.stringify({ waybill: 1, name: "loyalty", connection: { host } });
  return checkWaybill(entry, memoryReader({ [entry]: text })).diagnostics.map(({ code }) => code);
}

test.each([
  "https://api.example.com",
  "HTTPS://API.example.com",
  "https://api.example.com/",
  "https://api.example.com:65535",
  "https://x",
  "https://[2001:db8::1]:8443",
  "http://localhost",
  "http://LOCALHOST:8080",
  "http://127.0.0.1:8080",
  "http://127.100.20.30",
  "http://[::1]:8080/",
])("%s is a host that credentials may travel to", (host) => {
  expect(codesOf(host)).toEqual([]);
});

test.each([
  "http://api.example.com",
  "http://localhost.example.com",
  "http://not-localhost",
  "http://127.0.0.1.example.com",
  "http://128.0.0.1",
  "http://[::2]",
  "ftp://api.example.com",
  "xhttps://api.example.com",
  "https:/api.example.com",
  "https://-api.example.com",
  "https://api.example.com.",
  "https://[example]",
  "https://api.example.com:65536",
  "https://api.example.com:080808",
  "https://api.example.com:",
  "https://api.example.com/v1",
  "https://api.example.com?v=1",
])("%s is none", (host) => {
  expect(codesOf(host)).toEqual(["host-not-https"]);
});
