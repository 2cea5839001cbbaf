import { expect, test } from "vitest";
import type { Answer } from "../../../src/runtime/delivery/transport.ts";
import { classify } from "../../../src/runtime/sessionm/classify.ts";
import { readEnvelope } from "../../../src/runtime/sessionm/envelope.ts";

function response(status: number, text: string, isCut = false): Answer {
  const envelope = readEnvelope({ text, isCut }, (code) => code.replace("hunter2", "[redacted]"));
  return { kind: "response", status, envelope, retryAfter: undefined, isCached: false };
}

const error = (code: string) => JSON.stringify({ status: "error", errors: { code, message: "made up" } });

/** What a verdict says to do: the reason of a refusal, the effect before a retry, or else its kind. */
function meaning(status: number, body: string, isCut = false): string {
  const verdict = classify(response(status, body, isCut));
  if (verdict.kind === "refused") return verdict.reason;
  return verdict.kind === "retry" ? `retry, effect ${verdict.effect}` : verdict.kind;
}

const unknown = "retry, effect unknown";

test.each([
  // success
  [200, '{"status":"ok","user":{}}', "delivered"],
  [201, '{"status":"OK"}', "delivered"],
  // success, unverified
  [200, "", unknown],
  [204, "", unknown],
  [200, "<html>", unknown],
  [200, "null", unknown],
  [200, "[]", unknown],
  [200, "{}", unknown],
  [200, '{"status":true}', unknown],
  [200, '{"status":"pending"}', unknown],
  // configuration
  [401, "", "stop"],
  [403, "<html>", "stop"],
  [401, error("validation"), "stop"],
  [403, '{"status":"ok"}', "stop"],
  [200, error("invalid_api_key"), "stop"],
  [400, error("ACCESS_DENIED"), "stop"],
  [200, error("HTTPS_ONLY"), "stop"],
  [200, error("INVALID_AUTH_TOKEN"), "stop"],
  // a wrong base URL
  [300, "", "stop"],
  [300, '{"status":"ok"}', "stop"],
  [301, "", "stop"],
  [302, '{"status":"ok"}', "stop"],
  [302, error("validation"), "stop"],
  [307, "", "stop"],
  // missing user
  [200, error("USER_NOT_FOUND"), "missing_user"],
  [404, error("user_not_found"), "missing_user"],
  [422, error("requires_registered_user"), "missing_user"],
  [404, "", "missing_user"],
  [404, "<html>", "missing_user"],
  // permanent data
  [200, error("VALIDATION"), "validation"],
  [400, error("validation"), "validation"],
  [500, error("validation"), "validation"],
  [200, error("missing_data"), "missing_data"],
  [200, error("argument_error"), "argument_error"],
  [200, error("not_available"), "not_available"],
  [404, error("not_found"), "not_found"],
  [200, error("no_active_campaign_found"), "no_active_campaign_found"],
  [400, "", "refused"],
  [409, "{}", "refused"],
  [413, "", "refused"],
  [422, '{"status":"ok"}', "refused"],
  [200, error("brand_new_code"), "refused"],
  [404, error("brand_new_code"), "refused"],
  [200, '{"status":"error"}', "refused"],
  [200, '{"status":"error","errors":null}', "refused"],
  [200, '{"status":"error","errors":{"code":7}}', "refused"],
  // retryable
  [102, '{"status":"ok"}', unknown],
  [500, "", unknown],
  [500, '{"status":"ok"}', unknown],
  [500, error("brand_new_code"), unknown],
  [502, "<html>", unknown],
  [503, "", unknown],
  [504, "", unknown],
  [200, error("INTERNAL_SERVER_ERROR"), unknown],
  [400, error("internal_server_error"), unknown],
  [429, "", "retry, effect none"],
  [429, error("slow_down"), "retry, effect none"],
  [408, "", "retry, effect none"],
  [425, "", "retry, effect none"],
])("reads %i with %j as: %s", (status, body, expected) => {
  expect(meaning(status, body)).toBe(expected);
});

test("judges an answer that was cut by the status at its beginning", () => {
  expect(meaning(200, '{ "status": "ok", "user": {"id": "', true)).toBe("delivered");
  expect(meaning(200, '{"user":{"status":"ok"', true)).toBe(unknown);
  expect(meaning(200, '{"status":"ok","us')).toBe(unknown);
});

test.each([
  [401, error("INVALID_API_KEY"), { kind: "stop", code: "invalid_api_key" }],
  [200, error("INVALID_API_KEY"), { kind: "stop", code: "invalid_api_key" }],
  [404, error("USER_NOT_FOUND"), { kind: "missing_user", code: "user_not_found" }],
  [400, error("validation"), { kind: "refused", reason: "validation", code: "validation" }],
])("the verdict on %i has its kind and SessionM's code, and no more", (status, body, verdict) => {
  expect(classify(response(status, body))).toEqual(verdict);
});

test("retries what got no answer", () => {
  const verdict = classify({ kind: "no_response", effect: "none", code: "ECONNREFUSED" });
  expect(verdict).toEqual({ kind: "retry", effect: "none", code: "ECONNREFUSED" });
});

test("repeats SessionM's code in lower case, and nothing that is not a plain word", () => {
  expect(classify(response(200, error("VALIDATION")))).toMatchObject({ code: "validation" });
  for (const code of ["pat@example.test is taken", "hunter2", "HUNTER hunter2"]) {
    expect(classify(response(200, error(code)))).toMatchObject({ kind: "refused", code: undefined });
  }
});

test("reads only the answer's own properties", () => {
  expect(meaning(200, '{"__proto__":{"status":"ok"}}')).toBe(unknown);
});
