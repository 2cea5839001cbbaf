import { authorization, type ServiceProcess } from "./service-process.ts";

/** A waybill for services that run as processes of their own. */
export const waybill = `waybill: 1
name: loyalty
connection: { host: "\${SESSIONM_HOST}", api_key: "\${SESSIONM_API_KEY}", api_secret: "\${SESSIONM_API_SECRET}" }
profile:
  identities: { email: email }
events:
  - Purchase Completed: purchase
`;

/** A batch of a member with one event; each number is another batch. */
export function batchOf(number: number, member = number): string {
  return JSON.stringify({
    mpid: `${7_000_000 + member}`,
    batch_id: `${1000 + number}`,
    user_identities: { customer_id: `C-${member}`, email: `pat${member}@example.com` },
    events: [
      {
        event_type: "custom_event",
        data: {
          event_id: `${5000 + number}`,
          event_name: "Purchase Completed",
          timestamp_unixtime_ms: 1_773_324_000_000 + number,
          custom_attributes: { Store: "Main Street" },
        },
      },
    ],
  });
}

/** POSTs a batch as mParticle does. */
export function post(service: ServiceProcess, body: string): Promise<Response> {
  const headers = { "content-type": "application/json", authorization };
  return fetch(service.batches, { method: "POST", body, headers });
}
