/**
 * The names of members as numbers. A few hundred names come with every batch: the text of each is made once, and two of
 * them are the same where their numbers are.
 */

/** More names than these, and longer ones, are not numbered: whoever makes up names only makes their own batches slow. */
export const mostNames = 4_096;
const longestName = 64;
const mostUnits = 16 * mostNames;

/** A name is looked for in so many slots: one that is not there by then has no number. */
const mostSlots = 8;
const slotMask = 4 * mostNames - 1;

const slots = /* @__PURE__ */ new Int16Array(slotMask + 1);
const hashes = /* @__PURE__ */ new Int32Array(mostNames);
/** Where the UTF-16 code units of each name begin; those of the last end where the next one would begin. */
const starts = /* @__PURE__ */ new Int32Array(mostNames + 1);
const units = /* @__PURE__ */ new Uint16Array(mostUnits);
const texts: string[] = [];

/** Names that the runtime itself looks for come first, and are never forgotten. */
const own: string[] = [];
const state = { isFull: false };

/** What a name has in place of a number where it has none. */
export const unnumbered = -1;

/** Returns the number of a name that the runtime looks for; for constants of modules. */
export function numberOfName(name: string): number {
  if (texts.length > own.length) forgetNames();
  if (!own.includes(name)) own.push(name);
  return numberOf(name);
}

/** Returns the text of a name. */
export function nameOf(number: number): string {
  return texts[number] ?? "";
}

/** Makes room for other names where there is none left; numbers that were given out no longer count. */
export function makeRoomForNames(): void {
  if (state.isFull) forgetNames();
}

function forgetNames(): void {
  state.isFull = false;
  texts.length = 0;
  slots.fill(0);
  for (const name of own) numberOf(name);
}

/** Returns the number of a name that is a text already; `unnumbered` where there is none. */
export function numberOf(name: string): number {
  const nameUnits = new Uint16Array(name.length);
  let hash = 0;
  for (let index = 0; index < name.length; index++) {
    nameUnits[index] = name.charCodeAt(index);
    hash = nextHash(hash, name.charCodeAt(index));
  }
  return findNumber(nameUnits, 0, name.length, hash);
}

/** Returns the hash of a name that goes on with a code unit. */
export function nextHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

/** Returns the number of the name that stands from `start` to `end`; a new one where it is new, and there is room. */
export function findNumber(source: Uint16Array, start: number, end: number, hash: number): number {
  let slot = (hash ^ (hash >>> 15)) & slotMask;
  for (let tries = 0; tries < mostSlots; tries++) {
    const number = (slots[slot] as number) - 1;
    if (number < 0) return addName(source, start, end, hash, slot);
    if (hashes[number] === hash && isName(number, source, start, end)) return number;
    slot = (slot + 1) & slotMask;
  }
  return unnumbered;
}

function isName(number: number, source: Uint16Array, start: number, end: number): boolean {
  const first = starts[number] as number;
  const length = end - start;
  if ((starts[number + 1] as number) - first !== length) return false;
  for (let index = 0; index < length; index++) {
    if (units[first + index] !== source[start + index]) return false;
  }
  return true;
}

function addName(source: Uint16Array, start: number, end: number, hash: number, slot: number): number {
  if (end - start > longestName) return unnumbered;
  const number = texts.length;
  const first = starts[number] ?? 0;
  if (number === mostNames || first + end - start > mostUnits) {
    state.isFull = true;
    return unnumbered;
  }
  const name = source.subarray(start, end);
  units.set(name, first);
  starts[number + 1] = first + name.length;
  hashes[number] = hash;
  slots[slot] = number + 1;
  texts.push(String.fromCharCode(...name));
  return number;
}
