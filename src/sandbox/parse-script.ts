import { nearest } from "../compiler/diagnostics/suggest.ts";
import { findFaultName, isStatus, unknownFault } from "./faults.ts";
import { isRecord } from "./json.ts";
import { isProblem, type Problem } from "./problem.ts";
import type { ScriptRule } from "./script.ts";
import { parseSwitches } from "./switches.ts";

type Json = Readonly<Record<string, unknown>>;

/** Reads a script: a list of rules. The first mistake is reported with the number of its rule. */
export function parseScript(json: unknown): readonly ScriptRule[] | Problem {
  if (!Array.isArray(json)) return { problem: "A script is a list of rules." };
  for (const [index, rule] of json.entries()) {
    const found = findRuleProblem(rule);
    if (found !== undefined) return { ...found, problem: `Rule ${index + 1}: ${found.problem}` };
  }
  // Every rule was checked, key by key.
  return json as readonly ScriptRule[];
}

function findRuleProblem(rule: unknown): Problem | undefined {
  if (!isRecord(rule)) return { problem: "a rule is an object with match and answers." };
  const { match = {}, answers } = rule;
  const problem = findUnknownKey(rule, ["match", "answers"]) ?? findMatchProblem(match);
  if (problem !== undefined) return problem;
  if (!Array.isArray(answers)) return { problem: "answers is not a list." };
  return answers.map(findAnswerProblem).find(isProblem);
}

function findMatchProblem(match: unknown): Problem | undefined {
  if (!isRecord(match)) return { problem: "match is not an object." };
  const unknown = findUnknownKey(match, ["method", "path", "event", "nth"]);
  if (unknown !== undefined) return unknown;
  const { nth = 1, ...texts } = match;
  const wrong = Object.keys(texts).find((key) => typeof texts[key] !== "string");
  if (wrong !== undefined) return { problem: `match.${wrong} is not text.` };
  const isPosition = Number.isInteger(nth) && Number(nth) > 0;
  return isPosition ? undefined : { problem: "match.nth is not a positive whole number." };
}

function findAnswerProblem(answer: unknown): Problem | undefined {
  if (answer === "ok") return undefined;
  if (typeof answer === "string") return findFaultProblem({ fault: answer });
  if (typeof answer === "number") return findStatusProblem({ status: answer });
  if (isRecord(answer) && "fault" in answer) return findFaultProblem(answer);
  if (isRecord(answer) && "status" in answer) return findStatusProblem(answer);
  if (isRecord(answer) && "switches" in answer) return findSwitchesProblem(answer);
  return { problem: `${JSON.stringify(answer)} is no answer: it has neither status, fault nor switches.` };
}

function findSwitchesProblem(answer: Json): Problem | undefined {
  const switches = parseSwitches(answer["switches"]);
  return findUnknownKey(answer, ["switches"]) ?? (isProblem(switches) ? switches : undefined);
}

function findFaultProblem(answer: Json): Problem | undefined {
  const { fault, ms = 0 } = answer;
  if (findFaultName(fault) === undefined) return unknownFault(String(fault));
  if (typeof ms !== "number" || ms < 0) return { problem: "ms is not a number of milliseconds." };
  return findUnknownKey(answer, ["fault", "ms"]);
}

function findStatusProblem(answer: Json): Problem | undefined {
  const { status, retry_after = "" } = answer;
  if (!isStatus(status)) return { problem: `${JSON.stringify(status)} is not a status from 200 to 599.` };
  // Visible ASCII only: Node throws on anything else in a header.
  if (typeof retry_after !== "string" || !/^[ -~]*$/.test(retry_after)) {
    return { problem: 'retry_after is not text, as in "1".' };
  }
  return findUnknownKey(answer, ["status", "body", "retry_after"]);
}

function findUnknownKey(json: Json, known: readonly string[]): Problem | undefined {
  const key = Object.keys(json).find((name) => !known.includes(name));
  if (key === undefined) return undefined;
  const near = nearest(key, known);
  const hint = near ? `Did you mean \`${near}\`?` : `The keys are ${known.join(", ")}.`;
  return { problem: `\`${key}\` is not a known key.`, hint };
}
