import { createRequire } from "node:module";
import type { Contender } from "../contenders/contender.ts";
import { pathOf, pick, toText } from "../contenders/hand-written.ts";
import { events, mappedUserAttributes, type Pair, reservedFields, screens } from "../workload/plan.ts";

/** What is used of the library. */
interface Library {
  readonly JsonTemplateEngine: {
    createAsSync(template: string, options: object): { evaluate(input: unknown, bindings: object): unknown };
  };
  readonly PathType: { readonly SIMPLE: unknown };
}

const fields = (from: string, pairs: readonly Pair[]) =>
  pairs.map(([name, key]) => `${JSON.stringify(key)}: $.text(${from}[${JSON.stringify(name)}])`).join(",\n");

const template = `
const id = .user_identities.customer_id;
const batch = .;
const attributes = .user_attributes;
const path = $.pathOf(id);
const profile = function() {
  { path: path, body: { user: {
    email: batch.user_identities.email,
    ${fields("attributes", reservedFields)},
    user_profile: { mpid: batch.mpid, ${fields("attributes", mappedUserAttributes)} }
  } } }
};
const eventOf = function(event, plan) {
  { path: path + "/events", body: { events: $.under(plan.to, {
    transaction_id: event.data.event_id,
    qty: "1",
    date: $.date(event.data.timestamp_unixtime_ms),
    context: $.pick(event.data.custom_attributes, plan.attributes)
  }) } }
};
const one = function(event) {
  const plan = event.event_type === "custom_event" ? $.events[event.data.event_name]
    : event.event_type === "screen_view" ? $.screens[event.data.screen_name] : undefined;
  plan ? eventOf(event, plan) : undefined
};
id ? [profile(), ...(.events.map(lambda one(?0)).filter(lambda ?0 !== undefined))] : []
`;

/** The template says the shape; what it has no words for is bound: texts, dates, and keys that are not constant. */
const bindings = {
  events: Object.fromEntries(events.map((event) => [event.name, event])),
  screens: Object.fromEntries(screens.map(([name, to]) => [name, { to, attributes: [] }])),
  pathOf,
  text: (value: unknown) => (value === null || value === undefined ? undefined : toText(value)),
  date: (time: number) => new Date(time).toISOString(),
  under: (key: string, value: object) => ({ [key]: value }),
  pick(values: Readonly<Record<string, unknown>>, pairs: readonly Pair[]) {
    const picked = pick(values, pairs);
    return Object.keys(picked).length > 0 ? picked : undefined;
  },
};

const require = createRequire(import.meta.url);
// The library is not installed with Waybill, and so neither are its types.
const { JsonTemplateEngine, PathType } = require("@rudderstack/json-template-engine") as Library;
const engine = JsonTemplateEngine.createAsSync(template, { defaultPathType: PathType.SIMPLE });

/** A compiled template of RudderStack's engine. */
export const contender: Contender = {
  name: "RudderStack 0.20.0",
  run(batch) {
    // The template gives what it says.
    const requests = engine.evaluate(JSON.parse(batch), bindings) as readonly {
      path: string;
      body: object;
    }[];
    return requests.map(({ path, body }) => ({ path, body: JSON.stringify(body) }));
  },
};
