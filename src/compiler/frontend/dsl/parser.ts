/**
 * The grammar of the DSL and of expressions. Each statement begins with its keyword and ends with its line. What can
 * go wrong in a head is a rule of its own, so that a mistake there leaves the block behind it readable.
 */
import { CstParser, EOF, type IToken, type TokenType } from "chevrotain";
import { mistakeProvider } from "./mistake-provider.ts";
import {
  allTokens,
  EnvironmentReference,
  keyword as k,
  LineBreak,
  NumberLiteral,
  Semicolon,
  sign,
  Text,
  Word,
} from "./tokens.ts";

/** The parser; its rules are the grammar. One instance serves all files. */
export class WaybillParser extends CstParser {
  /** The grammar is judged, for ambiguities and the like, where files are generated from it, not at each start. */
  constructor(isJudged = false) {
    super([...allTokens], {
      skipValidations: !isJudged,
      recoveryEnabled: true,
      nodeLocationTracking: "onlyOffset",
      maxLookahead: 2,
      errorMessageProvider: mistakeProvider,
    });
    this.performSelfAnalysis();
  }

  // Files

  readonly file = this.RULE("file", () => {
    this.MANY(() => this.SUBRULE(this.end));
    this.OPTION(() => {
      this.SUBRULE(this.header);
      this.MANY2(() => this.SUBRULE2(this.end));
    });
    this.MANY3({
      GATE: () => this.beginsStatement(),
      DEF: () => {
        this.SUBRULE(this.statement);
        this.MANY4(() => this.SUBRULE3(this.end));
      },
    });
  });

  readonly end = this.RULE("end", () => {
    this.OR([{ ALT: () => this.CONSUME(LineBreak) }, { ALT: () => this.CONSUME(Semicolon) }]);
  });

  readonly header = this.RULE("header", () => {
    this.CONSUME(k("waybill"));
    this.CONSUME(NumberLiteral);
    this.OPTION(() => this.SUBRULE(this.name));
  });

  readonly statement = this.RULE("statement", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.description) },
        { ALT: () => this.SUBRULE(this.include) },
        { ALT: () => this.SUBRULE(this.connection) },
        { ALT: () => this.SUBRULE(this.source) },
        { ALT: () => this.SUBRULE(this.sessionm) },
        { ALT: () => this.SUBRULE(this.casing) },
        { ALT: () => this.SUBRULE(this.attributeSet) },
        { ALT: () => this.SUBRULE(this.profile) },
        { ALT: () => this.SUBRULE(this.event) },
        { ALT: () => this.SUBRULE(this.screen) },
        { ALT: () => this.SUBRULE(this.newEvents) },
      ],
      ERR_MSG: "a statement",
    });
  });

  readonly description = this.RULE("description", () => {
    this.CONSUME(k("description"));
    this.CONSUME(Text);
  });

  readonly include = this.RULE("include", () => {
    this.CONSUME(k("include"));
    this.AT_LEAST_ONE_SEP({ SEP: sign.Comma, DEF: () => this.CONSUME(Text) });
  });

  // Sections

  readonly connection = this.RULE("connection", () => {
    this.CONSUME(k("connection"));
    this.block(() => this.SUBRULE(this.connectionSetting));
  });

  readonly connectionSetting = this.RULE("connectionSetting", () => {
    this.OR([
      { ALT: () => this.CONSUME(k("host")) },
      { ALT: () => this.CONSUME(k("api_key")) },
      { ALT: () => this.CONSUME(k("api_secret")) },
    ]);
    this.OR2({
      DEF: [{ ALT: () => this.CONSUME(EnvironmentReference) }, { ALT: () => this.CONSUME(Text) }],
      ERR_MSG: "an environment reference such as `${NAME}`, or a text in double quotes",
    });
  });

  readonly source = this.RULE("source", () => {
    this.CONSUME(k("source"));
    this.block(() => this.SUBRULE(this.sourceSetting));
  });

  readonly sourceSetting = this.RULE("sourceSetting", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.dataPlan) },
      { ALT: () => this.SUBRULE(this.users) },
      { ALT: () => this.SUBRULE(this.listSetting) },
      { ALT: () => this.SUBRULE(this.wordSetting) },
      { ALT: () => this.SUBRULE(this.when) },
    ]);
  });

  readonly dataPlan = this.RULE("dataPlan", () => {
    this.CONSUME(k("data_plan"));
    this.CONSUME(Text);
  });

  readonly users = this.RULE("users", () => {
    this.CONSUME(k("users"));
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(k("by"));
      this.SUBRULE(this.names);
    });
  });

  /** A keyword and the names of its list; `none` alone is the empty list. */
  readonly listSetting = this.RULE("listSetting", () => {
    this.OR([
      { ALT: () => this.CONSUME(k("platforms")) },
      { ALT: () => this.CONSUME(k("environments")) },
      { ALT: () => this.CONSUME(k("login_identities")) },
      { ALT: () => this.CONSUME(k("loop_partners")) },
      { ALT: () => this.CONSUME(k("events")) },
      { ALT: () => this.CONSUME(k("attributes")) },
    ]);
    this.SUBRULE(this.names);
  });

  /** A keyword and the word that it is set to. */
  readonly wordSetting = this.RULE("wordSetting", () => {
    this.OR([
      { ALT: () => this.CONSUME(k("names")) },
      { ALT: () => this.CONSUME(k("replays")) },
      { ALT: () => this.CONSUME(k("user_attributes")) },
      { ALT: () => this.CONSUME(k("event_attributes")) },
      { ALT: () => this.CONSUME(k("lists")) },
      { ALT: () => this.CONSUME(k("removed")) },
      { ALT: () => this.CONSUME(k("send")) },
      { ALT: () => this.CONSUME(k("new_attributes")) },
      { ALT: () => this.CONSUME(k("type")) },
    ]);
    this.SUBRULE(this.name);
  });

  readonly sessionm = this.RULE("sessionm", () => {
    this.CONSUME(k("sessionm"));
    this.block(() => this.SUBRULE(this.listSetting));
  });

  readonly casing = this.RULE("casing", () => {
    this.CONSUME(k("casing"));
    this.block(() => this.SUBRULE(this.casingSetting));
  });

  readonly casingSetting = this.RULE("casingSetting", () => {
    this.OR([{ ALT: () => this.SUBRULE(this.wordSetting) }, { ALT: () => this.SUBRULE(this.rule) }]);
  });

  readonly rule = this.RULE("rule", () => {
    this.CONSUME(k("rule"));
    this.SUBRULE(this.name);
    this.CONSUME(sign.Arrow);
    this.SUBRULE2(this.name);
  });

  readonly attributeSet = this.RULE("attributeSet", () => {
    this.SUBRULE(this.setReference);
    this.block(() => this.SUBRULE(this.attributeItem));
  });

  // The profile

  readonly profile = this.RULE("profile", () => {
    this.SUBRULE(this.profileHead);
    this.block(() => this.SUBRULE(this.profileSetting));
  });

  readonly profileHead = this.RULE("profileHead", () => {
    this.CONSUME(k("profile"));
    this.OPTION(() => {
      this.CONSUME(k("by"));
      this.SUBRULE(this.name);
    });
  });

  readonly profileSetting = this.RULE("profileSetting", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.identity) },
      { ALT: () => this.SUBRULE(this.reservedFields) },
      { ALT: () => this.SUBRULE(this.attributeItem) },
      { ALT: () => this.SUBRULE(this.wordSetting) },
      { ALT: () => this.SUBRULE(this.missingUsers) },
      { ALT: () => this.SUBRULE(this.when) },
    ]);
  });

  readonly identity = this.RULE("identity", () => {
    this.CONSUME(k("identity"));
    this.SUBRULE(this.name);
    this.CONSUME(sign.Arrow);
    this.SUBRULE(this.identityTarget);
  });

  readonly identityTarget = this.RULE("identityTarget", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(k("attribute"));
            this.SUBRULE(this.name);
          },
        },
        {
          ALT: () => {
            this.CONSUME(k("identifier"));
            this.SUBRULE2(this.name);
            this.OPTION(() => {
              this.CONSUME(k("replaces"));
              this.CONSUME(Word, { LABEL: "replaced" });
            });
          },
        },
        { ALT: () => this.SUBRULE3(this.name) },
      ],
      ERR_MSG: "a field of SessionM's user, `attribute` and a key, or `identifier` and its type",
    });
  });

  readonly reservedFields = this.RULE("reservedFields", () => {
    this.CONSUME(k("reserved_fields"));
    this.OR([
      { GATE: () => this.LA(1).tokenType !== sign.OpenBrace, ALT: () => this.SUBRULE(this.name) },
      { ALT: () => this.block(() => this.SUBRULE(this.reservedItem)) },
    ]);
  });

  readonly reservedItem = this.RULE("reservedItem", () => {
    this.OR([{ ALT: () => this.CONSUME(k("default")) }, { ALT: () => this.SUBRULE(this.attributeItem) }]);
  });

  readonly missingUsers = this.RULE("missingUsers", () => {
    this.CONSUME(k("missing_users"));
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k("create"));
          this.block(() => this.SUBRULE(this.createSetting));
        },
      },
      { ALT: () => this.SUBRULE(this.name) },
    ]);
  });

  readonly createSetting = this.RULE("createSetting", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k("external_id_type"));
          this.SUBRULE(this.name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k("opted_in"));
          this.SUBRULE(this.boolean);
        },
      },
    ]);
  });

  readonly boolean = this.RULE("boolean", () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(k("true")) }, { ALT: () => this.CONSUME(k("false")) }],
      ERR_MSG: "`true` or `false`",
    });
  });

  // Attributes

  readonly attributeItem = this.RULE("attributeItem", () => {
    this.OR([{ ALT: () => this.SUBRULE(this.attribute) }, { ALT: () => this.SUBRULE(this.setReference) }]);
  });

  readonly setReference = this.RULE("setReference", () => {
    this.CONSUME(k("set"));
    this.SUBRULE(this.name);
  });

  readonly attribute = this.RULE("attribute", () => {
    this.SUBRULE(this.attributeHead);
    this.OPTION(() => this.block(() => this.SUBRULE(this.modifier)));
  });

  readonly attributeHead = this.RULE("attributeHead", () => {
    this.CONSUME(k("attribute"));
    this.SUBRULE(this.names);
    this.OPTION(() => this.SUBRULE(this.target));
  });

  /** `->` and what it leads to: a key of an attribute, or a SessionM event. */
  readonly target = this.RULE("target", () => {
    this.CONSUME(sign.Arrow);
    this.SUBRULE(this.name);
  });

  readonly modifier = this.RULE("modifier", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.value) },
      { ALT: () => this.SUBRULE(this.constant) },
      { ALT: () => this.SUBRULE(this.lookup) },
      { ALT: () => this.SUBRULE(this.otherwiseText) },
      { ALT: () => this.SUBRULE(this.when) },
    ]);
  });

  readonly value = this.RULE("value", () => {
    this.CONSUME(k("value"));
    this.SUBRULE(this.expression);
  });

  readonly constant = this.RULE("constant", () => {
    this.CONSUME(k("text"));
    this.SUBRULE(this.name);
  });

  readonly lookup = this.RULE("lookup", () => {
    this.CONSUME(k("lookup"));
    this.block(() => this.SUBRULE(this.lookupPair));
  });

  readonly lookupPair = this.RULE("lookupPair", () => {
    this.SUBRULE(this.name);
    this.CONSUME(sign.Arrow);
    this.SUBRULE2(this.name);
  });

  readonly otherwiseText = this.RULE("otherwiseText", () => {
    this.CONSUME(k("else"));
    this.SUBRULE(this.name);
  });

  readonly when = this.RULE("when", () => {
    this.CONSUME(k("when"));
    this.OR([{ ALT: () => this.CONSUME(k("otherwise")) }, { ALT: () => this.SUBRULE(this.expression) }]);
  });

  // Events and screens

  readonly event = this.RULE("event", () => {
    this.SUBRULE(this.eventHead);
    this.OPTION(() => this.block(() => this.SUBRULE(this.eventSetting)));
  });

  readonly eventHead = this.RULE("eventHead", () => {
    this.CONSUME(k("event"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.target));
  });

  readonly screen = this.RULE("screen", () => {
    this.SUBRULE(this.screenHead);
    this.OPTION(() => this.block(() => this.SUBRULE(this.eventSetting)));
  });

  readonly screenHead = this.RULE("screenHead", () => {
    this.CONSUME(k("screen"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.target));
  });

  readonly eventSetting = this.RULE("eventSetting", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.wordSetting) },
      { ALT: () => this.SUBRULE(this.when) },
      { ALT: () => this.SUBRULE(this.attributeItem) },
    ]);
  });

  readonly newEvents = this.RULE("newEvents", () => {
    this.CONSUME(k("new_events"));
    this.SUBRULE(this.name);
  });

  // Names

  readonly name = this.RULE("name", () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(Word) }, { ALT: () => this.CONSUME(Text) }],
      ERR_MSG: "a name",
    });
  });

  readonly names = this.RULE("names", () => {
    this.AT_LEAST_ONE_SEP({ SEP: sign.Comma, DEF: () => this.SUBRULE(this.name), ERR_MSG: "a name" });
  });

  // Expressions

  readonly expression = this.RULE("expression", () => {
    this.SUBRULE(this.conjunction);
    this.MANY(() => {
      this.CONSUME(k("or"));
      this.SUBRULE2(this.conjunction);
    });
  });

  readonly conjunction = this.RULE("conjunction", () => {
    this.SUBRULE(this.negation);
    this.MANY(() => {
      this.CONSUME(k("and"));
      this.SUBRULE2(this.negation);
    });
  });

  readonly negation = this.RULE("negation", () => {
    this.MANY(() => this.CONSUME(k("not")));
    this.SUBRULE(this.comparison);
  });

  readonly comparison = this.RULE("comparison", () => {
    this.SUBRULE(this.coalescence);
    this.MANY(() => {
      this.SUBRULE(this.comparisonSign);
      this.SUBRULE2(this.coalescence);
    });
  });

  readonly comparisonSign = this.RULE("comparisonSign", () => {
    this.anyOf([
      sign.Equal,
      sign.NotEqual,
      sign.Less,
      sign.LessOrEqual,
      sign.Greater,
      sign.GreaterOrEqual,
      k("in"),
    ]);
  });

  readonly coalescence = this.RULE("coalescence", () => {
    this.SUBRULE(this.sum);
    this.MANY(() => {
      this.CONSUME(sign.Coalesce);
      this.SUBRULE2(this.sum);
    });
  });

  readonly sum = this.RULE("sum", () => {
    this.SUBRULE(this.product);
    this.MANY(() => {
      this.SUBRULE(this.sumSign);
      this.SUBRULE2(this.product);
    });
  });

  readonly sumSign = this.RULE("sumSign", () => {
    this.anyOf([sign.Plus, sign.Minus]);
  });

  readonly product = this.RULE("product", () => {
    this.SUBRULE(this.signed);
    this.MANY(() => {
      this.SUBRULE(this.productSign);
      this.SUBRULE2(this.signed);
    });
  });

  readonly productSign = this.RULE("productSign", () => {
    this.anyOf([sign.Times, sign.Divide, sign.Remainder]);
  });

  readonly signed = this.RULE("signed", () => {
    this.MANY(() => this.CONSUME(sign.Minus));
    this.SUBRULE(this.pipe);
  });

  readonly pipe = this.RULE("pipe", () => {
    this.SUBRULE(this.primary);
    this.MANY(() => {
      this.CONSUME(sign.Pipe);
      this.SUBRULE(this.reference);
    });
  });

  readonly primary = this.RULE("primary", () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(Text) },
        { ALT: () => this.CONSUME(NumberLiteral) },
        { ALT: () => this.CONSUME(k("true")) },
        { ALT: () => this.CONSUME(k("false")) },
        { ALT: () => this.SUBRULE(this.reference) },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.SUBRULE(this.table) },
        { ALT: () => this.SUBRULE(this.parenthesis) },
      ],
      ERR_MSG: "a value",
    });
  });

  readonly parenthesis = this.RULE("parenthesis", () => {
    this.CONSUME(sign.OpenParenthesis);
    this.SUBRULE(this.expression);
    this.CONSUME(sign.CloseParenthesis);
  });

  /** A source, or a function with its arguments. */
  readonly reference = this.RULE("reference", () => {
    this.AT_LEAST_ONE_SEP({ SEP: sign.Dot, DEF: () => this.CONSUME(Word), ERR_MSG: "a name" });
    this.OPTION(() => this.SUBRULE(this.args));
  });

  readonly args = this.RULE("args", () => {
    this.CONSUME(sign.OpenParenthesis);
    this.MANY_SEP({ SEP: sign.Comma, DEF: () => this.SUBRULE(this.expression) });
    this.CONSUME(sign.CloseParenthesis);
  });

  readonly list = this.RULE("list", () => {
    this.CONSUME(sign.OpenBracket);
    this.MANY_SEP({ SEP: sign.Comma, DEF: () => this.SUBRULE(this.expression) });
    this.CONSUME(sign.CloseBracket);
  });

  readonly table = this.RULE("table", () => {
    this.CONSUME(sign.OpenBrace);
    this.MANY_SEP({ SEP: sign.Comma, DEF: () => this.SUBRULE(this.tablePair) });
    this.CONSUME(sign.CloseBrace);
  });

  readonly tablePair = this.RULE("tablePair", () => {
    this.SUBRULE(this.expression);
    this.CONSUME(sign.Colon);
    this.SUBRULE2(this.expression);
  });

  /** `{`, statements with their ends, `}`. */
  private block(statement: () => unknown): void {
    this.CONSUME(sign.OpenBrace);
    this.MANY(() => {
      this.OR9({
        DEF: [{ ALT: () => this.SUBRULE9(this.end) }, { GATE: () => this.beginsStatement(), ALT: statement }],
        ERR_MSG: "a statement",
      });
    });
    this.CONSUME(sign.CloseBrace);
  }

  /** Says whether a statement may begin here: behind the end of another, or at the beginning of a block. */
  private beginsStatement(): boolean {
    const { tokenType } = this.LA(0);
    return [LineBreak, Semicolon, sign.OpenBrace, EOF].includes(tokenType);
  }

  private anyOf(tokens: readonly TokenType[]): IToken {
    return this.OR8(tokens.map((token) => ({ ALT: () => this.CONSUME8(token) })));
  }

  /**
   * The library goes on in a repetition by calling itself once more for each error, which overflows the stack in the
   * end: behind so many it goes on behind the block. Its types leave this method out.
   */
  shouldInRepetitionRecoveryBeTried(...args: unknown[]): boolean {
    const { shouldInRepetitionRecoveryBeTried: isWanted } =
      CstParser.prototype as unknown as RecoveringParser;
    return isWanted.apply(this, args) && this.errors.length < mostRecoveries;
  }
}

/** As many as are ever shown. */
const mostRecoveries = 20;

interface RecoveringParser {
  shouldInRepetitionRecoveryBeTried(this: unknown, ...args: unknown[]): boolean;
}

let parser: WaybillParser | undefined;

/** Returns the parser, made when it is first needed: looking ahead is worked out then, which takes a while. */
export function sharedParser(): WaybillParser {
  parser ??= new WaybillParser();
  return parser;
}
