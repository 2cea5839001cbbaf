import { parseDocument } from "yaml";
import { yamlStyle } from "./yaml-nodes.ts";

/** Returns a YAML file that is laid out anew, as it stands: for one with aliases, which a tree does not keep. */
export function tidyYaml(text: string): string {
  return parseDocument(text, { schema: "core", version: "1.2", merge: false }).toString(yamlStyle);
}
