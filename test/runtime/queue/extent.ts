/** Returns how often to do a thing: the short form for every test run, the whole for `npm run chaos`. */
export function extent(short: number, whole: number): number {
  return process.env["CHAOS"] === "whole" ? whole : short;
}
