/** What a good engineer would write for the workload by hand: no drops, and no care for odd batches. */
import { events, mappedUserAttributes, type Pair, reservedFields, screens } from "../workload/plan.ts";
import type { Contender, MadeRequest } from "./contender.ts";

const eventPlans = new Map(events.map((event) => [event.name, event]));
const screenNames = new Map(screens);

// What a batch has is not typed: the code reads what mParticle documents.
// biome-ignore lint/suspicious/noExplicitAny: code by hand reads JSON as it comes.
type Batch = any;

export function toText(value: unknown): string {
  return Array.isArray(value) ? value.map(toText).join(",") : String(value);
}

/** Returns the attributes that are there and not null, as texts under their keys. */
export function pick(values: Readonly<Record<string, unknown>> | undefined, pairs: readonly Pair[]) {
  const picked: Record<string, string> = {};
  for (const [name, key] of pairs) {
    const value = values?.[name];
    if (value !== null && value !== undefined) picked[key] = toText(value);
  }
  return picked;
}

/** Returns the path of a member. */
export function pathOf(id: string): string {
  return `/priv/v1/apps/{api_key}/external/users/${encodeURIComponent(id)}`;
}

/** Returns the requests of a parsed batch, their bodies as objects. */
export function mapByHand(batch: Batch): readonly { readonly path: string; readonly body: object }[] {
  const id = batch.user_identities?.customer_id;
  if (!id) return [];
  const path = pathOf(id);
  const user = {
    email: batch.user_identities.email,
    ...pick(batch.user_attributes, reservedFields),
    user_profile: { mpid: batch.mpid, ...pick(batch.user_attributes, mappedUserAttributes) },
  };
  const requests: { path: string; body: object }[] = [{ path, body: { user } }];
  for (const { event_type, data } of batch.events ?? []) {
    const isCustom = event_type === "custom_event";
    const plan = isCustom ? eventPlans.get(data.event_name) : undefined;
    const to = plan?.to ?? (event_type === "screen_view" ? screenNames.get(data.screen_name) : undefined);
    if (to === undefined) continue;
    const context = pick(data.custom_attributes, plan?.attributes ?? []);
    const event = {
      transaction_id: data.event_id,
      qty: "1",
      date: new Date(data.timestamp_unixtime_ms).toISOString(),
      ...(Object.keys(context).length > 0 ? { context } : {}),
    };
    requests.push({ path: `${path}/events`, body: { events: { [to]: event } } });
  }
  return requests;
}

export const handWritten: Contender = {
  name: "by hand",
  run: (batch) =>
    mapByHand(JSON.parse(batch)).map(({ path, body }): MadeRequest => ({ path, body: JSON.stringify(body) })),
};
