import { printable } from "../compiler/diagnostics/printable.ts";
import type { Palette } from "../compiler/diagnostics/render-text.ts";
import { type Change, type ChangeClass, changeClasses } from "./change.ts";
import { proofLines, remarkOf, type WaybillDiff } from "./waybill-diff.ts";
import {
  batchWords,
  classWords,
  countWords,
  exampleValues,
  isShownByName,
  number,
  plainName,
  sentenceOf,
  whyWords,
} from "./words.ts";

/** How a diff is shown. */
export interface DiffStyle {
  readonly palette: Palette;
  /** Whether values of a sample are shown. */
  readonly showsValues: boolean;
}

/** Returns a diff as text: losses first, each with an example, none folded away. */
export function renderDiffText(diff: WaybillDiff, style: DiffStyle): string {
  const { title, before, after, comparison, proof } = diff;
  const { palette } = style;
  const versions = `${before ?? "nothing"} → ${after ?? "nothing"}`;
  const head = `${palette.bold(title)}  ${versions}\n${batchWords(comparison.batches)}\n`;
  const remark = remarkOf(diff);
  return [
    head,
    ...(remark === undefined ? [] : [`\n${remark}\n`]),
    ...(proof === undefined ? [] : [`\n${proofLines(proof).map(printable).join("\n  ")}\n`]),
    ...changeClasses.map((of) => renderClass(of, comparison.changes, style)),
    ...(comparison.unlisted > 0
      ? [`\n${number(comparison.unlisted)} more changes are not listed: too many names came.\n`]
      : []),
  ].join("");
}

function renderClass(of: ChangeClass, changes: readonly Change[], style: DiffStyle): string {
  const own = changes.filter((change) => change.class === of);
  if (own.length === 0) return "";
  const { palette } = style;
  const paint = { drops: palette.red, changes: palette.yellow, adds: palette.green, cosmetic: palette.cyan };
  const head = `${paint[of](palette.bold(of))}  ${number(own.length)}, ${classWords[of]}`;
  return `\n${head}\n${own.map((change) => renderChange(change, paint[of], style)).join("")}`;
}

const marks = { drops: "-", changes: "~", adds: "+", cosmetic: "·" } as const;

function renderChange(change: Change, paint: (text: string) => string, style: DiffStyle): string {
  const { from } = change;
  const counts = countWords(change);
  const details = [
    ...(from.length > 0 ? [`from ${from.map(plainName).join(", ")}`] : []),
    ...(counts === "" ? [] : [counts]),
  ];
  const why = whyWords(change);
  return [
    `  ${paint(marks[change.class])} ${style.palette.bold(sentenceOf(change, plainName))}`,
    ...(details.length > 0 ? [`      ${details.join(" · ")}`] : []),
    ...(why === "" ? [] : [`      ${change.class === "adds" ? "was left out" : "left out"}: ${why}`]),
    ...exampleLines(change, style.showsValues),
    "",
  ].join("\n");
}

function exampleLines(change: Change, showsValues: boolean): readonly string[] {
  const { kind, example } = change;
  if (example === undefined) return [];
  const where = printable(example.batch);
  if (isShownByName(change)) return where === "" ? [] : [`      ${where}`];
  const { before, after } = exampleValues(example, showsValues);
  const values = kind === "attribute_renamed" ? before : `${before} → ${after}`;
  return [`      ${values}${where === "" ? "" : `   ${where}`}`];
}
