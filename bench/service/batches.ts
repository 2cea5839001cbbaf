/** Batches of about 3 kB, as many as wanted: each another one, of one of so many members. */

const names = ["Order Completed", "Store Visit", "Offer Opened", "Reward Redeemed"];

/** The waybill that maps them: a profile with eight attributes, and four events with eight each. */
export const waybill = `waybill: 1
name: bench
connection: { host: "\${SESSIONM_HOST}", api_key: "\${SESSIONM_API_KEY}", api_secret: "\${SESSIONM_API_SECRET}" }
casing: { user_attributes: snake_case, event_attributes: snake_case }
profile:
  send: always
  identities: { email: email }
  reserved_fields: default
  attributes: [${Array.from({ length: 8 }, (_, index) => `Member Trait ${index}`).join(", ")}]
events:
${names
  .map(
    (name) => `  - event: ${name}
    to: ${name.toLowerCase().replaceAll(" ", "_")}
    attributes: [${Array.from({ length: 8 }, (_, index) => `Detail ${index}`).join(", ")}]
`,
  )
  .join("")}`;

/** Requests that each batch gives: a profile and its events. */
export const requestsOfBatch = 1 + names.length;

/** Returns one batch; another number is another batch. */
export function batchText(number: number, members: number): string {
  const member = number % members;
  const time = 1_767_225_600_000 + number * 1000;
  return JSON.stringify({
    mpid: `${7_000_000_000_000_000_000n + BigInt(member)}`,
    batch_id: `${5_000_000_000n + BigInt(number)}`,
    timestamp_unixtime_ms: time,
    environment: "production",
    device_info: { platform: "iOS", os_version: "19.1", device_model: "iPhone17,2", locale: "en_US" },
    user_identities: { customer_id: `C-${member}`, email: `member${member}@example.com` },
    user_attributes: {
      $FirstName: "Pat",
      $City: "Springfield",
      ...Object.fromEntries(
        Array.from({ length: 14 }, (_, index) => [
          `Member Trait ${index}`,
          `value ${(number * 7 + index) % 997}`,
        ]),
      ),
    },
    events: names.map((name, position) => ({
      event_type: "custom_event",
      data: {
        event_id: `${number * 10 + position}`,
        event_name: name,
        custom_event_type: "transaction",
        timestamp_unixtime_ms: time + position,
        custom_attributes: Object.fromEntries(
          Array.from({ length: 10 }, (_, index) => [`Detail ${index}`, `text of a detail ${number % 89}`]),
        ),
      },
    })),
  });
}
