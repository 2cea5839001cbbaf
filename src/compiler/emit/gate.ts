import type { IrGateStep } from "../ir/ir.ts";
import { array, at, type Code, call, code, when } from "./code.ts";
import { negatedTestCode } from "./expression.ts";
import { type ModuleBuilder, setOf } from "./module.ts";

/** Returns the statements that drop a batch, each on its own line. */
export function gateStatements(module: ModuleBuilder): readonly Code[] {
  const { ir, imports, place } = module;
  return ir.gate.flatMap((step) => {
    const drop = call(imports.value("dropBatch"), [code`out`, step.reason, place(step.origin)]);
    const test = at(step.origin, when(failure(step, module), code`return ${drop};`));
    return step.reason === "bad_external_id" ? [externalId(module), test] : [test];
  });
}

function failure(step: IrGateStep, module: ModuleBuilder): Code {
  const { imports } = module;
  switch (step.reason) {
    case "platform": {
      const enabled = module.constant("enabled platforms", setOf(step.enabled));
      return code`!${call(imports.value("isOnPlatform"), [code`batch`, enabled])}`;
    }
    case "environment":
      return code`!${call(imports.value("isInEnvironment"), [code`batch`, array(step.enabled)])}`;
    case "loop":
      return call(imports.value("isFromPartner"), [code`batch`, array(step.partners)]);
    case "replay":
      return call(imports.value("isReplay"), [code`batch`]);
    case "not_logged_in":
      return code`!${call(imports.value("isLoggedIn"), [code`batch`, array(step.identities)])}`;
    case "condition":
      return negatedTestCode(step.test, { module, batch: code`batch`, name: "batch", lists: "comma" });
    case "bad_external_id":
      return code`!${call(imports.value("isUsableId"), [code`externalId`])}`;
  }
}

function externalId({ ir, imports }: ModuleBuilder): Code {
  if (ir.externalId.type === "mpid") return code`const externalId = batch.mpid;`;
  return code`const externalId = ${call(imports.value("identityOf"), [code`batch`, ir.externalId.type])};`;
}
