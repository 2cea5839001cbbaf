import { asciiLower } from "../../../runtime/emitted/ascii.ts";
import type { Pass } from "./pass.ts";

/**
 * Indexes reserved names.
 * Sources of reserved fields match ignoring case even where names are exact. Without knowing them, every attribute of
 * the member would be indexed for the sake of a few.
 */
export const indexReservedNames: Pass = {
  name: "index-reserved-names",
  run(module) {
    const { fields } = module.profile;
    if (module.names !== "exact" || fields.length === 0) return module;
    const reservedNames = [...new Set(fields.flatMap(({ names }) => names.map(asciiLower)))].sort();
    return { ...module, profile: { ...module.profile, reservedNames } };
  },
};
