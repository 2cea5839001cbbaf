/** A JSON reader, one character at a time, that keeps every digit of an integer. Slow and plain on purpose. */
import type { Json } from "../runtime/emitted/json.ts";

/** Integers from this many digits on are bigints: JavaScript's numbers would round some of them. */
const longestNumber = 15;
const longestInteger = 1000;
const deepest = 64;

interface Reader {
  readonly text: string;
  at: number;
}

/** Stands for what is beyond a limit: a member that comes later may replace it, and then it does not count. */
const beyond = Infinity;

/** Returns the value of a JSON text, or undefined where it is not JSON, too deep, or has a number beyond doubles. */
export function readJson(text: string): Json | undefined {
  const reader: Reader = { text, at: 0 };
  const value = readValue(reader, 0);
  skipSpace(reader);
  return reader.at === text.length && value !== undefined && !holdsBeyond(value) ? value : undefined;
}

function holdsBeyond(value: Json): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(holdsBeyond);
  return value === beyond;
}

function readValue(reader: Reader, level: number): Json | undefined {
  skipSpace(reader);
  const { text, at } = reader;
  switch (text[at]) {
    case "{":
      return level < deepest ? readObject(reader, level + 1) : skipContainer(reader);
    case "[":
      return level < deepest ? readList(reader, level + 1) : skipContainer(reader);
    case '"':
      return readString(reader);
    case "t":
      return readWord(reader, "true", true);
    case "f":
      return readWord(reader, "false", false);
    case "n":
      return readWord(reader, "null", null);
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader, level: number): Json | undefined {
  const object: Record<string, Json> = Object.create(null);
  reader.at++;
  if (takeCharacter(reader, "}")) return object;
  do {
    skipSpace(reader);
    const key = reader.text[reader.at] === '"' ? readString(reader) : undefined;
    if (key === undefined || !takeCharacter(reader, ":")) return undefined;
    const value = readValue(reader, level);
    if (value === undefined) return undefined;
    object[key] = value;
  } while (takeCharacter(reader, ","));
  return takeCharacter(reader, "}") ? object : undefined;
}

function readList(reader: Reader, level: number): Json | undefined {
  const items: Json[] = [];
  reader.at++;
  if (takeCharacter(reader, "]")) return items;
  do {
    const item = readValue(reader, level);
    if (item === undefined) return undefined;
    items.push(item);
  } while (takeCharacter(reader, ","));
  return takeCharacter(reader, "]") ? items : undefined;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

function readString(reader: Reader): string | undefined {
  const { text } = reader;
  let value = "";
  for (let at = reader.at + 1; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === '"') {
      reader.at = at + 1;
      return value;
    }
    if (character < " ") return undefined;
    if (character !== "\\") {
      value += character;
      continue;
    }
    at++;
    const hex = text[at] === "u" ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 1, at + 5))?.[0] : undefined;
    const unescaped =
      hex === undefined ? escapes[text[at] ?? ""] : String.fromCharCode(Number.parseInt(hex, 16));
    if (unescaped === undefined) return undefined;
    value += unescaped;
    if (hex !== undefined) at += 4;
  }
  return undefined;
}

function readNumber(reader: Reader): Json | undefined {
  const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  pattern.lastIndex = reader.at;
  const written = pattern.exec(reader.text)?.[0];
  if (written === undefined) return undefined;
  reader.at += written.length;
  const digits = written.replace("-", "");
  if (/^\d+$/.test(digits) && digits.length > longestNumber) {
    return written.length > longestInteger ? beyond : BigInt(written);
  }
  const value = Number(written);
  return Number.isFinite(value) ? value : beyond;
}

/** Reads on to the end of an object or list, however deep; undefined where it is not JSON. */
function skipContainer(reader: Reader): Json | undefined {
  const closers: string[] = [];
  do {
    skipSpace(reader);
    const opener = reader.text[reader.at];
    if (opener === "{" || opener === "[") {
      reader.at++;
      const closer = opener === "{" ? "}" : "]";
      if (!takeCharacter(reader, closer)) {
        closers.push(closer);
        if (!skipName(reader, closer)) return undefined;
        continue;
      }
    } else if (readValue(reader, 0) === undefined) {
      return undefined;
    }
    while (closers.length > 0 && takeCharacter(reader, closers.at(-1) ?? "")) closers.pop();
    const closer = closers.at(-1);
    if (closer !== undefined && !(takeCharacter(reader, ",") && skipName(reader, closer))) return undefined;
  } while (closers.length > 0);
  return beyond;
}

/** In an object a name and a colon come before each value. */
function skipName(reader: Reader, closer: string): boolean {
  if (closer === "]") return true;
  skipSpace(reader);
  const name = reader.text[reader.at] === '"' ? readString(reader) : undefined;
  return name !== undefined && takeCharacter(reader, ":");
}

function readWord<T>(reader: Reader, word: string, value: T): T | undefined {
  if (!reader.text.startsWith(word, reader.at)) return undefined;
  reader.at += word.length;
  return value;
}

function takeCharacter(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== character) return false;
  reader.at++;
  return true;
}

function skipSpace(reader: Reader): void {
  while (" \t\n\r".includes(reader.text[reader.at] ?? "x")) reader.at++;
}
