import { createRequire } from "node:module";
import type { Contender, MadeRequest } from "../contenders/contender.ts";
import { pathOf, pick } from "../contenders/hand-written.ts";
import { events, mappedUserAttributes, type Pair, reservedFields, screens } from "../workload/plan.ts";

/** What is used of the library. */
interface MappingKit {
  transform(mapping: object, payload: object): object;
}

const paths = (part: string, pairs: readonly Pair[]) =>
  Object.fromEntries(pairs.map(([, key]) => [key, { "@path": `$.${part}.${key}` }]));

const profileMapping = {
  user: {
    email: { "@path": "$.email" },
    ...paths("traits", reservedFields),
    user_profile: { mpid: { "@path": "$.mpid" }, ...paths("traits", mappedUserAttributes) },
  },
};

const eventMapping = (to: string, attributes: readonly Pair[]) => ({
  events: {
    [to]: {
      transaction_id: { "@path": "$.messageId" },
      qty: "1",
      date: { "@path": "$.timestamp" },
      ...(attributes.length > 0 ? { context: paths("properties", attributes) } : {}),
    },
  },
});

const eventMappings = new Map(
  events.map(({ name, to, attributes }) => [name, { mapping: eventMapping(to, attributes), attributes }]),
);
const screenMappings = new Map(
  screens.map(([name, to]) => [name, { mapping: eventMapping(to, []), attributes: [] }]),
);

const require = createRequire(import.meta.url);
// The library is not installed with Waybill, and so neither are its types.
const { transform } = require("@segment/actions-core/mapping-kit") as MappingKit;

// biome-ignore lint/suspicious/noExplicitAny: code by hand reads JSON as it comes.
function mapBatch(batch: any): readonly MadeRequest[] {
  const id = batch.user_identities?.customer_id;
  if (!id) return [];
  const path = pathOf(id);
  // Paths end at dots and spaces, and mapping-kit makes no texts: names and values are made ready by hand.
  const traits = pick(batch.user_attributes, [...reservedFields, ...mappedUserAttributes]);
  const profile = transform(profileMapping, { email: batch.user_identities.email, mpid: batch.mpid, traits });
  const requests = [{ path, body: JSON.stringify(profile) }];
  for (const { event_type, data } of batch.events) {
    const plan =
      event_type === "custom_event"
        ? eventMappings.get(data.event_name)
        : event_type === "screen_view"
          ? screenMappings.get(data.screen_name)
          : undefined;
    if (plan === undefined) continue;
    const properties = pick(data.custom_attributes, plan.attributes);
    const timestamp = new Date(data.timestamp_unixtime_ms).toISOString();
    const made = transform(plan.mapping, { messageId: data.event_id, timestamp, properties });
    requests.push({ path: `${path}/events`, body: JSON.stringify(made) });
  }
  return requests;
}

/** Segment's mapping-kit, each event led straight to its own mapping. */
export const contender: Contender = {
  name: "Segment 3.170.0",
  run: (batch) => mapBatch(JSON.parse(batch)),
};
