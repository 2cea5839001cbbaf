import type { EventEntry, Program } from "../compiler/check/program.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";

/** A time in the past that every batch made here has: the same waybill gives the same batches. */
const time = 1767225600000;

/** Returns the smallest batch that passes the gate of a waybill, its condition apart. */
export function baseBatch({ source, profile }: Program): JsonObject {
  const [platform = "custom_feeds"] = source.platforms.value;
  const { value: environments } = source.environments;
  const environment = environments.includes("production") ? "production" : environments[0];
  const types = [source.loginIdentities.value[0], profile.externalId.value].filter(
    (type) => type !== undefined && type !== "mpid",
  );
  return {
    mpid: "1000000000000000001",
    batch_id: "1",
    timestamp_unixtime_ms: time,
    ...(platform === "custom_feeds" ? {} : { device_info: { platform } }),
    ...(environment === "production" || environment === undefined ? {} : { environment }),
    user_identities: Object.fromEntries(types.map((type) => [type, "generated-1"])),
  };
}

/** Returns an event that an entry matches, its condition apart. */
export function eventFor({ name, type }: EventEntry, isScreen: boolean): JsonObject {
  const data = {
    event_id: "1",
    [isScreen ? "screen_name" : "event_name"]: name,
    ...(type === undefined ? {} : { custom_event_type: type }),
  };
  return { event_type: isScreen ? "screen_view" : "custom_event", data };
}

/** Returns the batch with a value at a path of keys and positions; without one where it is undefined. */
export function withValue(
  json: Json | undefined,
  path: readonly (string | number)[],
  value: Json | undefined,
): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (typeof step === "number") {
    const list: Json[] = Array.isArray(json) ? [...json] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const object: Record<string, Json> = Object.assign(Object.create(null), json);
  if (rest.length === 0 && value === undefined) delete object[step];
  else object[step] = withValue(object[step], rest, value);
  return object;
}
