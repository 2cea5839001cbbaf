/** What `waybill serve` runs, and what the target `node` of `waybill build` bundles. */
export { runService, type ServiceBuild, type ServiceHost } from "./run-service.ts";
export { serveProcess } from "./serve-process.ts";
