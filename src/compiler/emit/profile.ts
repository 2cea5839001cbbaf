import type { IrIdentity } from "../ir/ir.ts";
import { type AttributeTarget, attributeStatements } from "./attribute.ts";
import { array, at, block, type Code, call, code, docComment, lines, type Printable, when } from "./code.ts";
import { negatedTestCode } from "./expression.ts";
import { type ModuleBuilder, mapOfRows, setOf } from "./module.ts";
import { newUserAttributes } from "./new-attributes.ts";

/** Adds the function that makes the profile request of a batch. */
export function defineProfile(module: ModuleBuilder): void {
  const { imports, ir, placeText } = module;
  const { profile } = ir;
  const { lists } = profile;
  const user: AttributeTarget = { fields: code`user`, take: "takeReserved", batch: code`batch`, lists };
  const custom: AttributeTarget = { fields: code`custom`, take: "take", batch: code`batch`, lists };
  const head = code`function profile(to: ${imports.type("Addressed")}, out: ${imports.type("Outbox")}): void`;
  const body = [
    code`const { batch } = to;`,
    ...condition(module),
    code`const given = ${call(imports.value("givenUserAttributes"), givenArguments(module))};`,
    code`const user = ${call(imports.value("userFields"), [lists])};`,
    code`const custom = ${call(imports.value("customAttributes"), [lists, profile.removed])};`,
    ...identifierList(module),
    ...profile.identities.map((identity) => identityStatement(identity, module)),
    ...attributeStatements(profile.fields, "reserved", user, module),
    ...attributeStatements(profile.attributes, "profile", custom, module),
    ...newUserAttributes(module),
    ...closing(module),
  ];
  const comment = docComment(`The member's profile (${placeText(profile.origin)}).`);
  module.define(lines([comment, at(profile.origin, block(head, body))]));
}

function givenArguments(module: ModuleBuilder): readonly Printable[] {
  const { names, profile } = module.ir;
  const { reservedNames } = profile;
  if (reservedNames === undefined) return [code`batch`, names];
  return [code`batch`, names, module.constant("reserved names", setOf(reservedNames))];
}

function condition(module: ModuleBuilder): readonly Code[] {
  const { imports, ir, place } = module;
  const { when: stated, lists } = ir.profile;
  if (stated === undefined) return [];
  const unmet = negatedTestCode(stated.test, { module, batch: code`batch`, name: "profile", lists });
  const drop = call(imports.value("dropProfile"), [code`out`, place(stated.origin)]);
  return [at(stated.origin, when(unmet, code`return ${drop};`))];
}

function identifierList({ imports, ir }: ModuleBuilder): readonly Code[] {
  if (!ir.profile.identities.some(({ target }) => target === "identifier")) return [];
  return [code`const identifiers: ${imports.type("Identifier")}[] = [];`];
}

function identityStatement({ type, target, to, origin }: IrIdentity, { imports }: ModuleBuilder): Code {
  const id = type === "mpid" ? code`batch.mpid` : call(imports.value("identityOf"), [code`batch`, type]);
  if (target === "identifier") {
    return at(origin, code`${call(imports.value("sendIdentifier"), [code`identifiers`, to, id])};`);
  }
  const fields = target === "field" ? code`user` : code`custom`;
  return at(origin, code`${call(imports.value("sendIdentity"), [fields, to, id])};`);
}

function closing(module: ModuleBuilder): readonly Code[] {
  const { imports, ir, place } = module;
  const { profile } = ir;
  const hasIdentifiers = profile.identities.some(({ target }) => target === "identifier");
  const parts = hasIdentifiers
    ? code`{ user, custom, identifiers }`
    : code`{ user, custom, identifiers: [] }`;
  const identities = module.constant("enabled identities", mapOfRows(enabledIdentities(module)));
  const unlisted = place(profile.unlisted);
  return [
    code`${call(imports.value("sendProfile"), [code`out`, code`to`, parts, place(profile.origin)])};`,
    at(
      profile.unlisted,
      code`${call(imports.value("dropUserAttributes"), [code`out`, code`batch`, code`given`, unlisted])};`,
    ),
    code`${call(imports.value("dropIdentities"), [code`out`, code`batch`, identities, place(profile.origin)])};`,
  ];
}

/** The types that go out, each with its place: those that are listed, and the external id. */
function enabledIdentities({ ir, place }: ModuleBuilder): readonly Code[] {
  const enabled = new Map([[ir.externalId.type, ir.externalId.origin]]);
  for (const { type, origin } of ir.profile.identities) enabled.set(type, origin);
  // The MPID is no identity of a batch.
  enabled.delete("mpid");
  return [...enabled].map(([type, origin]) => at(origin, array([type, place(origin)])));
}
