/** Returns a number that was given to a script, or else the usual one; where it is none, says so and ends the process. */
export function readCount(name: string, given: string | undefined, usual: number): number {
  const count = given === undefined ? usual : Number(given);
  if (Number.isSafeInteger(count) && count > 0) return count;
  console.error(`${name} is a whole number from 1, not \`${given}\`.`);
  process.exit(2);
}
