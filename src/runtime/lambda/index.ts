/** What the target `lambda` of `waybill build` bundles. */
export { createHandler, type Handler, type HandlerOptions } from "./handler.ts";
