/** Whether this is `npm run chaos`: as much as proves a thing, however long it takes. */
export const isWhole = process.env["CHAOS"] === "whole";

/** Returns how often to do a thing: the short form for every test run, the whole for `npm run chaos`. */
export function extent(short: number, whole: number): number {
  return isWhole ? whole : short;
}
