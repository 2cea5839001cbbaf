/**
 * Runs in a process of its own, which may be ended: breaks waybills, and compiles, renders, formats and converts what
 * comes out. Each line on standard output is a mutation that was begun; what is wrong with one goes to standard error
 * as JSON. `run-mutations.ts` starts it.
 */
import { readFileSync } from "node:fs";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { hasErrors } from "../../src/compiler/diagnostics/diagnostic.ts";
import { renderJson } from "../../src/compiler/diagnostics/render-json.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { convertFile, formatFile } from "../../src/compiler/frontend/print.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";
import { createRandom } from "../../src/generate/random.ts";
import { mutate } from "./mutate.ts";

/** What the process is given on standard input. */
export interface MutationJob {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly texts: Readonly<Record<Syntax, readonly string[]>>;
}

/** A mutation with which something is wrong. */
export interface MutationProblem {
  readonly index: number;
  readonly syntax: Syntax;
  readonly problem: string;
  readonly text: string;
}

/** The longest that one may take, in time of the processor and of three times: the machine may be busy. */
const mostMilliseconds = 250;

/** Compiles and renders; a file without errors is formatted twice and converted, too. Returns what is wrong. */
function tryOut(text: string, syntax: Syntax): string | undefined {
  const path = `mutated${endingOf[syntax]}`;
  const { module, diagnostics } = compileWaybill(path, {
    read: (name) => (name === path ? { kind: "text", text, id: path } : { kind: "missing", siblings: [] }),
  });
  if ((module === undefined) !== hasErrors(diagnostics)) return "errors alone keep code back";
  const shown: { readonly diagnostics: readonly { readonly range: Range }[] } = JSON.parse(
    renderJson(diagnostics),
  );
  if (shown.diagnostics.some(({ range }) => !isRange(range))) return "a diagnostic has no place";
  if (diagnostics.length > 0 && renderText(diagnostics) === "") return "a diagnostic has no text";
  const parsed = parse(createSourceFile(path, text));
  if (!parsed.isWhole || hasErrors(parsed.diagnostics)) return undefined;
  const formatted = formatFile(parsed);
  const again = formatFile(parse(createSourceFile(path, formatted)));
  convertFile(parsed, syntax === "dsl" ? "yaml" : "dsl");
  return formatted === again ? undefined : "formatted again it is another text";
}

interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function isRange({ start, end }: Range): boolean {
  return start.line > 0 && start.column > 0 && end.line >= start.line && end.column > 0;
}

function problemWith(text: string, syntax: Syntax): string | undefined {
  let fastest = Number.POSITIVE_INFINITY;
  try {
    for (let times = 0; times < 3 && fastest > mostMilliseconds; times++) {
      const start = process.cpuUsage();
      const problem = tryOut(text, syntax);
      if (problem !== undefined) return problem;
      const { user, system } = process.cpuUsage(start);
      fastest = Math.min(fastest, (user + system) / 1_000);
    }
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  return fastest > mostMilliseconds ? `it takes ${Math.round(fastest)} ms` : undefined;
}

const { seed, from, to, texts }: MutationJob = JSON.parse(readFileSync(0, "utf8"));
const parent = process.ppid;
// Nobody listens any more where the process that started this one has ended.
for (let index = from; index < to && process.ppid === parent; index++) {
  process.stdout.write(`${index}\n`);
  const random = createRandom(seed + index * 7_919);
  const syntax: Syntax = index % 2 === 0 ? "yaml" : "dsl";
  const pool = texts[syntax];
  let text = pool[random.below(pool.length)] ?? "";
  for (let left = 1 + random.below(3); left > 0; left--) text = mutate(text, pool, random);
  const problem = problemWith(text, syntax);
  if (problem !== undefined) {
    process.stderr.write(`${JSON.stringify({ index, syntax, problem, text } satisfies MutationProblem)}\n`);
  }
}
