import { catalogue, type DiagnosticCode } from "../../compiler/diagnostics/catalogue/index.ts";
import { nearest } from "../../compiler/diagnostics/suggest.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { readPage, showPage } from "../explain/page.ts";
import { paletteFor } from "../report.ts";

/** `waybill explain`: shows the page of a diagnostic. */
export const explainCommand: Command = {
  usage: `
waybill explain <code> … [--json]

Shows what a diagnostic means, why it is one, and what to do, with an example that fails and a corrected one.
The code is what stands in brackets: event-not-defined in error[event-not-defined].

  --json   {"diagnostics":[{"code","severity","page"}]}, with the page as Markdown

Exit status: 0 shown, 2 wrong usage.
`,
  async run(args, host) {
    const { values, positionals } = parseArguments(args, { json: { type: "boolean", default: false } });
    if (positionals.length === 0) {
      throw new UsageError("No diagnostic was named.", "Copy its code, such as `event-not-defined`.");
    }
    const pages = positionals.map(findCode).map((code) => {
      return { code, severity: catalogue[code].severity, page: readPage(code) };
    });
    if (values.json) {
      host.stdout.write(`${JSON.stringify({ diagnostics: pages })}\n`);
      return exit.fine;
    }
    const { bold } = paletteFor(host.stdout, host);
    for (const { severity, page } of pages) {
      host.stdout.write(showPage(page.replace(/^# (.*)/, `# ${severity}[$1]`), bold));
    }
    return exit.fine;
  },
};

/** Takes the code as it stands in a report too: `error[event-not-defined]:`. */
function findCode(text: string): DiagnosticCode {
  const code = /\[([^\]]*)\]/.exec(text)?.[1] ?? text;
  if (isCode(code)) return code;
  const near = nearest(code, Object.keys(catalogue));
  throw new UsageError(`There is no diagnostic \`${code}\`.`, near && `Did you mean \`${near}\`?`);
}

function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(catalogue, text);
}
