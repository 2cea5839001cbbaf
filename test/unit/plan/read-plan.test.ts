import { expect, test } from "vitest";
import { readDataPlan } from "../../../src/compiler/plan/read-plan.ts";
import { type as types } from "../../../src/compiler/types/type.ts";

function planOf(value: unknown) {
  const result = readDataPlan(JSON.stringify(value));
  return result.kind === "plan" ? result.plan : result.problem;
}

const custom = (criteria: object, attributes?: object) => ({
  match: { type: "custom_event", criteria },
  validator: {
    type: "json_schema",
    definition: {
      properties: {
        data: { additionalProperties: true, properties: attributes ? { custom_attributes: attributes } : {} },
      },
    },
  },
});

const document = (...data_points: readonly object[]) => ({ version_document: { data_points } });

test("a version as it is downloaded, the builder's export and a plan of one version say the same", () => {
  const version = document(custom({ event_name: "Visit", custom_event_type: "location" }));
  const expected = { events: [{ name: "Visit", type: "location", attributes: undefined }], screens: [] };
  expect(planOf({ version: 3, data_plan_id: "shop", ...version })).toMatchObject({
    id: "shop",
    version: 3,
    ...expected,
  });
  expect(planOf({ version_description: "", ...version })).toMatchObject({ id: undefined, ...expected });
  expect(planOf({ data_plan_id: "shop", data_plan_versions: [version] })).toMatchObject(expected);
});

test("a byte order mark before the JSON is no mistake", () => {
  expect(readDataPlan(`\uFEFF${JSON.stringify(document())}`).kind).toBe("plan");
});

test("commerce and other data points that SessionM does not get are left out", () => {
  const plan = planOf(
    document(
      { match: { type: "product_action", criteria: { action: "purchase" } } },
      { match: { type: "screen_view", criteria: { screen_name: "Home" } } },
    ),
  );
  expect(plan).toMatchObject({ events: [], screens: [{ name: "Home", type: undefined }] });
});

test("types of attributes are read: lists of types, null, const, enum, and none at all", () => {
  const properties = {
    text: { type: "string", description: "A text" },
    count: { type: ["integer", "null"] },
    flag: { type: "boolean", const: true },
    size: { type: "number", enum: [1, 2.5, null] },
    list: { type: "array" },
    anything: {},
    nothing: { type: "null" },
    odd: true,
  };
  const plan = planOf(
    document(
      custom({ event_name: "Visit" }, { additionalProperties: false, properties, required: ["text"] }),
    ),
  );
  const attributes = typeof plan === "string" ? undefined : plan.events[0]?.attributes;
  expect([...(attributes?.values() ?? [])].map(({ name, type, values }) => [name, type, values])).toEqual([
    ["text", types.string, undefined],
    ["count", types.number, undefined],
    ["flag", types.boolean, ["true"]],
    ["size", types.number, ["1", "2.5"]],
    ["list", types.list, undefined],
    ["anything", types.any, undefined],
    ["nothing", types.any, undefined],
    ["odd", types.any, undefined],
  ]);
  expect(attributes?.get("text")).toMatchObject({ isRequired: true, description: "A text" });
});

test("an event whose attributes are open and unlisted says nothing of them, a closed one has none", () => {
  const open = planOf(
    document(custom({ event_name: "Visit" }, { additionalProperties: true, properties: {} })),
  );
  expect(open).toMatchObject({ events: [{ attributes: undefined }] });
  const closed = planOf(document(custom({ event_name: "Visit" }, { additionalProperties: false })));
  expect(closed).toMatchObject({ events: [{ attributes: new Map() }] });
});

test("names of JavaScript's own are names like others", () => {
  const text = JSON.stringify(
    document(custom({ event_name: "constructor" }, { additionalProperties: false, properties: { x: {} } })),
  ).replace('"x":', '"__proto__":');
  const result = readDataPlan(text);
  const attributes = result.kind === "plan" ? result.plan.events[0]?.attributes : undefined;
  expect([...(attributes?.keys() ?? [])]).toEqual(["__proto__"]);
});

test("identities have the batch's names, and event types too", () => {
  const properties = { customerid: {}, other: {}, other2: {}, other10: {}, facebookcustomaudienceid: {} };
  const plan = planOf(
    document(
      { match: { type: "user_identities" }, validator: { definition: { properties } } },
      custom({ event_name: "A", custom_event_type: "userContent" }),
      custom({ event_name: "B", custom_event_type: "unknown" }),
    ),
  );
  const { identities, events } = typeof plan === "string" ? { identities: undefined, events: [] } : plan;
  expect([...(identities?.keys() ?? [])]).toEqual([
    "customer_id",
    "other",
    "other_id_2",
    "other_id_10",
    "facebook_custom_audience_id",
  ]);
  expect(events.map(({ type }) => type)).toEqual(["user_content", undefined]);
});

test.each([
  ["[]", "it is not an object"],
  ["null", "it is not an object"],
  ["{", "it is not JSON"],
  ["{}", "it has no `version_document` with `data_points`"],
  ['{"data_plan_versions": []}', "it holds no version"],
  ['{"version_document": {"data_points": [{}]}}', "data point 1 does not say what it matches"],
])("%s is no data plan: %s", (text, problem) => {
  expect(readDataPlan(text)).toEqual({ kind: "problem", problem });
});
