import { formatDate as call } from "../../runtime/emitted/functions/date.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

/** What other libraries call the parts of a date. */
const elsewhere: Readonly<Record<string, string>> = { YYYY: "yyyy", DD: "dd", hh: "HH" };

export const formatDate = defineFunction({
  name: "date",
  summary: "A time as text in UTC, from epoch milliseconds or ISO 8601. What is no time is absent.",
  parameters: [
    { name: "time", type: type.string, takes: type.any, summary: "the time; without a zone it is UTC" },
    {
      name: "format",
      type: type.string,
      isLiteral: true,
      summary: "`yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and `SSS`; everything else stands for itself",
    },
  ],
  result: type.string,
  examples: [
    { expression: 'date(1773324000000, "yyyy-MM-dd")', gives: "2026-03-12" },
    { expression: 'date("2026-03-12T14:00:00+02:00", "dd.MM.yyyy HH:mm")', gives: "12.03.2026 12:00" },
    { expression: 'date("2026-02-30", "yyyy")', gives: null },
  ],
  checkLiteral(parameter, value) {
    const isEmpty = parameter === "format" && !/yyyy|MM|dd|HH|mm|ss|SSS/.test(String(value));
    return isEmpty ? "it has none of `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and `SSS`" : undefined;
  },
  doubtLiteral(parameter, value) {
    const format = String(value);
    const found = [...new Set(format.match(/YYYY|DD|hh/g))];
    if (parameter !== "format" || found.length === 0) return undefined;
    const words = found.map((word) => `\`${word}\``).join(" and ");
    const instead = format.replace(/YYYY|DD|hh/g, (word) => elsewhere[word] ?? word);
    return {
      problem: `${words} ${found.length > 1 ? "stand for themselves" : "stands for itself"}`,
      instead,
    };
  },
  call,
});
