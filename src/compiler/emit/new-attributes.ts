import type { IrKey, IrNewAttributes } from "../ir/ir.ts";
import {
  at,
  block,
  type Code,
  call,
  code,
  docComment,
  identifier,
  lines,
  nameOf,
  object,
  type Printable,
  when,
} from "./code.ts";
import { type ModuleBuilder, mapOf, setOf } from "./module.ts";

/** Returns the statement that sends user attributes that no entry names, if the waybill forwards them. */
export function newUserAttributes(module: ModuleBuilder): readonly Code[] {
  const { ir, imports } = module;
  const options = ir.profile.newAttributes;
  if (options === null) return [];
  const constant = optionsConstant("new user attributes", options, module);
  const mayBeNew = imports.value("mayBeNewUserAttribute");
  return [
    code`${call(imports.value("sendNewAttributes"), [code`custom`, code`given`, mayBeNew, constant])};`,
  ];
}

/** Returns the statement that sends event attributes that no entry names, if the entry forwards them. */
export function newEventAttributes(
  entry: string,
  options: IrNewAttributes | null,
  module: ModuleBuilder,
): readonly Code[] {
  if (options === null) return [];
  const { imports } = module;
  const constant = optionsConstant(`new ${entry} attributes`, options, module);
  const mayBeNew = imports.value("mayBeNewEventAttribute");
  return [
    code`${call(imports.value("sendNewAttributes"), [code`context`, code`given`, mayBeNew, constant])};`,
  ];
}

function optionsConstant(name: string, options: IrNewAttributes, module: ModuleBuilder): Code {
  const members: (readonly [string, Printable])[] = [
    ["declared", setOf(options.declared)],
    ...(options.reserved.length === 0 ? [] : ([["reserved", setOf(options.reserved)]] as const)),
    ["keys", setOf(options.keys)],
    ["makeKey", keyFunction(name, options, module)],
  ];
  if (options.defined !== null) members.push(["defined", setOf(options.defined)]);
  if (options.room !== null) members.push(["room", options.room]);
  members.push(["at", module.place(options.origin)]);
  const value = object(members.map(([key, member]) => [identifier(key), member]));
  return module.constant(name, at(options.origin, value));
}

function keyFunction(name: string, { key, defined }: IrNewAttributes, module: ModuleBuilder): Code {
  const { imports, names, define } = module;
  const functionName = nameOf(names.allocate(`key of ${name}`, "key"));
  const parameter = key.normalise ? code`name: string` : code`key: string`;
  const body = [
    ...(key.normalise ? [code`const key = ${call(imports.value("normaliseKey"), [code`name`])};`] : []),
    ...ruleStatements(key, module),
    ...resultStatements(key, defined, module),
  ];
  const comment = docComment("The key of an attribute that no entry names.");
  define(lines([comment, block(code`function ${functionName}(${parameter}): string`, body)]));
  return functionName;
}

function ruleStatements({ rules }: IrKey, { imports }: ModuleBuilder): readonly Code[] {
  if (rules.length === 0) return [];
  const tests = rules.map(({ match, to }) => {
    return when(call(imports.value("matchesGlob"), [match, code`key`]), code`return ${to};`);
  });
  return [code`if (key === "") return key;`, ...tests];
}

function resultStatements(
  { style, spellings }: IrKey,
  defined: readonly string[] | null,
  module: ModuleBuilder,
): readonly Code[] {
  const { imports } = module;
  if (spellings !== null) {
    const asDefined = module.constant("spellings of defined attributes", mapOf(spellings));
    const names = module.constant("defined attributes", setOf(defined ?? []));
    const folded = call(imports.value("asciiLower"), [code`key`]);
    return [code`return ${names}.has(key) ? key : (${asDefined}.get(${folded}) ?? key);`];
  }
  if (style === "preserve") return [code`return key;`];
  return [code`return ${call(imports.value("styleKey"), [code`key`, style])};`];
}
