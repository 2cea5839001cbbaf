import type { Random } from "../../src/random/random.ts";

/** What is put into texts: the marks of both syntaxes, odd characters, words of the language, and far too much of one thing. */
const pieces: readonly [string, ...string[]] = [
  "[",
  ..."] { } ( ) : , - ? | > & * ! # % @ ` ' \" ~ \\ / ; -> ?? == in or not".split(" "),
  ..."\n,\r\n,\t, ,\0,\ud800,\ufeff,\u2028,\u{1f600},é,9999999999".split(","),
  ..."when value lookup set attribute event otherwise waybill null true".split(" "),
  "(".repeat(400),
  "[".repeat(100),
  "{".repeat(100),
  "- ".repeat(80),
  "not ".repeat(300),
  "a | ".repeat(300),
  "#".repeat(500),
  "&a [*a, *a]",
];

/** Returns a text that is broken in one place, perhaps with a part of one of the others. */
export function mutate(text: string, others: readonly string[], random: Random): string {
  const at = random.below(Math.max(1, text.length));
  const end = Math.min(text.length, at + random.below(40));
  const piece = random.pick(pieces);
  switch (random.below(8)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + text.slice(at, end).repeat(2) + text.slice(end);
    case 2:
      return text.slice(0, at) + piece + text.slice(end);
    case 3:
      return text.slice(0, at);
    case 4:
      return moveLines(text.split("\n"), random);
    case 5:
      return text.slice(0, at) + partOf(others, random);
    case 6:
      return text.slice(0, at) + text.slice(at, end).split("").reverse().join("") + text.slice(end);
    default:
      return text.slice(0, at) + piece + text.slice(at);
  }
}

function moveLines(lines: string[], random: Random): string {
  const moved = lines.splice(random.below(lines.length), 1 + random.below(3));
  lines.splice(random.below(lines.length + 1), 0, ...moved);
  return lines.join("\n");
}

function partOf(others: readonly string[], random: Random): string {
  const other = others[random.below(Math.max(1, others.length))] ?? "";
  return other.slice(random.below(other.length + 1));
}
