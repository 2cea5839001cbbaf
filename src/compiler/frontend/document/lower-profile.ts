import type {
  CreateUsersNode,
  FieldItemNode,
  FieldListNode,
  IdentityNode,
  IdentityTarget,
  ProfileNode,
  SettingNode,
} from "../../ast/nodes.ts";
import { lowerAttributes, lowerItem } from "./lower-entry.ts";
import { createReader, type LowerContext, type Reader, textOf } from "./reader.ts";
import type { DocumentValue } from "./tree.ts";

/** Lowers the `profile` section; `section.span` is its key's. */
export function lowerProfile(section: Reader, context: LowerContext): ProfileNode {
  const attributes = section.value("attributes");
  return {
    kind: "Profile",
    span: section.span,
    externalId: section.text("external_id"),
    identities: lowerIdentities(section.value("identities"), context),
    reservedFields: lowerReservedFields(section, context),
    attributes: attributes && lowerAttributes(section.keySpan("attributes"), attributes, context),
    newAttributes: section.text("new_attributes"),
    lists: section.text("lists"),
    removed: section.text("removed"),
    when: section.expression("when"),
    send: section.text("send"),
    missingUsers: lowerMissingUsers(section, context),
  };
}

function lowerIdentities(value: DocumentValue | undefined, context: LowerContext): readonly IdentityNode[] {
  if (value?.kind !== "map") return [];
  return value.pairs.flatMap(({ key, value: target }) => {
    const type = textOf(key);
    const error: IdentityTarget = { kind: "Error", span: target.span };
    const lowered = context.isTainted(target) ? error : (lowerTarget(target, context) ?? error);
    return type ? [{ kind: "Identity", span: key.span, type, target: lowered }] : [];
  });
}

function lowerTarget(value: DocumentValue, context: LowerContext): IdentityTarget | undefined {
  const field = textOf(value);
  if (field !== undefined) return { kind: "Field", field };
  if (value.kind !== "map") return undefined;
  const target = createReader(value, context);
  const type = textOf(target.value("identifier"));
  if (type !== undefined) {
    return { kind: "Identifier", type, replaces: target.value("replaces") !== undefined };
  }
  const key = textOf(target.value("attribute"));
  return key && { kind: "CustomAttribute", key };
}

function lowerReservedFields(
  section: Reader,
  context: LowerContext,
): SettingNode | FieldListNode | undefined {
  const value = section.value("reserved_fields");
  if (value?.kind !== "list") return section.text("reserved_fields");
  const items = value.items.flatMap((item) => lowerFieldItem(item, context) ?? []);
  return { kind: "FieldList", span: section.keySpan("reserved_fields"), items };
}

function lowerFieldItem(item: DocumentValue, context: LowerContext): FieldItemNode | undefined {
  if (item.kind === "scalar" && item.value === "default") return { kind: "DefaultFields", span: item.span };
  return lowerItem(item, context);
}

function lowerMissingUsers(
  section: Reader,
  context: LowerContext,
): SettingNode | CreateUsersNode | undefined {
  const value = section.value("missing_users");
  if (value?.kind !== "map" || context.isTainted(value)) return section.text("missing_users");
  const create = createReader(value, context).value("create");
  const settings = create?.kind === "map" ? createReader(create, context) : undefined;
  const externalIdType = textOf(settings?.value("external_id_type"));
  const optedIn = settings?.value("opted_in");
  if (externalIdType === undefined || optedIn?.kind !== "scalar") return undefined;
  return { kind: "CreateUsers", span: value.span, externalIdType, optedIn: optedIn.value === true };
}
