import type { IrAttribute, IrValue } from "../ir/ir.ts";
import { array, at, type Code, call, code, type Printable } from "./code.ts";
import type { ModuleBuilder } from "./module.ts";

/** Returns the statement that sends an attribute, or a reserved field, from what was given. */
export function attributeStatement(
  attribute: IrAttribute,
  fields: Code,
  take: "take" | "takeReserved",
  module: ModuleBuilder,
): Code {
  const { imports, place } = module;
  const { key, names, value, origin } = attribute;
  const [first, ...others] = names;
  const source: Printable = others.length === 0 ? (first ?? "") : array(names);
  const taken = call(imports.value(take), [code`given`, source, place(origin)]);
  const [send, extra] = sender(value, names[0] ?? key, module);
  return at(origin, code`${call(send, [fields, key, taken, ...extra])};`);
}

function sender(
  value: IrValue,
  name: string,
  module: ModuleBuilder,
): [send: Code, extra: readonly Printable[]] {
  const { imports } = module;
  switch (value.kind) {
    case "source":
      return [imports.value("send"), []];
    case "text":
      return [imports.value("sendText"), [value.text]];
    case "lookup": {
      const table = module.table(`${name} table`, value.table);
      return [imports.value("sendLookup"), [table, ...(value.otherwise === null ? [] : [value.otherwise])]];
    }
  }
}
