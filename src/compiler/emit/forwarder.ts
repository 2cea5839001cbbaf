/**
 * Takes: the IR. Gives: a TypeScript module and its source map.
 * Guarantees: it imports nothing but `waybill/runtime/emitted`, type-checks under `strict`, names what the user
 * named, and is the same to the byte for the same IR. User text stands in literals and comments only.
 */
import { contract } from "../../runtime/emitted/forwarder.ts";
import type { IrModule } from "../ir/ir.ts";
import type { SourceFile } from "../source/source-file.ts";
import { at, block, type Code, call, code, docComment, identifier, lines, object } from "./code.ts";
import { defineEvents } from "./events.ts";
import { gateStatements } from "./gate.ts";
import { createModule, type ModuleBuilder } from "./module.ts";
import { type EncodedSourceMap, print } from "./print.ts";
import { defineProfile } from "./profile.ts";

/** A forwarder as TypeScript. */
export interface EmittedModule {
  readonly code: string;
  readonly map: EncodedSourceMap;
}

/** Emits the module of a forwarder; `files` are the IR's sources. */
export function emit(ir: IrModule, files: readonly SourceFile[]): EmittedModule {
  const module = createModule(ir);
  defineProfile(module);
  const { text, map } = print(module.finish(mainFunction(module)), "forwarder.ts", files);
  return { code: text, map };
}

function mainFunction(module: ModuleBuilder): Code {
  const { ir, imports, place, placeText } = module;
  const loop = eventLoop(module);
  const body = [
    ...gateStatements(module),
    code`const to = ${call(imports.value("addressTo"), [code`batch`, code`externalId`])};`,
    code`profile(to, out);`,
    loop,
  ];
  const head = object([
    [identifier("contract"), contract],
    [identifier("at"), place(ir.origin)],
  ]);
  const create = imports.value("createForward");
  const main = block(code`export const forward = ${create}(${head}, (batch, out) =>`, body, code`);`);
  return lines([
    docComment(`Maps one mParticle batch to requests for SessionM (${placeText(ir.origin)}).`),
    at(ir.origin, main),
  ]);
}

function eventLoop(module: ModuleBuilder): Code {
  const { ir, imports, place } = module;
  const { customEvent, screenView } = defineEvents(module);
  const { origin } = ir.customEvents.unlisted;
  const events = [code`batch`, ir.names, code`out`, place(origin)];
  const loop = block(code`for (const event of ${call(imports.value("readEvents"), events)})`, [
    code`if (event.kind === "custom_event") ${customEvent}(event, to, out);`,
    code`else ${screenView}(event, to, out);`,
  ]);
  return at(origin, loop);
}
