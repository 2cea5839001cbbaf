import { createRequire } from "node:module";
import type { Contender } from "../contenders/contender.ts";
import { events, mappedUserAttributes, type Pair, reservedFields, screens } from "../workload/plan.ts";

/** What is used of the library. */
interface Expression {
  assign(name: string, value: unknown): void;
  evaluate(input: unknown): Promise<readonly { readonly path: string; readonly body: unknown }[] | undefined>;
}

const program = `(
  $str := function($v){ $type($v) = "array" ? $join($map($v, function($x){ $string($x) }), ",") : $string($v) };
  $pick := function($from, $pairs){
    $merge([$pairs.( $v := $lookup($from, name); $exists($v) and $v != null ? { key: $str($v) } : {} )])
  };
  $id := user_identities.customer_id;
  $path := "/priv/v1/apps/{api_key}/external/users/" & $encodeUrlComponent($id);
  $id ? [
    {
      "path": $path,
      "body": { "user": $merge([
        { "email": user_identities.email },
        $pick(user_attributes, $reserved),
        { "user_profile": $merge([{ "mpid": mpid }, $pick(user_attributes, $user)]) }
      ]) }
    },
    events.(
      $plan := event_type = "custom_event" ? $lookup($events, data.event_name)
        : event_type = "screen_view" ? $lookup($screens, data.screen_name);
      $context := $pick(data.custom_attributes, $plan.attributes);
      $plan ? {
        "path": $path & "/events",
        "body": { "events": { $plan.to: $merge([
          { "transaction_id": data.event_id, "qty": "1", "date": $fromMillis(data.timestamp_unixtime_ms) },
          $count($keys($context)) > 0 ? { "context": $context } : {}
        ]) } }
      }
    )
  ] : []
)`;

const named = (pairs: readonly Pair[]) => pairs.map(([name, key]) => ({ name, key }));

const require = createRequire(import.meta.url);
// The library is not installed with Waybill, and so neither are its types.
const jsonata = require("jsonata") as (text: string) => Expression;
const expression = jsonata(program);
expression.assign("reserved", named(reservedFields));
expression.assign("user", named(mappedUserAttributes));
expression.assign(
  "events",
  Object.fromEntries(events.map(({ name, to, attributes }) => [name, { to, attributes: named(attributes) }])),
);
expression.assign("screens", Object.fromEntries(screens.map(([name, to]) => [name, { to, attributes: [] }])));

/** The whole job in one JSONata expression. */
export const contender: Contender = {
  name: "JSONata 2.2.2",
  async run(batch) {
    const requests = (await expression.evaluate(JSON.parse(batch))) ?? [];
    return requests.map(({ path, body }) => ({ path, body: JSON.stringify(body) }));
  },
};
