import { asciiLower } from "../../runtime/emitted/ascii.ts";
import type { AttributeNode, IdentityNode, TextNode } from "../ast/nodes.ts";
import { renameFixes } from "../diagnostics/rename.ts";
import { nearest, oneOf } from "../diagnostics/suggest.ts";
import type { Span } from "../source/source-file.ts";
import { bindAttributes, bindValue, namesOf } from "./bind-attributes.ts";
import { type BindContext, forwards, setting, textOf } from "./bind-context.ts";
import { bindCondition } from "./expressions/bind-expression.ts";
import { scopes } from "./expressions/scope.ts";
import { userKeys } from "./output-key.ts";
import type { Field, Identity, Profile } from "./program.ts";
import { defaultFields, isPhoneTarget, userFields } from "./vocabulary.ts";

/** Returns the profile of a merged tree. */
export function bindProfile(context: BindContext): Profile {
  const node = context.tree.profile;
  const span = node?.span ?? context.fallback;
  return {
    span,
    externalId: { value: textOf(node?.externalId) ?? "mpid", span: node?.externalId?.span ?? span },
    identities: (node?.identities ?? []).flatMap((identity) => bindIdentity(identity, context) ?? []),
    fields: bindFields(context),
    attributes: bindAttributes(
      node?.attributes,
      { makeKey: userKeys(context.casing, context.defined.attributes), scope: scopes.userAttribute },
      context,
    ),
    newAttributes: forwards(node?.newAttributes, node?.attributes?.span ?? span),
    lists: setting<"comma" | "json">(node?.lists, "comma", span).value,
    removed: setting<"keep" | "empty">(node?.removed, "keep", span).value,
    when: bindCondition(node?.when, scopes.profile, context.report),
  };
}

function bindIdentity({ type, target, span }: IdentityNode, context: BindContext): Identity | undefined {
  switch (target.kind) {
    case "Error":
      return undefined;
    case "Field": {
      const field = checkField(target.field, context);
      if (field === undefined) return undefined;
      return { type: type.text, target: { kind: "field", field, span: target.field.span }, span };
    }
    case "CustomAttribute":
      return {
        type: type.text,
        target: { kind: "attribute", key: target.key.text, span: target.key.span },
        span,
      };
    case "Identifier":
      if (!target.replaces) context.report("identifiers-replaced", target.type.span, {});
      return { type: type.text, target: { kind: "identifier", type: target.type.text }, span };
  }
}

/** Returns the name of a field that a waybill may fill, or reports it. */
function checkField({ text, span }: TextNode, { report }: BindContext): string | undefined {
  if (userFields.includes(text)) return text;
  if (isPhoneTarget(text)) report("phone-target", span, {});
  else {
    const suggestion = nearest(text, userFields);
    const fixes = renameFixes(span, { word: text, suggestion, candidates: userFields });
    report("unknown-field", span, { field: text, suggestion, known: oneOf(userFields) }, [], fixes);
  }
  return undefined;
}

/** Returns the reserved fields; in a list a later item for a field replaces an earlier one. */
function bindFields(context: BindContext): readonly Field[] {
  const node = context.tree.profile?.reservedFields;
  if (node === undefined || node.kind === "Error") return [];
  if (node.kind === "Text") return node.text === "default" ? theEight(node.span) : [];
  const fields = new Map<string, Field>();
  for (const item of node.items) {
    if (item.kind === "SetReference") {
      context.report("set-misplaced", item.span, {});
      continue;
    }
    const added = item.kind === "DefaultFields" ? theEight(item.span) : (bindField(item, context) ?? []);
    for (const field of [added].flat()) fields.set(field.field, field);
  }
  return [...fields.values()];
}

function theEight(span: Span): readonly Field[] {
  return [...defaultFields].map(([name, field]) => ({
    field,
    names: [name],
    value: { kind: "source" },
    when: undefined,
    span,
  }));
}

function bindField(node: AttributeNode, context: BindContext): Field | undefined {
  const first = node.names[0];
  if (first === undefined) return undefined;
  const field = node.to === undefined ? fieldOf(first, context) : checkField(node.to, context);
  if (field === undefined) return undefined;
  const scope = scopes.userAttribute;
  return {
    field,
    names: namesOf(node),
    value: bindValue(node.value, scope, context.report),
    when: bindCondition(node.when, scope, context.report),
    span: node.span,
  };
}

/** An item without a target is one of the eight, in any casing. */
function fieldOf({ text, span }: TextNode, { report }: BindContext): string | undefined {
  const wanted = asciiLower(text);
  for (const [name, field] of defaultFields) if (asciiLower(name) === wanted) return field;
  const suggestion = nearest(text, defaultFields.keys());
  const fixes = renameFixes(span, { word: text, suggestion, candidates: defaultFields.keys() });
  report("field-item", span, { name: text, suggestion }, [], fixes);
  return undefined;
}
