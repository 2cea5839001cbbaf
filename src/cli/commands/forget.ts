import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { defaultFolder, withQueue } from "../dlq/queue-folder.ts";
import { exit, UsageError } from "../exit.ts";

const usage = `waybill forget --external-id <id> [--data <folder>]

Erases a person from a service's queue: what waits, what is remembered, dead letters. A hash of the id stays, so
that \`missing_users: create\` does not bring the member back. SessionM and mParticle are not asked to erase anything.

  --external-id <id>   the member, as SessionM knows it
  --data <folder>      where the service keeps its queue (.waybill)

Exit status: 0 fine, 1 there is no such queue, 2 wrong usage.
`;

/** `waybill forget`: erases a person from a queue (docs/operations.md, "Erasing a person"). */
export const forgetCommand: Command = {
  usage,
  async run(args, host) {
    const { values, positionals } = parseArguments(args, {
      "external-id": { type: "string" },
      data: { type: "string" },
    });
    const externalId = values["external-id"];
    if (!externalId) throw new UsageError("`--external-id` is missing.");
    if (positionals[0] !== undefined) throw new UsageError(`\`${positionals[0]}\` is one argument too many.`);
    return withQueue(values.data ?? defaultFolder, host, async (queue) => {
      const { batches, deadLetters } = await queue.forget(externalId, Date.now());
      host.stdout.write(`Erased: ${batches} batches that waited, ${deadLetters} dead letters.\n`);
      return exit.fine;
    });
  },
};
