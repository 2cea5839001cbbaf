import { Scalar } from "yaml";
import { type Comments, commentsOf } from "../../ast/comments.ts";
import type { IdentityTarget, ProfileNode } from "../../ast/nodes.ts";
import { unprintable } from "../unprintable.ts";
import { attributesEntry, fieldItem } from "./print-entry.ts";
import { blockEntry, expressionEntry, keyComments, listEntry, textEntry } from "./print-part.ts";
import { mapping, plain, scalar, type YamlEntry, type YamlNode } from "./yaml-nodes.ts";

type Entries = readonly YamlEntry[];

/** Returns the entries of `profile`. */
export function profileEntries(profile: ProfileNode, comments: Comments): Entries {
  return [
    ...textEntry("external_id", profile.externalId, comments),
    ...identitiesEntry(profile, comments),
    ...fieldsEntry(profile, comments),
    ...attributesEntry("attributes", profile.attributes, comments),
    ...textEntry("new_attributes", profile.newAttributes, comments),
    ...textEntry("lists", profile.lists, comments),
    ...textEntry("removed", profile.removed, comments),
    ...expressionEntry("when", profile.when, comments),
    ...textEntry("send", profile.send, comments),
    ...missingUsersEntry(profile, comments),
  ];
}

function identitiesEntry({ identities }: ProfileNode, comments: Comments): Entries {
  const entries = identities.map((identity) => ({
    key: identity.type.text,
    value: targetOf(identity.target),
    comments: commentsOf(comments, identity),
  }));
  if (entries.length === 0) return [];
  return blockEntry("identities", identities, entries, keyComments(identities, entries, comments));
}

function targetOf(target: IdentityTarget): YamlNode {
  switch (target.kind) {
    case "Field":
      return scalar(target.field.text);
    case "CustomAttribute":
      return inline([plain(scalar(target.key.text), "attribute")]);
    case "Identifier": {
      const replaces = target.replaces ? [plain(scalar("all"), "replaces")] : [];
      return inline([plain(scalar(target.type.text), "identifier"), ...replaces]);
    }
    case "Error":
      throw unprintable();
  }
}

function fieldsEntry({ reservedFields }: ProfileNode, comments: Comments): Entries {
  if (reservedFields?.kind !== "FieldList") return textEntry("reserved_fields", reservedFields, comments);
  const items = reservedFields.items.map((item) => fieldItem(item, comments));
  return listEntry("reserved_fields", reservedFields, items, comments);
}

function missingUsersEntry({ missingUsers }: ProfileNode, comments: Comments): Entries {
  if (missingUsers?.kind !== "CreateUsers") return textEntry("missing_users", missingUsers, comments);
  const settings = [
    plain(scalar(missingUsers.externalIdType.text), "external_id_type"),
    plain(new Scalar(missingUsers.optedIn), "opted_in"),
  ];
  const value = inline([plain(inline(settings), "create")]);
  return [{ key: "missing_users", value, comments: commentsOf(comments, missingUsers) }];
}

function inline(entries: Entries): YamlNode {
  return mapping(entries, { isFlow: true, inside: [] });
}
