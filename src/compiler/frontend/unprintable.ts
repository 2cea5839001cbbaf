/** Returns the error of a tree that was not read as a whole: whoever prints trees asks before. */
export function unprintable(): Error {
  return new Error("A part that could not be read cannot be printed.");
}
