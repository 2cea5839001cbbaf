import type { IToken } from "chevrotain";
import type { DocumentMap, DocumentPair, DocumentScalar, DocumentValue } from "../document/tree.ts";
import type { Place } from "./place.ts";
import { isRead } from "./read-token.ts";

/** A mapping while its statements are read. What could not be read, undefined, is left out. */
export interface MapBuilder {
  /** Sets a key that a statement states; a second statement of it is reported. */
  set(keyword: IToken | undefined, key: string, value: DocumentValue | undefined): void;
  /** Adds an item to a list of which each statement states one. */
  add(keyword: IToken | undefined, key: string, item: DocumentValue | undefined): void;
  /** The mapping under a key to which each statement adds a pair. */
  within(keyword: IToken | undefined, key: string): MapBuilder;
  /** Adds a pair whose key is a name of the user. */
  pair(key: DocumentScalar, value: DocumentValue): void;
  finish(span: DocumentMap["span"]): DocumentMap;
}

type Entry =
  | { readonly key: DocumentScalar; readonly value: DocumentValue }
  | { readonly key: DocumentScalar; readonly items: DocumentValue[] }
  | { readonly key: DocumentScalar; readonly inner: MapBuilder };

/** Returns an empty mapping. */
export function createMap(place: Place): MapBuilder {
  const entries = new Map<string, Entry>();
  const keyOf = (keyword: IToken | undefined, text: string): DocumentScalar => {
    const start = isRead(keyword) ? keyword.startOffset : 0;
    const span = place.spanOf(start, isRead(keyword) ? start + keyword.image.length : 0);
    return { kind: "scalar", span, value: text, text };
  };
  const put = (key: DocumentScalar, value: DocumentValue | undefined) => {
    if (value === undefined) return;
    const first = entries.get(key.text);
    if (first === undefined) entries.set(key.text, { key, value });
    else reportTwice(key, first.key, place);
  };
  return {
    set: (keyword, key, value) => put(keyOf(keyword, key), value),
    add(keyword, key, item) {
      const known = entries.get(key);
      if (item === undefined) return;
      if (known !== undefined && "items" in known) known.items.push(item);
      else entries.set(key, { key: keyOf(keyword, key), items: [item] });
    },
    within(keyword, key) {
      const known = entries.get(key);
      if (known !== undefined && "inner" in known) return known.inner;
      const inner = createMap(place);
      entries.set(key, { key: keyOf(keyword, key), inner });
      return inner;
    },
    pair: put,
    finish: (span) => ({ kind: "map", span, pairs: [...entries.values()].map(pairOf) }),
  };
}

function pairOf(entry: Entry): DocumentPair {
  const { key } = entry;
  if ("value" in entry) return { key, value: entry.value };
  if ("inner" in entry) return { key, value: entry.inner.finish(key.span) };
  return { key, value: { kind: "list", span: key.span, items: entry.items } };
}

function reportTwice(key: DocumentScalar, first: DocumentScalar, { report }: Place): void {
  report("duplicate-key", key.span, { key: key.text }, [{ span: first.span, text: "first written here" }]);
}
