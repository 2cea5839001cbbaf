// Generated from src/compiler/frontend/dsl/parser.ts by `npm run generate`. Do not edit.
import type { CstNode, IToken } from "chevrotain";

export interface FileCstNode extends CstNode {
  name: "file";
  children: FileCstChildren;
}

export type FileCstChildren = {
  end?: (EndCstNode)[];
  header?: HeaderCstNode[];
  statement?: StatementCstNode[];
};

export interface EndCstNode extends CstNode {
  name: "end";
  children: EndCstChildren;
}

export type EndCstChildren = {
  LineBreak?: IToken[];
  Semicolon?: IToken[];
};

export interface HeaderCstNode extends CstNode {
  name: "header";
  children: HeaderCstChildren;
}

export type HeaderCstChildren = {
  waybillKeyword: IToken[];
  NumberLiteral: IToken[];
  name?: NameCstNode[];
};

export interface StatementCstNode extends CstNode {
  name: "statement";
  children: StatementCstChildren;
}

export type StatementCstChildren = {
  description?: DescriptionCstNode[];
  include?: IncludeCstNode[];
  connection?: ConnectionCstNode[];
  source?: SourceCstNode[];
  sessionm?: SessionmCstNode[];
  casing?: CasingCstNode[];
  attributeSet?: AttributeSetCstNode[];
  profile?: ProfileCstNode[];
  event?: EventCstNode[];
  screen?: ScreenCstNode[];
  newEvents?: NewEventsCstNode[];
};

export interface DescriptionCstNode extends CstNode {
  name: "description";
  children: DescriptionCstChildren;
}

export type DescriptionCstChildren = {
  descriptionKeyword: IToken[];
  Text: IToken[];
};

export interface IncludeCstNode extends CstNode {
  name: "include";
  children: IncludeCstChildren;
}

export type IncludeCstChildren = {
  includeKeyword: IToken[];
  Text: IToken[];
  Comma?: IToken[];
};

export interface ConnectionCstNode extends CstNode {
  name: "connection";
  children: ConnectionCstChildren;
}

export type ConnectionCstChildren = {
  connectionKeyword: IToken[];
  OpenBrace: IToken[];
  end?: EndCstNode[];
  connectionSetting?: ConnectionSettingCstNode[];
  CloseBrace: IToken[];
};

export interface ConnectionSettingCstNode extends CstNode {
  name: "connectionSetting";
  children: ConnectionSettingCstChildren;
}

export type ConnectionSettingCstChildren = {
  hostKeyword?: IToken[];
  api_keyKeyword?: IToken[];
  api_secretKeyword?: IToken[];
  EnvironmentReference?: IToken[];
  Text?: IToken[];
};

export interface SourceCstNode extends CstNode {
  name: "source";
  children: SourceCstChildren;
}

export type SourceCstChildren = {
  sourceKeyword: IToken[];
  OpenBrace: IToken[];
  end?: EndCstNode[];
  sourceSetting?: SourceSettingCstNode[];
  CloseBrace: IToken[];
};

export interface SourceSettingCstNode extends CstNode {
  name: "sourceSetting";
  children: SourceSettingCstChildren;
}

export type SourceSettingCstChildren = {
  dataPlan?: DataPlanCstNode[];
  users?: UsersCstNode[];
  listSetting?: ListSettingCstNode[];
  wordSetting?: WordSettingCstNode[];
  when?: WhenCstNode[];
};

export interface DataPlanCstNode extends CstNode {
  name: "dataPlan";
  children: DataPlanCstChildren;
}

export type DataPlanCstChildren = {
  data_planKeyword: IToken[];
  Text: IToken[];
};

export interface UsersCstNode extends CstNode {
  name: "users";
  children: UsersCstChildren;
}

export type UsersCstChildren = {
  usersKeyword: IToken[];
  name: NameCstNode[];
  byKeyword?: IToken[];
  names?: NamesCstNode[];
};

export interface ListSettingCstNode extends CstNode {
  name: "listSetting";
  children: ListSettingCstChildren;
}

export type ListSettingCstChildren = {
  platformsKeyword?: IToken[];
  environmentsKeyword?: IToken[];
  login_identitiesKeyword?: IToken[];
  loop_partnersKeyword?: IToken[];
  eventsKeyword?: IToken[];
  attributesKeyword?: IToken[];
  names: NamesCstNode[];
};

export interface WordSettingCstNode extends CstNode {
  name: "wordSetting";
  children: WordSettingCstChildren;
}

export type WordSettingCstChildren = {
  namesKeyword?: IToken[];
  replaysKeyword?: IToken[];
  user_attributesKeyword?: IToken[];
  event_attributesKeyword?: IToken[];
  listsKeyword?: IToken[];
  removedKeyword?: IToken[];
  sendKeyword?: IToken[];
  new_attributesKeyword?: IToken[];
  typeKeyword?: IToken[];
  name: NameCstNode[];
};

export interface SessionmCstNode extends CstNode {
  name: "sessionm";
  children: SessionmCstChildren;
}

export type SessionmCstChildren = {
  sessionmKeyword: IToken[];
  OpenBrace: IToken[];
  end?: EndCstNode[];
  listSetting?: ListSettingCstNode[];
  CloseBrace: IToken[];
};

export interface CasingCstNode extends CstNode {
  name: "casing";
  children: CasingCstChildren;
}

export type CasingCstChildren = {
  casingKeyword: IToken[];
  OpenBrace: IToken[];
  end?: EndCstNode[];
  casingSetting?: CasingSettingCstNode[];
  CloseBrace: IToken[];
};

export interface CasingSettingCstNode extends CstNode {
  name: "casingSetting";
  children: CasingSettingCstChildren;
}

export type CasingSettingCstChildren = {
  wordSetting?: WordSettingCstNode[];
  rule?: RuleCstNode[];
};

export interface RuleCstNode extends CstNode {
  name: "rule";
  children: RuleCstChildren;
}

export type RuleCstChildren = {
  ruleKeyword: IToken[];
  name: (NameCstNode)[];
  Arrow: IToken[];
};

export interface AttributeSetCstNode extends CstNode {
  name: "attributeSet";
  children: AttributeSetCstChildren;
}

export type AttributeSetCstChildren = {
  setReference: SetReferenceCstNode[];
  OpenBrace: IToken[];
  end?: EndCstNode[];
  attributeItem?: AttributeItemCstNode[];
  CloseBrace: IToken[];
};

export interface ProfileCstNode extends CstNode {
  name: "profile";
  children: ProfileCstChildren;
}

export type ProfileCstChildren = {
  profileHead: ProfileHeadCstNode[];
  OpenBrace: IToken[];
  end?: EndCstNode[];
  profileSetting?: ProfileSettingCstNode[];
  CloseBrace: IToken[];
};

export interface ProfileHeadCstNode extends CstNode {
  name: "profileHead";
  children: ProfileHeadCstChildren;
}

export type ProfileHeadCstChildren = {
  profileKeyword: IToken[];
  byKeyword?: IToken[];
  name?: NameCstNode[];
};

export interface ProfileSettingCstNode extends CstNode {
  name: "profileSetting";
  children: ProfileSettingCstChildren;
}

export type ProfileSettingCstChildren = {
  identity?: IdentityCstNode[];
  reservedFields?: ReservedFieldsCstNode[];
  attributeItem?: AttributeItemCstNode[];
  wordSetting?: WordSettingCstNode[];
  missingUsers?: MissingUsersCstNode[];
  when?: WhenCstNode[];
};

export interface IdentityCstNode extends CstNode {
  name: "identity";
  children: IdentityCstChildren;
}

export type IdentityCstChildren = {
  identityKeyword: IToken[];
  name: NameCstNode[];
  Arrow: IToken[];
  identityTarget: IdentityTargetCstNode[];
};

export interface IdentityTargetCstNode extends CstNode {
  name: "identityTarget";
  children: IdentityTargetCstChildren;
}

export type IdentityTargetCstChildren = {
  attributeKeyword?: IToken[];
  name?: (NameCstNode)[];
  identifierKeyword?: IToken[];
  replacesKeyword?: IToken[];
  replaced?: IToken[];
};

export interface ReservedFieldsCstNode extends CstNode {
  name: "reservedFields";
  children: ReservedFieldsCstChildren;
}

export type ReservedFieldsCstChildren = {
  reserved_fieldsKeyword: IToken[];
  name?: NameCstNode[];
  OpenBrace?: IToken[];
  end?: EndCstNode[];
  reservedItem?: ReservedItemCstNode[];
  CloseBrace?: IToken[];
};

export interface ReservedItemCstNode extends CstNode {
  name: "reservedItem";
  children: ReservedItemCstChildren;
}

export type ReservedItemCstChildren = {
  defaultKeyword?: IToken[];
  attributeItem?: AttributeItemCstNode[];
};

export interface MissingUsersCstNode extends CstNode {
  name: "missingUsers";
  children: MissingUsersCstChildren;
}

export type MissingUsersCstChildren = {
  missing_usersKeyword: IToken[];
  createKeyword?: IToken[];
  OpenBrace?: IToken[];
  end?: EndCstNode[];
  createSetting?: CreateSettingCstNode[];
  CloseBrace?: IToken[];
  name?: NameCstNode[];
};

export interface CreateSettingCstNode extends CstNode {
  name: "createSetting";
  children: CreateSettingCstChildren;
}

export type CreateSettingCstChildren = {
  external_id_typeKeyword?: IToken[];
  name?: NameCstNode[];
  opted_inKeyword?: IToken[];
  boolean?: BooleanCstNode[];
};

export interface BooleanCstNode extends CstNode {
  name: "boolean";
  children: BooleanCstChildren;
}

export type BooleanCstChildren = {
  trueKeyword?: IToken[];
  falseKeyword?: IToken[];
};

export interface AttributeItemCstNode extends CstNode {
  name: "attributeItem";
  children: AttributeItemCstChildren;
}

export type AttributeItemCstChildren = {
  attribute?: AttributeCstNode[];
  setReference?: SetReferenceCstNode[];
};

export interface SetReferenceCstNode extends CstNode {
  name: "setReference";
  children: SetReferenceCstChildren;
}

export type SetReferenceCstChildren = {
  setKeyword: IToken[];
  name: NameCstNode[];
};

export interface AttributeCstNode extends CstNode {
  name: "attribute";
  children: AttributeCstChildren;
}

export type AttributeCstChildren = {
  attributeHead: AttributeHeadCstNode[];
  OpenBrace?: IToken[];
  end?: EndCstNode[];
  modifier?: ModifierCstNode[];
  CloseBrace?: IToken[];
};

export interface AttributeHeadCstNode extends CstNode {
  name: "attributeHead";
  children: AttributeHeadCstChildren;
}

export type AttributeHeadCstChildren = {
  attributeKeyword: IToken[];
  names: NamesCstNode[];
  target?: TargetCstNode[];
};

export interface TargetCstNode extends CstNode {
  name: "target";
  children: TargetCstChildren;
}

export type TargetCstChildren = {
  Arrow: IToken[];
  name: NameCstNode[];
};

export interface ModifierCstNode extends CstNode {
  name: "modifier";
  children: ModifierCstChildren;
}

export type ModifierCstChildren = {
  value?: ValueCstNode[];
  constant?: ConstantCstNode[];
  lookup?: LookupCstNode[];
  otherwiseText?: OtherwiseTextCstNode[];
  when?: WhenCstNode[];
};

export interface ValueCstNode extends CstNode {
  name: "value";
  children: ValueCstChildren;
}

export type ValueCstChildren = {
  valueKeyword: IToken[];
  expression: ExpressionCstNode[];
};

export interface ConstantCstNode extends CstNode {
  name: "constant";
  children: ConstantCstChildren;
}

export type ConstantCstChildren = {
  textKeyword: IToken[];
  name: NameCstNode[];
};

export interface LookupCstNode extends CstNode {
  name: "lookup";
  children: LookupCstChildren;
}

export type LookupCstChildren = {
  lookupKeyword: IToken[];
  OpenBrace: IToken[];
  end?: EndCstNode[];
  lookupPair?: LookupPairCstNode[];
  CloseBrace: IToken[];
};

export interface LookupPairCstNode extends CstNode {
  name: "lookupPair";
  children: LookupPairCstChildren;
}

export type LookupPairCstChildren = {
  name: (NameCstNode)[];
  Arrow: IToken[];
};

export interface OtherwiseTextCstNode extends CstNode {
  name: "otherwiseText";
  children: OtherwiseTextCstChildren;
}

export type OtherwiseTextCstChildren = {
  elseKeyword: IToken[];
  name: NameCstNode[];
};

export interface WhenCstNode extends CstNode {
  name: "when";
  children: WhenCstChildren;
}

export type WhenCstChildren = {
  whenKeyword: IToken[];
  otherwiseKeyword?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface EventCstNode extends CstNode {
  name: "event";
  children: EventCstChildren;
}

export type EventCstChildren = {
  eventHead: EventHeadCstNode[];
  OpenBrace?: IToken[];
  end?: EndCstNode[];
  eventSetting?: EventSettingCstNode[];
  CloseBrace?: IToken[];
};

export interface EventHeadCstNode extends CstNode {
  name: "eventHead";
  children: EventHeadCstChildren;
}

export type EventHeadCstChildren = {
  eventKeyword: IToken[];
  name: NameCstNode[];
  target?: TargetCstNode[];
};

export interface ScreenCstNode extends CstNode {
  name: "screen";
  children: ScreenCstChildren;
}

export type ScreenCstChildren = {
  screenHead: ScreenHeadCstNode[];
  OpenBrace?: IToken[];
  end?: EndCstNode[];
  eventSetting?: EventSettingCstNode[];
  CloseBrace?: IToken[];
};

export interface ScreenHeadCstNode extends CstNode {
  name: "screenHead";
  children: ScreenHeadCstChildren;
}

export type ScreenHeadCstChildren = {
  screenKeyword: IToken[];
  name: NameCstNode[];
  target?: TargetCstNode[];
};

export interface EventSettingCstNode extends CstNode {
  name: "eventSetting";
  children: EventSettingCstChildren;
}

export type EventSettingCstChildren = {
  wordSetting?: WordSettingCstNode[];
  when?: WhenCstNode[];
  attributeItem?: AttributeItemCstNode[];
};

export interface NewEventsCstNode extends CstNode {
  name: "newEvents";
  children: NewEventsCstChildren;
}

export type NewEventsCstChildren = {
  new_eventsKeyword: IToken[];
  name: NameCstNode[];
};

export interface NameCstNode extends CstNode {
  name: "name";
  children: NameCstChildren;
}

export type NameCstChildren = {
  Word?: IToken[];
  Text?: IToken[];
};

export interface NamesCstNode extends CstNode {
  name: "names";
  children: NamesCstChildren;
}

export type NamesCstChildren = {
  name: NameCstNode[];
  Comma?: IToken[];
};

export interface ExpressionCstNode extends CstNode {
  name: "expression";
  children: ExpressionCstChildren;
}

export type ExpressionCstChildren = {
  conjunction: (ConjunctionCstNode)[];
  orKeyword?: IToken[];
};

export interface ConjunctionCstNode extends CstNode {
  name: "conjunction";
  children: ConjunctionCstChildren;
}

export type ConjunctionCstChildren = {
  negation: (NegationCstNode)[];
  andKeyword?: IToken[];
};

export interface NegationCstNode extends CstNode {
  name: "negation";
  children: NegationCstChildren;
}

export type NegationCstChildren = {
  notKeyword?: IToken[];
  comparison: ComparisonCstNode[];
};

export interface ComparisonCstNode extends CstNode {
  name: "comparison";
  children: ComparisonCstChildren;
}

export type ComparisonCstChildren = {
  coalescence: (CoalescenceCstNode)[];
  comparisonSign?: ComparisonSignCstNode[];
};

export interface ComparisonSignCstNode extends CstNode {
  name: "comparisonSign";
  children: ComparisonSignCstChildren;
}

export type ComparisonSignCstChildren = {
  Equal?: IToken[];
  NotEqual?: IToken[];
  Less?: IToken[];
  LessOrEqual?: IToken[];
  Greater?: IToken[];
  GreaterOrEqual?: IToken[];
  inKeyword?: IToken[];
};

export interface CoalescenceCstNode extends CstNode {
  name: "coalescence";
  children: CoalescenceCstChildren;
}

export type CoalescenceCstChildren = {
  sum: (SumCstNode)[];
  Coalesce?: IToken[];
};

export interface SumCstNode extends CstNode {
  name: "sum";
  children: SumCstChildren;
}

export type SumCstChildren = {
  product: (ProductCstNode)[];
  sumSign?: SumSignCstNode[];
};

export interface SumSignCstNode extends CstNode {
  name: "sumSign";
  children: SumSignCstChildren;
}

export type SumSignCstChildren = {
  Plus?: IToken[];
  Minus?: IToken[];
};

export interface ProductCstNode extends CstNode {
  name: "product";
  children: ProductCstChildren;
}

export type ProductCstChildren = {
  signed: (SignedCstNode)[];
  productSign?: ProductSignCstNode[];
};

export interface ProductSignCstNode extends CstNode {
  name: "productSign";
  children: ProductSignCstChildren;
}

export type ProductSignCstChildren = {
  Times?: IToken[];
  Divide?: IToken[];
  Remainder?: IToken[];
};

export interface SignedCstNode extends CstNode {
  name: "signed";
  children: SignedCstChildren;
}

export type SignedCstChildren = {
  Minus?: IToken[];
  pipe: PipeCstNode[];
};

export interface PipeCstNode extends CstNode {
  name: "pipe";
  children: PipeCstChildren;
}

export type PipeCstChildren = {
  primary: PrimaryCstNode[];
  Pipe?: IToken[];
  reference?: ReferenceCstNode[];
};

export interface PrimaryCstNode extends CstNode {
  name: "primary";
  children: PrimaryCstChildren;
}

export type PrimaryCstChildren = {
  Text?: IToken[];
  NumberLiteral?: IToken[];
  trueKeyword?: IToken[];
  falseKeyword?: IToken[];
  reference?: ReferenceCstNode[];
  list?: ListCstNode[];
  table?: TableCstNode[];
  parenthesis?: ParenthesisCstNode[];
};

export interface ParenthesisCstNode extends CstNode {
  name: "parenthesis";
  children: ParenthesisCstChildren;
}

export type ParenthesisCstChildren = {
  OpenParenthesis: IToken[];
  expression: ExpressionCstNode[];
  CloseParenthesis: IToken[];
};

export interface ReferenceCstNode extends CstNode {
  name: "reference";
  children: ReferenceCstChildren;
}

export type ReferenceCstChildren = {
  Word: IToken[];
  Dot?: IToken[];
  args?: ArgsCstNode[];
};

export interface ArgsCstNode extends CstNode {
  name: "args";
  children: ArgsCstChildren;
}

export type ArgsCstChildren = {
  OpenParenthesis: IToken[];
  expression?: ExpressionCstNode[];
  Comma?: IToken[];
  CloseParenthesis: IToken[];
};

export interface ListCstNode extends CstNode {
  name: "list";
  children: ListCstChildren;
}

export type ListCstChildren = {
  OpenBracket: IToken[];
  expression?: ExpressionCstNode[];
  Comma?: IToken[];
  CloseBracket: IToken[];
};

export interface TableCstNode extends CstNode {
  name: "table";
  children: TableCstChildren;
}

export type TableCstChildren = {
  OpenBrace: IToken[];
  tablePair?: TablePairCstNode[];
  Comma?: IToken[];
  CloseBrace: IToken[];
};

export interface TablePairCstNode extends CstNode {
  name: "tablePair";
  children: TablePairCstChildren;
}

export type TablePairCstChildren = {
  expression: (ExpressionCstNode)[];
  Colon: IToken[];
};

