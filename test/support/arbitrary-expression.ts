import fc from "fast-check";

/** The types of `language.md` §3 as a random expression wants them: `attribute` is text or a list. */
interface Expressions {
  readonly text: string;
  readonly number: string;
  readonly boolean: string;
  readonly list: string;
  readonly attribute: string;
  /** Whatever is read as a text, or as a number. */
  readonly textual: string;
  readonly numeric: string;
  readonly any: string;
}

/** What random expressions read where they stand. */
export interface ExpressionNames {
  readonly user: readonly string[];
  /** In events and screens. */
  readonly event?: readonly string[];
  readonly identities: readonly string[];
  /** Whether there is a `value`. */
  readonly hasValue: boolean;
}

const texts = [
  "",
  "yes",
  "GOLD",
  " gold ",
  "12",
  "-0.5e1",
  "S1,S2",
  "a",
  "us",
  "Female",
  "true",
  "😀é",
  "ios",
];
const numbers = ["0", "1", "2.5", "12", "1767225600000", "1e300", "0.1"];
const purposes = ["loyalty", "Loyalty", "constructor"];

const oneOf = (items: readonly string[]) => fc.constantFrom(...items);
const literal = oneOf(texts).map((text) => JSON.stringify(text));
const numeral = oneOf(numbers);

function sourcesOf({ user, event, identities, hasValue }: ExpressionNames) {
  const named = (word: string, names: readonly string[]) =>
    oneOf(names).map((name) => `${word}(${JSON.stringify(name)})`);
  const inEvents = event === undefined ? [] : [named("value", event)];
  return {
    attribute: [named("user", user), ...inEvents, ...(hasValue ? [oneOf(["value"]), oneOf(["value"])] : [])],
    text: [
      oneOf([
        "platform",
        "environment",
        "mpid",
        ...(event === undefined ? [] : ["event.name", "event.type"]),
      ]),
      named("identity", identities),
    ],
    number: event === undefined ? [] : [oneOf(["event.time"])],
    boolean: [oneOf(["consent.ccpa_opt_out"]), named("consent.gdpr", purposes)],
  };
}

/** Random expressions that the checker accepts, by type. */
export function arbitraryExpressions(names: ExpressionNames) {
  const sources = sourcesOf(names);
  return fc.letrec<Expressions>((tie) => {
    const typed = (type: keyof Expressions) => tie(type) as fc.Arbitrary<string>; // Each is made below.
    const [text, number, boolean, list] = [typed("text"), typed("number"), typed("boolean"), typed("list")];
    const [attribute, any] = [typed("attribute"), typed("any")];
    const [textual, numeric] = [typed("textual"), typed("numeric")];
    const call = (name: string, ...args: readonly fc.Arbitrary<string>[]) =>
      fc.tuple(...args).map((made) => `${name}(${made.join(", ")})`);
    const pipe = (name: string, first: fc.Arbitrary<string>) => first.map((made) => `(${made} | ${name})`);
    const infix = (operators: readonly string[], left: fc.Arbitrary<string>, right: fc.Arbitrary<string>) =>
      fc
        .tuple(left, oneOf(operators), right)
        .map(([one, operator, other]) => `(${one} ${operator} ${other})`);
    const pick = (leaves: readonly fc.Arbitrary<string>[], others: readonly fc.Arbitrary<string>[]) =>
      fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        { weight: 3, arbitrary: fc.oneof(...leaves) },
        ...others.map((arbitrary) => ({ weight: 1, arbitrary })),
      );
    const table = fc
      .uniqueArray(oneOf(texts), { minLength: 1, maxLength: 3 })
      .map((keys) => `{${keys.map((key, index) => `${JSON.stringify(key)}: "t${index}"`).join(", ")}}`);
    const items = fc.array(fc.oneof(literal, numeral), { minLength: 1, maxLength: 3 });
    return {
      text: pick(
        [literal, ...sources.text],
        [
          pipe("lower", textual),
          pipe("trim | upper", textual),
          call("substring", textual, numeric, numeric),
          call("replace", textual, literal, textual),
          call("join", list, literal),
          call("first", list),
          call("last", list),
          call("string", any),
          call("concat", any, any, textual),
          call("lookup", any, table),
          call("lookup", any, table, any),
          call("date", any, fc.constant('"yyyy-MM-dd HH:mm:ss.SSS"')),
          call("sha256", textual),
          call("gender", textual),
          call("country", textual),
          call("if", boolean, text, text),
          infix(["??"], text, text),
        ],
      ),
      number: pick(
        [numeral, ...sources.number],
        [
          infix(["+", "-", "*", "/", "%"], numeric, numeric),
          numeric.map((made) => `(-${made})`),
          call("length", fc.oneof(textual, list)),
          pipe("number", numeric),
          call("integer", numeric),
          call("round", numeric, numeric),
          call("floor", numeric),
          call("ceil", numeric),
          call("abs", numeric),
          call("min", numeric, numeric),
          call("max", numeric),
          call("if", boolean, number, number),
          infix(["??"], number, number),
        ],
      ),
      boolean: pick(
        [...sources.boolean, oneOf(["true", "false"])],
        [
          infix(["and", "or"], boolean, boolean),
          infix(["and", "or"], boolean, boolean),
          boolean.map((made) => `(not ${made})`),
          infix(["==", "!="], textual, textual),
          infix(["==", "!="], boolean, boolean),
          infix(["==", "!=", "<", "<=", ">", ">="], numeric, numeric),
          fc.tuple(attribute, items).map(([made, all]) => `(${made} in [${all.join(", ")}])`),
          oneOf(["ios", "web", "custom_feeds"]).map((name) => `(platform in ["android", "${name}"])`),
          call("present", any),
          call("contains", attribute, textual),
          call("starts_with", textual, textual),
          call("ends_with", textual, textual),
          call("glob", textual, fc.constant('"*s?*"')),
          pipe("boolean", any),
          pipe("default(true)", boolean),
          call("if", boolean, boolean, boolean),
          infix(["??"], boolean, boolean),
        ],
      ),
      list: pick([call("split", attribute, literal)], [infix(["??"], list, list)]),
      attribute: pick(sources.attribute, [infix(["??"], attribute, fc.oneof(list, text))]),
      textual: fc.oneof(text, attribute),
      numeric: fc.oneof(number, numeral, attribute),
      any: fc.oneof(text, number, boolean, list, attribute),
    };
  });
}
