import { type Palette, renderText } from "../../compiler/diagnostics/render-text.ts";
import { placeOf } from "../../compiler/source/source-file.ts";
import type { DifferenceLine } from "../../testing/difference.ts";
import type { Failure } from "../../testing/run-test.ts";
import { plural } from "../plural.ts";
import type { Session, TestRun } from "./session.ts";

/** Returns what a session found, for people: the failures in full, everything else in a line. */
export function renderSession(session: Session, palette: Palette): string {
  const { runs, problems, broken } = session;
  const diagnostics = [...problems, ...broken.flatMap(({ errors }) => errors)];
  const parts = [
    ...(diagnostics.length > 0 ? [renderText(diagnostics, palette)] : []),
    ...groupsOf(runs).map((group) => renderGroup(group, palette)),
    `${summaryOf(session)}\n`,
  ];
  return parts.join("\n");
}

/** The runs of one test file against one waybill. */
function groupsOf(runs: readonly TestRun[]): readonly (readonly TestRun[])[] {
  const groups = new Map<string, TestRun[]>();
  for (const run of runs) {
    const key = `${run.path}\n${run.waybill.path}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()];
}

function renderGroup(runs: readonly TestRun[], palette: Palette): string {
  const [first] = runs;
  if (first === undefined) return "";
  const failed = runs.filter(isFailed);
  const head = `${palette.bold(first.path)} → ${first.waybill.path}`;
  const counts = `${plural(runs.length - failed.length, "test")} passed${failed.length > 0 ? `, ${palette.red(`${failed.length} failed`)}` : ""}`;
  return [`${head}: ${counts}\n`, ...failed.map((run) => renderFailed(run, palette))].join("\n");
}

/** Says whether a test found something else than it expects. */
export function isFailed({ outcome }: TestRun): boolean {
  return outcome.failures.length > 0;
}

function renderFailed(run: TestRun, palette: Palette): string {
  const { test, outcome } = run;
  const head = `  ${palette.red("✗")} ${palette.bold(test.name)}  ${palette.blue(placeOf(test.span))}`;
  const advice = outcome.expectsNothing
    ? ["    It expects nothing yet. `--update` writes down what came:\n"]
    : [];
  return [`${head}\n`, ...advice, ...outcome.failures.map((failure) => renderFailure(failure, palette))].join(
    "",
  );
}

function renderFailure({ key, lines, notes }: Failure, palette: Palette): string {
  const legend = `${palette.red("- expected")}  ${palette.green("+ came")}`;
  const body = lines.map((line) => `      ${paintLine(line, palette)}\n`);
  return [`    ${key}:  ${legend}\n`, ...body, ...notes.map((note) => `      ${note}\n`)].join("");
}

function paintLine({ mark, text }: DifferenceLine, palette: Palette): string {
  const line = `${mark} ${text}`.trimEnd();
  if (mark === "-") return palette.red(line);
  return mark === "+" ? palette.green(line) : line;
}

function summaryOf({ runs, broken, problems, milliseconds }: Session): string {
  const failed = runs.filter(isFailed).length;
  const parts = [
    `${plural(runs.length, "test")}: ${runs.length - failed} passed, ${failed} failed`,
    ...(problems.length > 0 ? [`${plural(problems.length, "mistake")} in test files`] : []),
    ...(broken.length > 0 ? [`${plural(broken.length, "waybill")} with errors`] : []),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ];
  return parts.join(" · ");
}
