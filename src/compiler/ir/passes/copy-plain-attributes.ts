import type { IrAttribute, IrEvents, IrModule } from "../ir.ts";
import type { Pass } from "./pass.ts";

/**
 * Copies plain attributes.
 * Attributes of one name that are sent as they are, without a condition, need no record of what was taken. They are sent
 * together, with one look at each attribute that is given instead of a search for each that is listed, and with keys that
 * are JSON already.
 */
export const copyPlainAttributes: Pass = {
  name: "copy-plain-attributes",
  run: (module) => ({
    ...module,
    profile: {
      ...module.profile,
      fields: module.profile.fields.map(copied),
      attributes: module.profile.attributes.map(copied),
    },
    customEvents: copiedIn(module.customEvents),
    screenViews: copiedIn(module.screenViews),
  }),
};

function copiedIn(events: IrEvents): IrModule["customEvents"] {
  const groups = events.groups.map((group) => ({
    ...group,
    entries: group.entries.map((entry) => ({ ...entry, attributes: entry.attributes.map(copied) })),
  }));
  return { ...events, groups };
}

function copied(attribute: IrAttribute): IrAttribute {
  const { names, value, when } = attribute;
  const isPlain = value.kind === "source" && when === undefined && names.length === 1;
  return isPlain ? { ...attribute, isCopied: true } : attribute;
}
