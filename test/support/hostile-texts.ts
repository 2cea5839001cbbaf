/** Ways to make code of ours run code of someone else's; each would set `globalThis.__canary`. */
const attacks: readonly string[] = [
  'globalThis.__canary="hit"',
  "${globalThis.__canary=1}",
  "`${globalThis.__canary=1}`",
  '";globalThis.__canary=1;"',
  "';globalThis.__canary=1;'",
  '\\";globalThis.__canary=1;//',
  "\\u0022;globalThis.__canary=1;//",
  "\\x22;globalThis.__canary=1;//",
  "*/globalThis.__canary=1;/*",
  "*/ globalThis.__canary=1; /**",
  "*\\/globalThis.__canary=1;/*",
  "*\u200b/globalThis.__canary=1;/*",
  "**//globalThis.__canary=1",
  "\nglobalThis.__canary=1\n",
  "\r\nglobalThis.__canary=1//",
  "\u2028globalThis.__canary=1\u2028",
  "\u2029globalThis.__canary=1//",
  "\u0085globalThis.__canary=1",
  "</script><script>globalThis.__canary=1</script>",
  "<!--\nglobalThis.__canary=1",
  "-->\nglobalThis.__canary=1",
  '"]);globalThis.__canary=1;([["',
  '")]);globalThis.__canary=1;//',
  '":break;default:globalThis.__canary=1;case"',
  "});globalThis.__canary=1;({",
  "){}globalThis.__canary=1;function f(",
  "=>globalThis.__canary=1",
  'import("data:text/javascript,globalThis.__canary=1")',
  'require("child_process").exec("touch /tmp/canary")',
  "(globalThis.__canary=1)",
  "constructor.constructor('globalThis.__canary=1')()",
  "//# sourceMappingURL=data:application/json;base64,e30=",
  "sourceMappingURL=x\n//# sourceURL=y",
  "@ts-ignore */ globalThis.__canary=1; /*",
];

/** Text that is awkward to quote, to compare or to print. */
const awkward: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "\0",
  "a\0b",
  "\ud800",
  "\udfff",
  "a\ud800b",
  "\udc00\ud800",
  "\ud83c\udfea",
  "\u202e\u2066evil\u2069",
  "\u200e\u200f\u061c",
  "\ufeff",
  "\u00ad\u200d\u2060",
  "\u{e0001}\u{e007f}",
  "\u007f\u0080\u009f",
  "\\",
  "\\\\",
  '"',
  "'",
  "`",
  "$",
  "${",
  "$&",
  "$`",
  "$1",
  "*/",
  "/*",
  "//",
  "#!",
  "</",
  "</SCRIPT",
  "<\\/script",
  "\t",
  "\b\f\v",
  "\x1b[31m",
  "{api_key}",
  "%s%d%j",
  "a".repeat(300),
  "\u{10ffff}",
  "\ufffe\uffff",
];

/** Every hostile text. */
export const hostileTexts: readonly string[] = [...attacks, ...awkward];

/** Returns `count` hostile texts, each different and each with letters and digits in it: joins of those above. */
export function manyHostileTexts(count: number): readonly string[] {
  const base = hostileTexts.length;
  return Array.from({ length: count }, (_, index) => {
    const first = hostileTexts[index % base] ?? "";
    const second = hostileTexts[(index * 7 + Math.floor(index / base)) % base] ?? "";
    return index < base ? `${first} p${index}` : `p${index} ${second}${first}`;
  });
}
