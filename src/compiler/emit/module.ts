import { contract } from "../../runtime/emitted/forwarder.ts";
import type { IrModule, IrOrigin } from "../ir/ir.ts";
import { version } from "../version.ts";
import { array, at, type Code, code, lineComment, lines, nameOf, rows } from "./code.ts";
import { createImports, type Imports, importableNames } from "./imports.ts";
import { createNames, type NameAllocator } from "./names.ts";

/** A module while it is emitted. */
export interface ModuleBuilder {
  readonly ir: IrModule;
  readonly imports: Imports;
  readonly names: NameAllocator;
  /** Returns `file:line` of an origin, as in requests and drops. */
  placeText(origin: IrOrigin): string;
  /** Returns the same as a literal, which the source map leads back from. */
  place(origin: IrOrigin): Code;
  /** Adds a constant above the functions and returns its name. */
  constant(name: string, value: Code): Code;
  /** Adds a lookup table, or returns the one with the same content. */
  table(name: string, pairs: readonly (readonly [from: string, to: string])[]): Code;
  /** Adds a function below those that are there. */
  define(fragment: Code): void;
  /** The whole file, with `main` at its end. */
  finish(main: Code): Code;
}

/** Returns a module without anything in it. */
export function createModule(ir: IrModule): ModuleBuilder {
  const imports = createImports();
  const names = createNames(importableNames);
  const constants: Code[] = [];
  const functions: Code[] = [];
  const tables = new Map<string, Code>();
  const constant = (text: string, value: Code) => {
    const name = nameOf(names.allocate(text, "table"));
    constants.push(code`const ${name} = ${value};`);
    return name;
  };
  const placeText = ({ source, line }: IrOrigin) => `${ir.sources[source] ?? ""}:${line}`;
  return {
    ir,
    imports,
    names,
    placeText,
    place: (origin) => at(origin, code`${placeText(origin)}`),
    constant,
    table(name, pairs) {
      const key = JSON.stringify(pairs);
      const table = tables.get(key) ?? constant(name, mapOf(pairs));
      tables.set(key, table);
      return table;
    },
    define: (fragment) => functions.push(fragment),
    finish(main) {
      const parts = [lines([banner(ir), code``, imports.statement()])];
      if (constants.length > 0) parts.push(lines(constants));
      return lines(
        [...parts, ...functions, main].flatMap((part, index) => (index === 0 ? [part] : [code``, part])),
      );
    },
  };
}

function banner({ name, sources, description }: IrModule): Code {
  const entry = sources.at(-1) ?? "";
  const made = `Forwarder \`${name}\`, made by Waybill ${version} (runtime contract ${contract}) from ${entry}.`;
  const first = lineComment(`${made} Change the waybill, not this file.`);
  return description === null ? first : lines([first, lineComment(description)]);
}

/** Returns `new Set([…])`. */
export function setOf(items: readonly string[]): Code {
  return items.length === 0 ? code`new Set<string>()` : code`new Set(${array(items)})`;
}

/** Returns `new Map([[from, to], …])`. */
export function mapOf(pairs: readonly (readonly [from: string, to: string])[]): Code {
  return mapOfRows(pairs.map((pair) => array(pair)));
}

/** Returns the same of rows that are code already. */
export function mapOfRows(pairs: readonly Code[]): Code {
  return pairs.length === 0 ? code`new Map<string, string>()` : code`new Map(${rows(pairs)})`;
}
