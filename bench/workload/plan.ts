/** What the waybill of both workloads maps; the contenders that are written by hand map the same. */

/** An attribute: its name in the batch, and the key it goes out under. */
export type Pair = readonly [name: string, key: string];

export interface EventPlan {
  readonly name: string;
  readonly to: string;
  readonly attributes: readonly Pair[];
}

const userWords = [
  "Favorite Store",
  "loyalty-tier",
  "TOTAL.points",
  "lastPurchaseDate",
  "preferred language",
  "emailOptIn",
  "sms-opt-in",
  "PUSH_ENABLED",
  "lifetime.value",
  "Avg Order Value",
  "birthday month",
  "anniversary month",
  "householdSize",
  "Car-Owner",
  "petName",
  "Dietary Restriction",
  "store.id",
  "Region Code",
  "acquisition_channel",
  "Campaign/Source",
  "referrer url",
  "App Theme",
  "notif-frequency",
  "RewardBalance",
  "coupons.redeemed",
  "coupons.available",
  "last visit",
  "visit count",
  "cafe.visits",
  "cart abandon count",
  "wishlist.size",
  "member since",
  "segmentIDs",
  "risk Score",
  "is_vip",
] as const;

const eventWords = [
  "productId",
  "Product Name",
  "category",
  "sub-category",
  "PRICE",
  "quantity",
  "currency",
  "discount.code",
  "cart_total",
  "payment method",
  "store id",
  "delivery-type",
  "eta.minutes",
  "order ID",
  "item count",
  "is_gift",
  "gift message",
  "coupon",
  "search term",
  "result.count",
  "position",
  "list name",
  "Screen Source",
  "referrer",
  "ab.variant",
  "latency_ms",
  "tip amount",
  "tax",
  "subtotal",
  "reward points",
  "offer id",
  "offer Name",
  "tier before",
  "channel",
  "deep-link",
  "rating",
  "photo count",
  "app section",
  "checkout step",
  "pickup time",
] as const;

const verbs = [
  "Viewed",
  "Added",
  "Removed",
  "Completed",
  "Started",
  "Redeemed",
  "Shared",
  "Saved",
  "Opened",
  "Dismissed",
];
const things = ["Product", "Cart Item", "Checkout", "Order", "Offer", "Reward", "Coupon", "Survey"];
const screenWords = [
  "Home",
  "Menu",
  "Cart",
  "Checkout",
  "Rewards",
  "Offers",
  "Profile",
  "Store",
  "Inbox",
  "Scan",
];

const snake = (name: string) => name.replace(/[^A-Za-z0-9]/g, "_").toLowerCase();

const allEvents = things.flatMap((thing) => verbs.map((verb) => `${verb} ${thing}`));
const allScreens = screenWords.flatMap((screen) => [screen, `${screen} Detail`, `${screen} List`]);

/** The attributes that an event comes with: always the same for one name, as apps send them. */
export function attributesOf(event: string): readonly string[] {
  const start = [...event].reduce((sum, character) => sum + character.charCodeAt(0), 0);
  const count = 3 + (start % 14);
  return eventWords.filter((_, index) => (index * 7 + start) % eventWords.length < count);
}

/** The user attributes of every batch; 20 of 35 are mapped. */
export const userAttributes: readonly string[] = userWords;
export const mappedUserAttributes: readonly Pair[] = userWords
  .filter((_, index) => (index * 8) % 35 < 20)
  .map((name) => [name, snake(name)]);

export const reservedFields: readonly Pair[] = [
  ["$FirstName", "first_name"],
  ["$LastName", "last_name"],
  ["$City", "city"],
  ["$Zip", "zip"],
];

/** 50 of 80 custom events, each with the first eight of its attributes. */
export const events: readonly EventPlan[] = allEvents
  .filter((_, index) => index % 8 < 5)
  .map((name) => ({
    name,
    to: snake(name),
    attributes: attributesOf(name)
      .slice(0, 8)
      .map((attribute) => [attribute, snake(attribute)]),
  }));
export const unmappedEvents: readonly string[] = allEvents.filter((_, index) => index % 8 >= 5);

/** 20 of 30 screens, without attributes. */
export const screens: readonly Pair[] = allScreens
  .filter((_, index) => index % 3 < 2)
  .map((name) => [name, `screen_${snake(name)}`]);
export const unmappedScreens: readonly string[] = allScreens.filter((_, index) => index % 3 === 2);

const attributeEntry = ([attribute, to]: Pair) => ({ attribute, to });

/** Returns the waybill. */
export function workloadWaybill(): string {
  return JSON.stringify({
    waybill: 1,
    name: "workload",
    connection: {
      host: "${SESSIONM_HOST}",
      api_key: "${SESSIONM_API_KEY}",
      api_secret: "${SESSIONM_API_SECRET}",
    },
    profile: {
      external_id: "customer_id",
      identities: { email: "email", mpid: { attribute: "mpid" } },
      reserved_fields: reservedFields.map(attributeEntry),
      attributes: mappedUserAttributes.map(attributeEntry),
    },
    events: events.map(({ name, to, attributes }) => ({
      event: name,
      to,
      attributes: attributes.map(attributeEntry),
    })),
    screens: screens.map(([screen, to]) => ({ screen, to })),
  });
}
