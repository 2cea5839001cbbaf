/** Says whether a text begins with a part. */
export function startsWith(text: string | undefined, part: string | undefined): boolean | undefined {
  return part === undefined ? undefined : text?.startsWith(part);
}
