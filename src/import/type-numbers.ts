/** The numbers by which mParticle's SDKs know custom event types (`EventType` of the Web SDK's `types.ts`). */
export const eventTypeNumbers: ReadonlyMap<string, number> = new Map([
  ["unknown", 0],
  ["navigation", 1],
  ["location", 2],
  ["search", 3],
  ["transaction", 4],
  ["user_content", 5],
  ["user_preference", 6],
  ["social", 7],
  ["other", 8],
  ["media", 9],
]);

/** The numbers of what is sent (`MessageType` of the Web SDK): mapping hashes begin with one. */
export const messageTypes = { screen: 3, event: 4, commerce: 16 } as const;

/** The commerce events by number and name (`CommerceEventType` of the Web SDK). SessionM's output forwards none. */
export const commerceEvents: ReadonlyMap<number, string> = new Map(
  [
    "AddToCart",
    "RemoveFromCart",
    "Checkout",
    "CheckoutOption",
    "Click",
    "ViewDetail",
    "Purchase",
    "Refund",
    "PromotionView",
    "PromotionClick",
    "AddToWishlist",
    "RemoveFromWishlist",
    "Impression",
  ].map((name, index) => [index + 10, name]),
);
