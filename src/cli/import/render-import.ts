import { countText, type ImportResult } from "../../import/import-waybill.ts";

/** Returns what `import` says about a waybill to people. */
export function renderImport(result: ImportResult, out: string | undefined): string {
  const { counts, toDo } = result;
  const { errors, warnings } = verdictOf(result);
  const say = (count: number, what: string) =>
    `${count === 0 ? "no" : count} ${what}${count === 1 ? "" : "s"}`;
  const list = toDo.map(({ text }, index) => `${String(index + 1).padStart(3)}. ${text}`);
  return [
    ...(out === undefined ? [] : [`${out}: written`]),
    ...[...counts].map(([from, count]) => countText(from, count)),
    ...(list.length === 0 ? ["Nothing is left to do."] : ["To do:", ...list]),
    `waybill check: ${say(errors, "error")}, ${say(warnings, "warning")}`,
    "",
  ].join("\n");
}

/** Returns the same as JSON on one line. */
export function renderJsonImport(
  result: ImportResult,
  syntax: string,
  where: { readonly file: string } | { readonly text: string },
): string {
  const { counts, toDo } = result;
  const rows = [...counts].map(([from, { rows, translated, withoutEffect, toDo: left }]) => {
    return [from, { rows, translated, without_effect: withoutEffect, to_do: left }];
  });
  return `${JSON.stringify({
    ...where,
    syntax,
    counts: Object.fromEntries(rows),
    to_do: toDo.map(({ export: from, text }) => ({ from, text })),
    ...verdictOf(result),
  })}\n`;
}

/** Returns how many errors and warnings `check` has for a waybill. */
export function verdictOf({ diagnostics }: ImportResult): {
  readonly errors: number;
  readonly warnings: number;
} {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  return { errors: count("error"), warnings: count("warning") };
}
