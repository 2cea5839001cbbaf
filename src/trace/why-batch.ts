/** Why a batch was dropped as a whole. */
import type { Program } from "../compiler/check/program.ts";
import { quote } from "../compiler/diagnostics/quote.ts";
import type { Decision } from "../interpreter/decision.ts";
import { platformOf } from "../interpreter/platform.ts";
import { isAbsent, type JsonObject } from "../runtime/emitted/json.ts";
import type { Reason } from "../runtime/emitted/result.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { whyFalse } from "./explain-condition.ts";
import type { Show } from "./words.ts";

/** Returns why the gate refused a batch. */
export function whyBatch(
  reason: Reason,
  json: JsonObject,
  { source, profile }: Program,
  decisions: readonly Decision[],
  show: Show,
): readonly string[] {
  switch (reason) {
    case "malformed":
      return ["it is not a JSON object with an MPID that is a whole number other than 0"];
    case "platform": {
      const platform = platformOf(json);
      const found = platform === undefined ? "its platform is not known" : `its platform is ${platform}`;
      return [`${found}; enabled: ${source.platforms.value.join(", ")}`];
    }
    case "environment":
      return [`${environmentOf(json)}; enabled: ${source.environments.value.join(", ")}`];
    case "loop":
      return ["it came from one of `source.loop_partners`"];
    case "replay":
      return ["`source_info` says that it is a replay or historical"];
    case "not_logged_in":
      return [`it has no ${source.loginIdentities.value.join(" or ")} that is not blank`];
    case "bad_external_id":
      return [`its ${profile.externalId.value} is blank, too long, or no id that a path can hold`];
    case "condition": {
      const condition = decisions.find((one) => one.kind === "condition");
      return condition?.kind === "condition"
        ? [`its condition was false because ${whyFalse(condition.condition, condition.scope, show)}`]
        : [];
    }
    default:
      return [];
  }
}

function environmentOf({ environment }: JsonObject): string {
  if (isAbsent(environment)) return "it has no environment, which counts as production";
  return `its environment is ${quote(textOf(environment ?? ""))}`;
}
