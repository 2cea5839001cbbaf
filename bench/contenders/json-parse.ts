import type { Contender } from "./contender.ts";

/** The limit that all are measured by: the batch is parsed, and nothing made of it. */
export const jsonParse: Contender = {
  name: "JSON.parse",
  run(batch) {
    JSON.parse(batch);
    return [];
  },
};
