import { type Change, type ChangeClass, changeClasses } from "./change.ts";
import { proofLines, remarkOf, type ShownProof, type WaybillDiff } from "./waybill-diff.ts";
import {
  batchWords,
  classWords,
  countWords,
  exampleValues,
  isShownByName,
  number,
  sentenceOf,
  whyWords,
} from "./words.ts";

/** Returns diffs as Markdown for a pull request: a table for each class, losses first, none folded away. */
export function renderDiffMarkdown(diffs: readonly WaybillDiff[], showsValues: boolean): string {
  const body = diffs.map((diff) => renderOne(diff, showsValues)).join("\n");
  return `## What changes for members\n\n${body}`;
}

function renderOne(diff: WaybillDiff, showsValues: boolean): string {
  const { title, before, after, comparison, proof } = diff;
  const remark = remarkOf(diff);
  const tally = changeClasses
    .map((of) => `${number(comparison.changes.filter((change) => change.class === of).length)} ${of}`)
    .join(" · ");
  return [
    `### ${codeSpan(title)}\n`,
    `${codeSpan(before ?? "nothing")} → ${codeSpan(after ?? "nothing")}. **${tally}**. ${capital(batchWords(comparison.batches))}.\n`,
    ...(remark === undefined ? [] : [`${remark}\n`]),
    ...(proof === undefined ? [] : [proofText(proof)]),
    ...changeClasses.flatMap((of) => renderClass(of, comparison.changes, showsValues)),
    ...(comparison.unlisted > 0
      ? [`${number(comparison.unlisted)} more changes are not listed: too many names came.\n`]
      : []),
  ].join("\n");
}

const marks = { drops: "🔴", changes: "🟡", adds: "🟢", cosmetic: "⚪" } as const;

function renderClass(of: ChangeClass, changes: readonly Change[], showsValues: boolean): readonly string[] {
  const own = changes.filter((change) => change.class === of);
  if (own.length === 0) return [];
  const rows = own.map((change) => {
    const cells = [whatCell(change), countWords(change), ...exampleCells(change, showsValues)];
    return `| ${cells.join(" | ")} |`;
  });
  const head = ["| what | how often | before | after | shown by |", "| --- | --- | --- | --- | --- |"];
  return [`#### ${marks[of]} ${capital(of)}: ${classWords[of]}\n`, [...head, ...rows].join("\n"), ""];
}

function whatCell(change: Change): string {
  const from = change.from.map(codeSpan).join(", ");
  const why = whyWords(change);
  return [
    capital(sentenceOf(change, codeSpan)),
    ...(from === "" ? [] : [`from ${from}`]),
    ...(why === "" ? [] : [`${change.class === "adds" ? "was left out" : "left out"}: ${codeSpan(why)}`]),
  ].join("<br>");
}

function exampleCells(change: Change, showsValues: boolean): readonly string[] {
  const { example } = change;
  if (example === undefined) return ["", "", ""];
  const batch = example.batch === "" ? "" : codeSpan(example.batch);
  if (isShownByName(change)) return ["", "", batch];
  const { before, after } = exampleValues(example, showsValues);
  return [codeSpan(before), codeSpan(after), batch];
}

function proofText(proof: ShownProof): string {
  const [verdict, ...rest] = proofLines(proof);
  return [`**${verdict}**`, "", ...rest.map((line) => `- ${codeSpan(line)}`), ""].join("\n");
}

/** Names come from files and batches: in a code span they make no link, mention, table cell or HTML. */
function codeSpan(text: string): string {
  const line = text.replace(/\s/g, " ");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(line) ? " " : "";
  return line === "" ? "" : `${fence}${pad}${line.replaceAll("|", "\\|")}${pad}${fence}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
