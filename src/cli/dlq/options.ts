import type { DeadLetterFilter } from "../../runtime/queue/queue.ts";
import { parseArguments } from "../arguments.ts";
import { UsageError } from "../exit.ts";
import { defaultFolder } from "./queue-folder.ts";

/** What can be done with dead letters. */
export type DlqAction = "list" | "show" | "export" | "retry" | "drop" | "replay";

/** What `waybill dlq` was asked to do. */
export interface DlqOptions {
  readonly action: DlqAction;
  readonly filter: DeadLetterFilter;
  /** The waybill to replay through. */
  readonly waybill: string | undefined;
  readonly folder: string;
  readonly json: boolean;
  /** Whether events of unknown outcome are meant too. */
  readonly unknown: boolean;
}

const actions: readonly DlqAction[] = ["list", "show", "export", "retry", "drop", "replay"];

/** Returns the options that the arguments state; throws a UsageError for what they cannot mean. */
export function readDlqOptions(args: readonly string[]): DlqOptions {
  const { values, positionals } = parseArguments(args, {
    all: { type: "boolean" },
    "data-dir": { type: "string" },
    "dry-run": { type: "boolean" },
    "external-id": { type: "string" },
    json: { type: "boolean" },
    limit: { type: "string" },
    reason: { type: "string" },
    unknown: { type: "boolean" },
  });
  const [first, ...rest] = positionals;
  const action = actions.find((name) => name === first);
  if (action === undefined) {
    throw new UsageError(
      first === undefined ? "What to do is missing." : `\`dlq\` has no \`${first}\`.`,
      `It is one of ${actions.map((name) => `\`${name}\``).join(", ")}.`,
    );
  }
  if (action === "replay" && !values["dry-run"]) {
    throw new UsageError(
      "`dlq replay` sends nothing: give `--dry-run`.",
      "To send again, `dlq retry` puts back.",
    );
  }
  const [waybill, ...tooMany] = action === "replay" ? rest : [];
  if (action === "replay" && waybill === undefined) throw new UsageError("No waybill was named.");
  if (tooMany[0] !== undefined) throw new UsageError(`\`${tooMany[0]}\` is one argument too many.`);
  const ids = action === "replay" || rest.length === 0 ? undefined : rest.map(readId);
  const isNarrowed = ids !== undefined || values.reason !== undefined || values["external-id"] !== undefined;
  if (action === "show" && ids === undefined) throw new UsageError("The number of a dead letter is missing.");
  if ((action === "retry" || action === "drop") && !isNarrowed && !values.all) {
    throw new UsageError(
      `Which to ${action} is missing.`,
      "Name numbers, `--reason`, `--external-id` or `--all`.",
    );
  }
  return {
    action,
    filter: {
      ids,
      reason: values.reason,
      externalId: values["external-id"],
      limit: readLimit(values.limit, action),
    },
    waybill,
    folder: values["data-dir"] ?? defaultFolder,
    json: values.json ?? false,
    unknown: values.unknown ?? false,
  };
}

function readId(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`A dead letter has a number, not \`${text}\`.`, "`dlq list` shows them.");
}

function readLimit(text: string | undefined, action: DlqAction): number | undefined {
  if (text === undefined) return action === "list" ? 50 : undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`\`--limit\` is a whole number above 0, not \`${text}\`.`);
}
