/**
 * The tree of a waybill, the same for both syntaxes. Undefined means that the user left it out.
 * A part that could not be read is an ErrorNode: whatever touches it stays silent, for it has its diagnostic.
 */
import type { Span } from "../source/source-file.ts";
import type { ExpressionTree } from "./expression.ts";

interface Node {
  readonly span: Span;
}

/** A part that could not be read. */
export interface ErrorNode extends Node {
  readonly kind: "Error";
}

/** A name, a path, a keyword or a constant. */
export interface TextNode extends Node {
  readonly kind: "Text";
  readonly text: string;
}

/** Text where text is due, or the mistake that stands in its place. */
export type TextOrError = TextNode | ErrorNode;

/** A list of names under one key. */
export interface TextListNode extends Node {
  readonly kind: "TextList";
  readonly items: readonly TextNode[];
}

/** One file. */
export interface WaybillNode extends Node {
  readonly kind: "Waybill";
  readonly name: TextOrError | undefined;
  readonly description: TextOrError | undefined;
  readonly includes: readonly TextNode[];
  readonly connection: ConnectionNode | undefined;
  readonly source: SourceNode | undefined;
  readonly sessionm: SessionmNode | undefined;
  readonly casing: CasingNode | undefined;
  readonly sets: readonly AttributeSetNode[];
  readonly profile: ProfileNode | undefined;
  readonly events: EventListNode | undefined;
  readonly screens: EventListNode | undefined;
  readonly newEvents: SettingNode | undefined;
  /** Every comment of the file, in order. */
  readonly comments: readonly CommentNode[];
}

/** A comment; `text` is what follows the `#`, as it is. */
export interface CommentNode extends Node {
  readonly kind: "Comment";
  readonly text: string;
}

/** A keyword setting such as `names: exact`; its span is the value's. */
export type SettingNode = TextOrError;

export interface ConnectionNode extends Node {
  readonly kind: "Connection";
  readonly host: TextOrError | undefined;
  readonly apiKey: TextOrError | undefined;
  readonly apiSecret: TextOrError | undefined;
}

export interface SourceNode extends Node {
  readonly kind: "Source";
  readonly dataPlan: TextOrError | undefined;
  readonly platforms: TextListNode | ErrorNode | undefined;
  readonly environments: TextListNode | ErrorNode | undefined;
  readonly users: SettingNode | undefined;
  readonly loginIdentities: TextListNode | ErrorNode | undefined;
  readonly names: SettingNode | undefined;
  readonly loopPartners: TextListNode | ErrorNode | undefined;
  readonly replays: SettingNode | undefined;
  readonly when: ExpressionNode | undefined;
}

export interface SessionmNode extends Node {
  readonly kind: "Sessionm";
  readonly events: TextListNode | ErrorNode | undefined;
  readonly attributes: TextListNode | ErrorNode | undefined;
}

export interface CasingNode extends Node {
  readonly kind: "Casing";
  readonly userAttributes: SettingNode | undefined;
  readonly eventAttributes: SettingNode | undefined;
  readonly rules: readonly CasingRuleNode[];
}

export interface CasingRuleNode extends Node {
  readonly kind: "CasingRule";
  readonly match: TextNode;
  readonly to: TextNode;
}

export interface AttributeSetNode extends Node {
  readonly kind: "AttributeSet";
  readonly name: TextNode;
  readonly attributes: AttributeListNode;
}

export interface AttributeListNode extends Node {
  readonly kind: "AttributeList";
  readonly items: readonly AttributeItemNode[];
}

export type AttributeItemNode = AttributeNode | SetReferenceNode;

/** An attribute entry in any of its forms; `names` has at least one. */
export interface AttributeNode extends Node {
  readonly kind: "Attribute";
  readonly names: readonly TextNode[];
  readonly to: TextNode | undefined;
  readonly value: ValueNode | undefined;
  readonly when: ExpressionNode | undefined;
}

export interface SetReferenceNode extends Node {
  readonly kind: "SetReference";
  readonly set: TextNode;
}

/** How an entry makes its value: an expression, a constant (`text`) or a table (`lookup`). */
export type ValueNode = ExpressionNode | ConstantNode | LookupNode;

/** An expression and the key that it stands under; its span is that of the text, in YAML of the scalar. */
export interface ExpressionNode extends Node {
  readonly kind: "Expression";
  readonly key: "when" | "value";
  readonly tree: ExpressionTree;
  /** Whether YAML took quotes away from it: then what looks like a text may have been meant as one. */
  readonly isQuoted: boolean;
}

export interface ConstantNode extends Node {
  readonly kind: "Constant";
  readonly text: string;
}

export interface LookupNode extends Node {
  readonly kind: "Lookup";
  readonly pairs: readonly { readonly from: TextNode; readonly to: TextNode }[];
  readonly otherwise: TextNode | undefined;
}

/** `when: otherwise`. */
export interface OtherwiseNode extends Node {
  readonly kind: "Otherwise";
}

export interface ProfileNode extends Node {
  readonly kind: "Profile";
  readonly externalId: TextOrError | undefined;
  readonly identities: readonly IdentityNode[];
  readonly reservedFields: SettingNode | FieldListNode | undefined;
  readonly attributes: AttributeListNode | undefined;
  readonly newAttributes: SettingNode | undefined;
  readonly lists: SettingNode | undefined;
  readonly removed: SettingNode | undefined;
  readonly when: ExpressionNode | undefined;
  readonly send: SettingNode | undefined;
  readonly missingUsers: SettingNode | CreateUsersNode | undefined;
}

/** An enabled identity; `type` is the batch's own name, or `mpid`. */
export interface IdentityNode extends Node {
  readonly kind: "Identity";
  readonly type: TextNode;
  readonly target: IdentityTarget;
}

export type IdentityTarget =
  | { readonly kind: "Field"; readonly field: TextNode }
  | { readonly kind: "CustomAttribute"; readonly key: TextNode }
  | { readonly kind: "Identifier"; readonly type: TextNode; readonly replaces: boolean }
  | ErrorNode;

/** `reserved_fields` as a list. */
export interface FieldListNode extends Node {
  readonly kind: "FieldList";
  readonly items: readonly FieldItemNode[];
}

/** An item of `reserved_fields`: the eight by default, or an attribute with its field; a set is a mistake there. */
export type FieldItemNode = AttributeNode | DefaultFieldsNode | SetReferenceNode;

export interface DefaultFieldsNode extends Node {
  readonly kind: "DefaultFields";
}

/** `missing_users: {create: …}`. */
export interface CreateUsersNode extends Node {
  readonly kind: "CreateUsers";
  readonly externalIdType: TextNode;
  readonly optedIn: boolean;
}

export interface EventListNode extends Node {
  readonly kind: "EventList";
  readonly items: readonly EventNode[];
}

/** An entry of `events` or `screens`. */
export interface EventNode extends Node {
  readonly kind: "Event";
  readonly name: TextNode;
  readonly type: TextNode | undefined;
  readonly to: TextNode | undefined;
  readonly when: ExpressionNode | OtherwiseNode | undefined;
  readonly attributes: AttributeListNode | undefined;
  readonly newAttributes: SettingNode | undefined;
}
