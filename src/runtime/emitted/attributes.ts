import type { Json } from "./json.ts";
import { type Listing, listMembers } from "./listing.ts";
import { absent, type Node, type Tape } from "./tape/tape.ts";
import { valueAt } from "./tape/values.ts";

/** The attributes of a member or of an event, of which nothing is read until somebody asks. */
export interface Attributes {
  readonly tape: Tape;
  /** The object that they are members of. */
  readonly node: Node;
  /** Their names and values; made when first needed. */
  listing: Listing | undefined;
  /** Where each name is in the listing; made when first needed. */
  indexes: ReadonlyMap<string, number> | undefined;
}

/** Returns the attributes that are the members of an object; none where the node is no object. */
export function attributesAt(tape: Tape, node: Node): Attributes {
  return { tape, node, listing: undefined, indexes: undefined };
}

/** Returns the names and the values. */
export function listingOf(attributes: Attributes): Listing {
  attributes.listing ??= listMembers(attributes.tape, attributes.node);
  return attributes.listing;
}

/** Returns the attribute of exactly this name; absent where there is none. */
export function attributeNode(attributes: Attributes, name: string): Node {
  const { names, nodes } = listingOf(attributes);
  attributes.indexes ??= new Map(names.map((listed, index) => [listed, index]));
  return nodes[attributes.indexes.get(name) ?? -1] ?? absent;
}

/** Returns the value of the attribute of exactly this name; undefined where there is none. */
export function attributeValue(attributes: Attributes, name: string): Json | undefined {
  return valueAt(attributes.tape, attributeNode(attributes, name));
}
