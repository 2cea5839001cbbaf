import { type Comments, commentsOf, noComments, shareLine } from "../../ast/comments.ts";
import type { IdentityTarget, ProfileNode } from "../../ast/nodes.ts";
import { unprintable } from "../unprintable.ts";
import { attributeStatements, itemStatement } from "./print-entry.ts";
import { printName } from "./print-name.ts";
import { expressionStatement, settingStatement, textOf } from "./print-part.ts";
import { braces, headed, line, type Statement } from "./statement.ts";

type Statements = readonly Statement[];

/** Returns the statement of `profile`. */
export function profileStatements(profile: ProfileNode | undefined, comments: Comments): Statements {
  if (profile === undefined) return [];
  const { externalId } = profile;
  const head = externalId === undefined ? "profile" : `profile by ${printName(textOf(externalId))}`;
  return [braces(head, bodyOf(profile, comments), shareLine(comments, profile, externalId))];
}

function bodyOf(profile: ProfileNode, comments: Comments): Statements {
  return [
    ...identityStatements(profile, comments),
    ...fieldStatements(profile, comments),
    ...attributeStatements(profile.attributes, comments),
    ...settingStatement("new_attributes", profile.newAttributes, comments),
    ...settingStatement("lists", profile.lists, comments),
    ...settingStatement("removed", profile.removed, comments),
    ...expressionStatement("when", profile.when, comments),
    ...settingStatement("send", profile.send, comments),
    ...missingUsersStatements(profile, comments),
  ];
}

function identityStatements({ identities }: ProfileNode, comments: Comments): Statements {
  const statements = identities.map((identity) => {
    const text = `identity ${printName(identity.type.text)} -> ${targetOf(identity.target)}`;
    return line(text, commentsOf(comments, identity));
  });
  return headed(commentsOf(comments, identities), statements);
}

function targetOf(target: IdentityTarget): string {
  switch (target.kind) {
    case "Field":
      return printName(target.field.text, ["attribute", "identifier"]);
    case "CustomAttribute":
      return `attribute ${printName(target.key.text)}`;
    case "Identifier":
      return `identifier ${printName(target.type.text)}${target.replaces ? " replaces all" : ""}`;
    case "Error":
      throw unprintable();
  }
}

function fieldStatements({ reservedFields }: ProfileNode, comments: Comments): Statements {
  if (reservedFields?.kind !== "FieldList") {
    return settingStatement("reserved_fields", reservedFields, comments);
  }
  const items = reservedFields.items.map((item) => itemStatement(item, comments));
  return [braces("reserved_fields", items, commentsOf(comments, reservedFields))];
}

function missingUsersStatements({ missingUsers }: ProfileNode, comments: Comments): Statements {
  if (missingUsers?.kind !== "CreateUsers") return settingStatement("missing_users", missingUsers, comments);
  const settings = [
    line(`external_id_type ${printName(missingUsers.externalIdType.text)}`, noComments),
    line(`opted_in ${missingUsers.optedIn}`, noComments),
  ];
  return [braces("missing_users create", settings, commentsOf(comments, missingUsers))];
}
