import type { WaybillNode } from "../../ast/nodes.ts";
import type { Layout } from "../attach-comments.ts";

/** Returns how deep things stand in a YAML file: by the indentation of their line. */
export function yamlLayout({ span }: WaybillNode): Layout {
  const { text } = span.file;
  return {
    hasListKeys: true,
    levelOf(offset) {
      const line = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
      return /^[ \ufeff]*/.exec(text.slice(line, offset))?.[0].replace("\ufeff", "").length ?? 0;
    },
  };
}
