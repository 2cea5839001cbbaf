/** Names that the language knows by itself. */

/** The ten platforms of mParticle's SessionM output. */
export const allPlatforms: readonly string[] = [
  "ios",
  "android",
  "fire_tv",
  "alexa",
  "mobile_web",
  "custom_feeds",
  "roku",
  "smart_tv",
  "tvos",
  "xbox",
];

/** The environments of a batch. */
export const environments: readonly string[] = ["production", "development"];

/** The custom event types of mParticle. */
export const eventTypes: readonly string[] = [
  "navigation",
  "location",
  "search",
  "transaction",
  "user_content",
  "user_preference",
  "social",
  "media",
  "other",
  "attribution",
  "unknown",
];

/** The identity types of a batch, by the batch's own names. */
export const identityTypes: readonly string[] = [
  "customer_id",
  "email",
  "other",
  ...Array.from({ length: 9 }, (_, index) => `other_id_${index + 2}`),
  "mobile_number",
  "phone_number_2",
  "phone_number_3",
  "facebook",
  "twitter",
  "google",
  "microsoft",
  "yahoo",
  "alias",
  "facebook_custom_audience_id",
];

/** mParticle's eight reserved user attributes and the fields of SessionM's user that they fill (§4.8). */
export const defaultFields: ReadonlyMap<string, string> = new Map([
  ["$FirstName", "first_name"],
  ["$LastName", "last_name"],
  ["$Gender", "gender"],
  ["$Country", "country"],
  ["$State", "state"],
  ["$City", "city"],
  ["$Zip", "zip"],
  ["$Address", "address"],
]);

/** The fields of SessionM's user that a waybill may fill. */
export const userFields: readonly string[] = [
  ...defaultFields.values(),
  "address2",
  "dob",
  "email",
  "ip",
  "locale",
];

/** Says whether a target is one of SessionM's phone numbers, which are replaced as a whole array. */
export function isPhoneTarget(field: string): boolean {
  return /^(?:phone|mobile)(?:_?numbers?)?(?:_?\d)?$/i.test(field);
}

/** How deep sets may stand in sets, and how many attributes may come from sets in all. */
export const setLimits = { depth: 64, attributes: 50_000 } as const;

/** How many attributes SessionM takes: custom ones of a profile, and of one event. */
export const attributeLimits = { profile: 200, event: 10 } as const;
