import { mayHaveHadEffect } from "../../runtime/queue/effect.ts";
import type { DeadLetter, DeadLetterFilter, Queue } from "../../runtime/queue/queue.ts";
import type { Command } from "../command.ts";
import { type DlqOptions, readDlqOptions } from "../dlq/options.ts";
import { withQueue } from "../dlq/queue-folder.ts";
import { renderLetter, renderLine } from "../dlq/render.ts";
import { type Replayed, replay } from "../dlq/replay.ts";
import { exit } from "../exit.ts";
import { type Forwarder, openForwarder } from "../forwarder.ts";
import type { Host } from "../host.ts";
import { InputProblem } from "../input-problem.ts";
import { plural } from "../plural.ts";

const usage = `waybill dlq <list|show|export|retry|drop|replay> [numbers] [options]

Dead letters: what a service did not deliver. It may run meanwhile.

  list                       one a line, the latest first
  show <numbers>             everything about some, with the original batch; personal data
  export                     everything about all, as NDJSON
  retry <numbers>            put back: made anew by the service's waybill, and sent
  drop <numbers>             delete
  replay <file> --dry-run    what a waybill now makes of them; nothing is sent or changed

  --reason <reason>          only those with this reason
  --external-id <id>         only this member's
  --all                      retry or drop all
  --unknown                  retry those too that SessionM may have processed: events may count twice
  --limit <n>                at most so many (list: 50)
  --data-dir <folder>        where the service keeps its queue (.waybill/serve)
  --json                     list, retry, drop, replay: print JSON; of list all that show gives, personal data too

Exit status: 0 fine, 1 there is no such queue or dead letter, 2 wrong usage.
`;

/** `waybill dlq`: dead letters to look at and act on (docs/operations.md, "Dead letters"). */
export const dlqCommand: Command = {
  usage,
  async run(args, host) {
    const options = readDlqOptions(args);
    if (options.action !== "replay")
      return withQueue(options.folder, host, (queue) => act(queue, options, host));
    const forwarder = await openForwarder(options.waybill ?? "", host);
    if (forwarder === undefined) return exit.problems;
    return withQueue(options.folder, host, (queue) => replayAll(queue, forwarder, options, host));
  },
};

async function act(queue: Queue, options: DlqOptions, host: Host): Promise<number> {
  const { action, filter, json } = options;
  switch (action) {
    case "retry":
    case "drop":
      return change(queue, options, host);
    case "list": {
      const count = await print(queue, filter, json ? renderLetter : renderLine, host);
      if (count === 0 && !json) host.stdout.write("There are no such dead letters.\n");
      return exit.fine;
    }
    default: {
      const count = await print(queue, filter, renderLetter, host);
      if (action === "show" && count === 0) throw new InputProblem("There is no such dead letter.");
      return exit.fine;
    }
  }
}

async function change(queue: Queue, options: DlqOptions, host: Host): Promise<number> {
  const { action, filter, json, unknown } = options;
  let changed = 0;
  let left = 0;
  for await (const page of pages(queue, filter)) {
    const ids = page
      .filter(({ reason }) => action === "drop" || unknown || !mayHaveHadEffect(reason))
      .map(({ id }) => id);
    left += page.length - ids.length;
    changed += action === "retry" ? await queue.retry(ids, Date.now()) : await queue.drop(ids);
  }
  const verb = action === "retry" ? "put back" : "deleted";
  const [were, them] = left === 1 ? ["was", "it"] : ["were", "them"];
  const rest =
    left === 0
      ? ""
      : ` ${left} may have been processed and ${were} left: look at ${them}, then \`--unknown\`.`;
  host.stdout.write(
    json ? `${JSON.stringify({ changed, left })}\n` : `${plural(changed, "dead letter")} ${verb}.${rest}\n`,
  );
  return changed === 0 && left === 0 && filter.ids !== undefined ? exit.problems : exit.fine;
}

async function replayAll(
  queue: Queue,
  forwarder: Forwarder,
  options: DlqOptions,
  host: Host,
): Promise<number> {
  const counts: Record<Replayed, number> = {
    would_succeed: 0,
    would_fail: 0,
    would_be_dropped: 0,
    may_count_twice: 0,
  };
  for await (const page of pages(queue, options.filter)) {
    for (const letter of page) counts[replay(letter, forwarder)]++;
  }
  const lines = Object.entries(counts).map(
    ([name, count]) => `  ${name.replaceAll("_", " ").padEnd(17)}${count}\n`,
  );
  host.stdout.write(options.json ? `${JSON.stringify(counts)}\n` : lines.join(""));
  return exit.fine;
}

async function print(
  queue: Queue,
  filter: DeadLetterFilter,
  render: (letter: DeadLetter) => string,
  host: Host,
): Promise<number> {
  let count = 0;
  for await (const page of pages(queue, filter)) {
    count += page.length;
    host.stdout.write(page.map(render).join(""));
  }
  return count;
}

const pageSize = 200;

/** Dead letters page by page: there may be more than fit into memory. */
async function* pages(queue: Queue, filter: DeadLetterFilter): AsyncGenerator<readonly DeadLetter[]> {
  let left = filter.limit ?? Number.POSITIVE_INFINITY;
  let before: number | undefined;
  while (left > 0) {
    const page = await queue.deadLetters({ ...filter, before, limit: Math.min(left, pageSize) });
    if (page.length === 0) return;
    yield page;
    left -= page.length;
    before = page.at(-1)?.id;
  }
}
