import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { parse } from "yaml";
import { temporaryFolder } from "./temporary-folder.ts";

/** What the workflow of a user gives the action. */
export interface ActionRun {
  readonly inputs?: Readonly<Record<string, string>>;
  /** The context `github`. */
  readonly github?: object;
}

/** What a run of the action left behind. */
export interface ActionResult {
  /** Steps that ran, and how each ended. */
  readonly steps: Readonly<Record<string, "success" | "failure">>;
  readonly stdout: string;
  readonly stderr: string;
  /** What the page of the run shows. */
  readonly summary: string;
}

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** They fetch what these tests have already: Node.js, and a built Waybill. */
const prepared = ["actions/setup-node@v4", "Install Waybill"];

/**
 * Runs the steps of action.yml in a folder as a runner does: conditions and `${{ }}` are evaluated by GitHub's own
 * library, each script stands in a file of its own, and after a step that failed none runs.
 */
export function runAction(folder: string, { inputs = {}, github = {} }: ActionRun = {}): ActionResult {
  const action = parse(readFileSync("action.yml", "utf8"));
  const defaults = Object.entries<{ readonly default: string }>(action.inputs);
  const contexts = {
    inputs: { ...Object.fromEntries(defaults.map(([name, input]) => [name, input.default])), ...inputs },
    github,
  };
  const files = temporaryFolder({ "summary.md": "" });
  const summary = join(files, "summary.md");
  const steps: Record<string, "success" | "failure"> = {};
  const output = { stdout: "", stderr: "" };
  for (const step of action.runs.steps as readonly Step[]) {
    const name = step.name ?? step.uses ?? "";
    if (prepared.includes(name) || !isWanted(step, contexts)) continue;
    const { status, stdout, stderr } = runScript(step, files, folder, {
      ...interpolate(step.env ?? {}, contexts),
      GITHUB_ACTION_PATH: resolve("."),
      GITHUB_STEP_SUMMARY: summary,
    });
    output.stdout += stdout;
    output.stderr += stderr;
    steps[name] = status === 0 ? "success" : "failure";
    if (status !== 0) break;
  }
  return { steps, ...output, summary: readFileSync(summary, "utf8") };
}

/** GitHub's documentation, "Workflow syntax": `shell: bash` is `bash --noprofile --norc -eo pipefail {0}`. */
function runScript(step: Step, files: string, cwd: string, env: Readonly<Record<string, string>>) {
  if (step.shell !== "bash" || step.run === undefined) throw new Error("A step without a script for bash.");
  const script = join(files, "step.sh");
  writeFileSync(script, step.run);
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

function isWanted(step: Step, contexts: object): boolean {
  return step.if === undefined || evaluate(step.if, contexts).coerceString() === "true";
}

function interpolate(env: Readonly<Record<string, string>>, contexts: object): Record<string, string> {
  const values = Object.entries(env).map(([name, text]) => [
    name,
    text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, source) => evaluate(source, contexts).coerceString()),
  ]);
  return Object.fromEntries(values);
}

function evaluate(source: string, contexts: object): data.ExpressionData {
  const { tokens } = new Lexer(source).lex();
  const expression = new Parser(tokens, Object.keys(contexts), []).parse();
  return new Evaluator(expression, JSON.parse(JSON.stringify(contexts), data.reviver)).evaluate();
}
