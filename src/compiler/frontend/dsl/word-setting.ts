import type { IToken } from "chevrotain";
import type * as cst from "./cst-types.generated.ts";
import type { MapBuilder } from "./map-builder.ts";
import type { Place } from "./place.ts";
import { isRead } from "./read-token.ts";
import { nameOf, namesOf } from "./scalars.ts";

/** Sets the key of a statement to the word that it gives. */
export function setWord({ children }: cst.WordSettingCstNode, map: MapBuilder, place: Place): void {
  const keyword = keywordOf(children);
  if (keyword !== undefined) map.set(keyword, keyword.image, nameOf(children.name?.[0], place));
}

/** Sets the key of a statement to the names that it gives. */
export function setList({ children }: cst.ListSettingCstNode, map: MapBuilder, place: Place): void {
  const keyword = keywordOf(children);
  if (keyword !== undefined) map.set(keyword, keyword.image, namesOf(children.names?.[0], place));
}

/** Returns the keyword of a statement that begins with one of several. */
function keywordOf(children: object): IToken | undefined {
  for (const [name, tokens] of Object.entries(children)) {
    // Children whose name ends so are tokens, see `tokens.ts`.
    const [keyword] = name.endsWith("Keyword") ? (tokens as readonly IToken[]) : [];
    if (isRead(keyword)) return keyword;
  }
  return undefined;
}
