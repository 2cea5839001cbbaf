import { structuredPatch } from "diff";
import { type PlainValue, yamlText } from "../compiler/frontend/yaml/edit.ts";

/** A line of a difference: only expected (`-`), only there (`+`), in both, or `…` for lines left out. */
export interface DifferenceLine {
  readonly mark: "-" | "+" | " " | "…";
  readonly text: string;
}

/** How many equal lines are shown around each difference. */
const context = 3;

/** Returns what differs between two values, line by line, as a test file would write them. */
export function differenceOf(expected: PlainValue, came: PlainValue): readonly DifferenceLine[] {
  const { hunks } = structuredPatch("", "", linesOf(expected), linesOf(came), "", "", { context });
  return hunks.flatMap(({ lines, oldStart }, index) => [
    ...(index > 0 || oldStart > 1 ? [{ mark: "…", text: "" } as const] : []),
    ...lines.flatMap((line): readonly DifferenceLine[] => {
      const mark = line[0];
      return mark === "-" || mark === "+" || mark === " " ? [{ mark, text: line.slice(1) }] : [];
    }),
  ]);
}

/** What is empty has no lines. */
function linesOf(value: PlainValue): string {
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return isEmpty ? "" : yamlText(value);
}
