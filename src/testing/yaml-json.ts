import type { DocumentScalar, DocumentValue } from "../compiler/frontend/document/tree.ts";
import type { Json } from "../runtime/emitted/json.ts";

/** Returns a YAML value as JSON; an integer keeps all its digits, as in a batch. */
export function jsonOfYaml(value: DocumentValue): Json {
  switch (value.kind) {
    case "scalar":
      return jsonOfScalar(value);
    case "list":
      return value.items.map(jsonOfYaml);
    case "map": {
      const object: Record<string, Json> = Object.create(null);
      for (const { key, value: inner } of value.pairs) object[key.text] = jsonOfYaml(inner);
      return object;
    }
  }
}

function jsonOfScalar({ value, text }: DocumentScalar): Json {
  if (typeof value !== "number") return value;
  if (/^[-+]?\d+$/.test(text) && !Number.isSafeInteger(value)) return BigInt(text.replace("+", ""));
  // JSON has neither `.inf` nor `.nan`; a batch that has them means the text.
  return Number.isFinite(value) ? value : text;
}
