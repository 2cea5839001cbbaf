import { expect, test } from "vitest";
import { checkWaybill } from "../../../src/compiler/compile.ts";
import { renderJson } from "../../../src/compiler/diagnostics/render-json.ts";
import { checkText, memoryReader } from "../../support/memory-reader.ts";

test("a diagnostic has exactly the members of the format, and null for no hint", () => {
  const { diagnostics } = checkText("waybill: 1\nname: loyalty\nsource: {names: [exact]}\n");
  expect(renderJson(diagnostics)).toBe(
    JSON.stringify({
      diagnostics: [
        {
          code: "wrong-type",
          severity: "error",
          message: "Expected a way to match names, found a list.",
          hint: null,
          file: "loyalty.waybill.yaml",
          range: { start: { line: 3, column: 17 }, end: { line: 3, column: 24 } },
          related: [],
        },
      ],
      errors: 1,
      warnings: 0,
    }),
  );
});

test("columns count UTF-16 code units from 1, and the end is exclusive", () => {
  const { diagnostics } = checkText(
    'waybill: 1\r\nname: loyalty\r\nevents: ["🏪", {event: é🏪, tpye: x}]\r\n',
  );
  expect(JSON.parse(renderJson(diagnostics)).diagnostics[0].range).toEqual({
    start: { line: 3, column: 29 },
    end: { line: 3, column: 33 },
  });
});

test("a range may span lines", () => {
  const { diagnostics } = checkText("waybill: 1\nname:\n  - a\n  - b\n");
  expect(JSON.parse(renderJson(diagnostics)).diagnostics[0].range).toEqual({
    start: { line: 3, column: 3 },
    end: { line: 4, column: 6 },
  });
});

test("related places have a message, a file and a range", () => {
  const { diagnostics } = checkWaybill(
    "a.waybill.yaml",
    memoryReader({
      "a.waybill.yaml": "waybill: 1\nname: a\ninclude: [b.waybill.yaml]\nnew_events: drop\n",
      "b.waybill.yaml": "waybill: 1\nnew_events: drop\n",
    }),
  );
  const [first] = JSON.parse(renderJson(diagnostics)).diagnostics;
  expect(first.file).toBe("a.waybill.yaml");
  expect(first.related).toEqual([
    {
      message: "first stated here",
      file: "b.waybill.yaml",
      range: { start: { line: 2, column: 13 }, end: { line: 2, column: 17 } },
    },
  ]);
});

test("severities are counted apart, information in neither", () => {
  const { diagnostics } = checkText(
    "waybill: 1\nname: a\nsessionm: {attributes: [a, b]}\nnew_events: forward\n",
  );
  const { errors, warnings, diagnostics: list } = JSON.parse(renderJson(diagnostics));
  expect([errors, warnings, list.length]).toEqual([0, 1, 3]);
});

test("it is one line of JSON whatever the file holds", () => {
  const { diagnostics } = checkText('waybill: 1\nname: "\\ud800\\n\\u2028"\n');
  const text = renderJson(diagnostics);
  expect(text).not.toMatch(/[\n\r]/);
  expect(JSON.parse(text).errors).toBe(1);
});
