import { yamlText } from "../../compiler/frontend/yaml/edit.ts";
import { createCoverage } from "../../coverage/coverage.ts";
import { reachWithAll } from "../../generate/reach.ts";
import { interpret } from "../../interpreter/interpret.ts";
import type { JsonObject } from "../../runtime/emitted/json.ts";
import { textOf } from "../../runtime/emitted/text.ts";
import type { WaybillCoverage } from "./coverage.ts";

/** Returns tests that would reach what is missing, as text to put under `tests`, and says what has none. */
export function suggestTests({ path, program, items }: WaybillCoverage): string {
  const tests: { readonly name: string; readonly batch: JsonObject }[] = [];
  const unreached: string[] = [];
  // One batch may reach several items: each is tried against what the others have reached already.
  const coverage = createCoverage(program);
  for (const { item, isReached } of items) {
    if (isReached || coverage.whyMissing(item) === undefined) continue;
    const batch = reachWithAll(item, program);
    if (batch === undefined) {
      unreached.push(
        `# No batch was found for ${item.text}. Its condition may need values that were not tried.\n`,
      );
      continue;
    }
    interpret(program, textOf(batch), coverage.startBatch());
    tests.push({ name: `Reaches ${item.text.replaceAll("`", "")}`, batch });
  }
  if (tests.length === 0 && unreached.length === 0) return "";
  const head = `# For the tests of ${path}. \`waybill test --update\` writes down what they give.\n`;
  return head + (tests.length > 0 ? yamlText(tests) : "") + unreached.join("");
}
