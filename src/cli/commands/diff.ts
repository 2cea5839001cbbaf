import { renderDiffJson } from "../../diff/render-json.ts";
import { renderDiffMarkdown } from "../../diff/render-markdown.ts";
import { renderDiffText } from "../../diff/render-text.ts";
import { changesSomething } from "../../diff/waybill-diff.ts";
import type { Command } from "../command.ts";
import { type DiffOptions, readDiffOptions } from "../diff/options.ts";
import { type DiffSession, runDiff } from "../diff/session.ts";
import { exit } from "../exit.ts";
import type { Host } from "../host.ts";
import { paletteFor } from "../report.ts";

/** `waybill diff`: what changes for members between two versions of waybills. */
export const diffCommand: Command = {
  usage: `
waybill diff <old> [<new>] [--in <batches|->] [options]

Says what changes for members: what is lost, what is sent differently, what is new. Runs both versions over the batches
of the tests, a sample if there is one, and batches made from both waybills and their data plans. Sends nothing.

A version is a file, a folder, a git revision (\`main\`, \`HEAD~1\`), or a path in one (\`origin/main:loyalty.waybill.yaml\`).
With one revision, it is compared with the files as they are now.

  --in <file>                     a sample: NDJSON, one batch, or a JSON array of batches; \`-\` is standard input
  --format text|markdown|json     how changes are printed (text); --json is --format json
  --show-values                   show values of the sample in examples; without it they are hidden
  --prove                         whether every batch there can be gives the same requests: proven, a batch that tells the
                                  two apart, or what is not decided
  --exit-code                     exit status 1 where something changes for members, or --prove does not decide

Exit status: 0 compared, 1 a waybill has errors, something is not there, or with --exit-code a change, 2 wrong usage,
70 a bug of ours.
`,
  async run(args, host) {
    const options = readDiffOptions(args);
    const session = await runDiff(options, host);
    host.stdout.write(render(session, options, host));
    const isChanged = options.exitCode && session.diffs.some(changesSomething);
    return session.isWhole && !isChanged ? exit.fine : exit.problems;
  },
};

function render({ diffs }: DiffSession, { format, showsValues }: DiffOptions, host: Host): string {
  if (format === "json") return renderDiffJson(diffs, showsValues);
  if (diffs.length === 0) return "";
  if (format === "markdown") return renderDiffMarkdown(diffs, showsValues);
  const style = { palette: paletteFor(host.stdout, host), showsValues };
  return diffs.map((diff) => renderDiffText(diff, style)).join("\n");
}
