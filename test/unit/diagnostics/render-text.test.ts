import { expect, test } from "vitest";
import { createDiagnostic, type Label } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { type Palette, renderText } from "../../../src/compiler/diagnostics/render-text.ts";
import { createSourceFile, type SourceFile, type Span } from "../../../src/compiler/source/source-file.ts";

/** Returns a file and the spans of what stands in `‹…›` in its text. */
function marked(path: string, text: string): { readonly file: SourceFile; readonly spans: readonly Span[] } {
  const parts = text.split(/[‹›]/);
  const file = createSourceFile(path, parts.join(""));
  let offset = 0;
  const spans = parts.flatMap((part, index) => {
    const start = offset;
    offset += part.length;
    return index % 2 === 0 ? [] : [{ file, start, end: offset }];
  });
  return { file, spans };
}

function render(text: string, labels: readonly string[] = [], palette?: Palette): string {
  const { spans } = marked("a.waybill.yaml", text);
  const [first, ...others] = spans as [Span, ...Span[]];
  return renderSpans(
    first,
    others.map((span, index) => ({ span, text: labels[index] ?? "there" })),
    palette,
  );
}

function renderSpans(span: Span, labels: readonly Label[] = [], palette?: Palette): string {
  return renderText([createDiagnostic("stated-twice", span, { key: "k" }, labels)], palette);
}

/** The lines of the code frame, without the head and the hint. */
function frame(text: string): readonly string[] {
  return text.split("\n").filter((line) => /^ *\d* [|.]/.test(line));
}

test("a diagnostic has a head, a place, a frame and a hint", () => {
  expect(render("a: 1\nb: ‹two›\nc: 3\n")).toBe(`error[stated-twice]: \`k\` is stated twice.
 --> a.waybill.yaml:2:4
  |
2 | b: two
  |    ^^^
  |
help: Keep one of them.
`);
});

test("the caret stands under text behind wide, combining and astral characters", () => {
  expect(frame(render("日本: ‹x›"))[2]).toBe("  |       ^");
  expect(frame(render("e\u0301é: ‹x›"))[2]).toBe("  |     ^");
  expect(frame(render("🏪: ‹x›"))[2]).toBe("  |     ^");
  expect(frame(render("‹日本›: x"))[2]).toBe("  | ^^^^");
  expect(frame(render("ａ: ‹x›"))[2]).toBe("  |     ^");
});

test("a tab is shown as one space, and the caret follows", () => {
  expect(frame(render("a:\t‹x›")).slice(1, 3)).toEqual(["1 | a: x", "  |    ^"]);
});

test("an empty span has a caret of its own, at the end of a line too", () => {
  expect(frame(render("name:‹›\nb: 1"))[2]).toBe("  |      ^");
  expect(frame(render("‹›"))).toEqual([]);
});

test("a span of several lines is marked on its first", () => {
  expect(frame(render("a: ‹[1,\n  2]›\n")).slice(1, 3)).toEqual(["1 | a: [1,", "  |    ^^^"]);
});

test("Windows line ends and a byte order mark do not show", () => {
  const lines = frame(render("\ufeffa: 1\r\nb: ‹two›\r\nc: 3"));
  expect(lines.slice(1, 3)).toEqual(["2 | b: two", "  |    ^^^"]);
});

test("both places of a conflict stand in one frame, with what is between left out", () => {
  expect(frame(render("‹a›: 1\nb: 2\nc: 3\n‹a›: 4\n", ["first"])).slice(1)).toEqual([
    "1 | a: 1",
    "  | ^",
    " ...",
    "4 | a: 4",
    "  | - first",
    "  |",
  ]);
  expect(frame(render("a: 1\nb: ‹2›\nc: ‹3›\n"))).not.toContain(" ...");
});

test("line numbers of different length stand under one another", () => {
  const text = `‹a›: 1\n${"x: 1\n".repeat(10)}‹a›: 2\n`;
  expect(frame(render(text)).slice(0, 3)).toEqual(["   |", " 1 | a: 1", "   | ^"]);
});

test("places in two files have a frame each", () => {
  const one = marked("a.waybill.yaml", "k: ‹1›").spans[0] as Span;
  const two = marked("b.waybill.yaml", "x: 0\nk: ‹2›").spans[0] as Span;
  const text = renderSpans(one, [{ span: two, text: "first stated here" }]);
  expect(text).toContain(" --> a.waybill.yaml:1:4\n");
  expect(text).toContain(" ::: b.waybill.yaml:2:4\n");
  expect(text).toContain("2 | k: 2\n  |    - first stated here\n");
});

test("a very long line is cut to the part around the mark", () => {
  const lines = frame(render(`a: ${"x".repeat(5000)}‹here›${"y".repeat(5000)}`));
  expect(lines[1]?.length).toBeLessThanOrEqual(170);
  const [source, carets] = [lines[1] ?? "", lines[2] ?? ""];
  expect(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("here");
});

test("control and direction characters of a file or a path do not reach the terminal", () => {
  const hostile = "\u001b[2J\u0007\u202e\u2066\u0000\u009b\u200b\u061c";
  const { spans } = marked(`a${hostile}\n.waybill.yaml`, `${hostile}: ‹x${hostile}›`);
  const span = spans[0] as Span;
  const text = renderText([createDiagnostic("unknown-set", span, { set: hostile })]);
  expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u061c]/u);
  expect(text.split("\n")).toHaveLength(8);
});

test("very long user text is cut in messages", () => {
  const { file } = marked("a", "x");
  const text = renderText([
    createDiagnostic("unknown-set", { file, start: 0, end: 1 }, { set: "x".repeat(500) }),
  ]);
  expect(text.split("\n")[0]?.length).toBeLessThan(120);
});

test("without colours there is no escape, with them each part has its own", () => {
  expect(render("a: ‹x›")).not.toContain("\u001b");
  const wrap = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const names = ["bold", "red", "yellow", "blue", "cyan"] as const;
  const palette = Object.fromEntries(names.map((name) => [name, wrap(name)])) as unknown as Palette;
  const text = render("a: ‹x›\nb: ‹y›", ["there"], palette);
  expect(text).toContain("<red><bold>error[stated-twice]</bold></red>");
  expect(text).toContain("<red>^</red>");
  expect(text).toContain("<blue>- there</blue>");
  expect(text).toContain("<cyan>help</cyan>");
});

test("several diagnostics have an empty line between them, none have no text", () => {
  const { file } = marked("a", "x");
  const one = createDiagnostic("stated-twice", { file, start: 0, end: 1 }, { key: "k" });
  expect(renderText([one, one]).split("\n\n")).toHaveLength(2);
  expect(renderText([])).toBe("");
});
