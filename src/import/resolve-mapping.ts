/**
 * Takes: a row of an event-mapping setting, and the names that are known. Gives: what it says, or why that cannot be
 * told. Guarantees: nothing is guessed; a hash that may mean two things means neither.
 */
import type { MappingRow } from "./exports.ts";
import type { HashMeaning, KnownEvent, KnownNames } from "./known-names.ts";

/** What a row says. */
export type ResolvedMapping =
  | { readonly kind: "event"; readonly name: string; readonly type: string | undefined; readonly to: string }
  | { readonly kind: "screen"; readonly name: string; readonly to: string }
  /** An attribute of whichever event or screen has it. */
  | { readonly kind: "event_attribute"; readonly name: string; readonly to: string }
  /** An attribute of one event or screen. */
  | {
      readonly kind: "attribute_of";
      readonly of: KnownEvent;
      readonly name: string;
      readonly to: string;
    }
  | { readonly kind: "user_attribute"; readonly name: string; readonly to: string }
  /** mParticle's SessionM output does not forward it, so that nothing is lost. */
  | { readonly kind: "no_effect"; readonly because: string }
  | { readonly kind: "unresolved"; readonly because: string };

/** Resolves a row. */
export function resolveMapping(row: MappingRow, names: KnownNames): ResolvedMapping {
  if (row.hasConditions) return unresolved("it has conditions; write them as `when`");
  switch (row.maptype) {
    case "EventClass.Id":
    case "EventClassDetails.Id":
      return resolveEvent(row, names);
    case "EventAttributeClass.Name":
      return byName("event_attribute", row);
    case "UserAttributeClass.Name":
      return byName("user_attribute", row);
    case "EventAttributeClass.Id":
    case "EventAttributeClassDetails.Id":
    case "EventAttributeClassDetails.ScreenView.Id":
      return resolveAttribute(row, names);
    case "ProductAttributeClass.Name":
    case "ProductAttributeSelector.Name":
      return noEffect("it is about products, and mParticle's SessionM output forwards no commerce events");
    default:
      return unresolved(`there is nothing in a waybill for the type \`${row.maptype}\``);
  }
}

function resolveEvent({ jsmap, map, value }: MappingRow, names: KnownNames): ResolvedMapping {
  const hash = jsmap ?? hashIn(map);
  if (hash === undefined) return unresolved("it has no hash, and ids of mParticle's server say no name");
  const [meaning, ...others] = names.eventsOf(hash);
  if (meaning === undefined)
    return unresolved(`no event in a given data plan or list of data points has the hash ${hash}`);
  if (others.length > 0) {
    return unresolved(`the hash ${hash} is that of ${listed([meaning, ...others].map(describe))}`);
  }
  if (meaning.kind === "commerce") {
    return noEffect(`\`${meaning.name}\` is a commerce event, and mParticle's SessionM output forwards none`);
  }
  return value === undefined ? withoutValue : { ...meaning, to: value };
}

/** Android kits have the hash in the place of the server's 64-bit id. */
function hashIn(map: string | undefined): string | undefined {
  return map !== undefined && /^-?\d{1,10}$/.test(map) ? map : undefined;
}

/** The hash of an attribute does not say of which event: it is told only where one event has such an attribute. */
function resolveAttribute({ jsmap, value }: MappingRow, names: KnownNames): ResolvedMapping {
  if (jsmap === undefined) return unresolved("it has no hash, and ids of mParticle's server say no name");
  const [found, ...others] = names.attributesOf(jsmap);
  if (found === undefined)
    return unresolved(`no attribute in a given data plan or list of data points has the hash ${jsmap}`);
  if (others.length > 0) {
    const all = [found, ...others].map(({ event, attribute }) => `\`${attribute}\` of \`${event.name}\``);
    return unresolved(`the hash ${jsmap} is that of ${listed(all)}`);
  }
  if (value === undefined) return withoutValue;
  return { kind: "attribute_of", of: found.event, name: found.attribute, to: value };
}

function byName(kind: "event_attribute" | "user_attribute", { map, value }: MappingRow): ResolvedMapping {
  if (map === undefined) return unresolved("it names nothing in mParticle");
  return value === undefined ? withoutValue : { kind, name: map, to: value };
}

/** Three are enough to see what is meant. */
function listed(all: readonly string[]): string {
  const more = all.length > 3 ? ` and ${all.length - 3} more` : "";
  return `${all.slice(0, 3).join(more === "" ? " and " : ", ")}${more}`;
}

function describe(meaning: HashMeaning): string {
  const type = meaning.kind === "event" && meaning.type !== undefined ? ` (${meaning.type})` : "";
  return `\`${meaning.name}\`${type}`;
}

function unresolved(because: string): ResolvedMapping {
  return { kind: "unresolved", because };
}

function noEffect(because: string): ResolvedMapping {
  return { kind: "no_effect", because };
}

const withoutValue = unresolved("it names nothing in SessionM");
