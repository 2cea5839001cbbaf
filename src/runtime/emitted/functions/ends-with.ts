/** Says whether a text ends with a part. */
export function endsWith(text: string | undefined, part: string | undefined): boolean | undefined {
  return part === undefined ? undefined : text?.endsWith(part);
}
