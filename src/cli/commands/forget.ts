import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { defaultFolder, withQueue } from "../dlq/queue-folder.ts";
import { exit, UsageError } from "../exit.ts";
import { plural } from "../plural.ts";

const usage = `waybill forget --external-id <id> [--data-dir <folder>]

Erases a person from a service's queue: what waits, what is remembered, dead letters. A hash of the id stays, so
that \`missing_users: create\` does not bring the member back. SessionM and mParticle are not asked to erase anything.

  --external-id <id>   the member, as SessionM knows it
  --data-dir <folder>  where the service keeps its queue (.waybill/serve)

Exit status: 0 fine, 1 there is no such queue, 2 wrong usage.
`;

/** `waybill forget`: erases a person from a queue (docs/operations.md, "Erasing a person"). */
export const forgetCommand: Command = {
  usage,
  async run(args, host) {
    const { values, positionals } = parseArguments(args, {
      "external-id": { type: "string" },
      "data-dir": { type: "string" },
    });
    const externalId = values["external-id"];
    if (!externalId)
      throw new UsageError("`--external-id` is missing.", positionals[0] && "Write it before the id.");
    if (positionals[0] !== undefined) throw new UsageError(`\`${positionals[0]}\` is one argument too many.`);
    return withQueue(values["data-dir"] ?? defaultFolder, host, async (queue) => {
      const { batches, deadLetters } = await queue.forget(externalId, Date.now());
      host.stdout.write(
        `Erased: ${plural(batches, "batch", "batches")} that waited, ${plural(deadLetters, "dead letter")}.\n`,
      );
      return exit.fine;
    });
  },
};
