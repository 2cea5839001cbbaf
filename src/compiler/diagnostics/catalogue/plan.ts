import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** The mParticle data plan, and what in a waybill differs from it. */
export const planDiagnostics = defineDiagnostics({
  "data-plan-format": {
    severity: "error",
    message: msg`${"path"} is no data plan: ${plain("problem")}.`,
    hints: [msg`Use the JSON of one version as mParticle downloads it.`],
  },
  "data-plan-not-found": {
    severity: "error",
    message: msg`There is no data plan ${"path"}.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Start the path from the folder of this file.`],
  },
  "data-plan-unreadable": {
    severity: "error",
    message: msg`The data plan ${"path"} cannot be read: ${plain("problem")}.`,
  },
  "event-attribute-not-planned": {
    severity: "warning",
    message: msg`The data plan has no attribute ${"name"} for ${"event"}.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Add it to the plan, or correct the name.`],
  },
  "event-attributes-unmapped": {
    severity: "info",
    message: msg`The data plan has attributes of ${"event"} that no entry maps: ${plain("names")}.`,
  },
  "event-not-planned": {
    severity: "warning",
    message: msg`The data plan has no ${plain("kind")} ${"name"}.`,
    hints: [
      msg`List it under ${"list"}: that is what the plan has of this name.`,
      msg`Did you mean ${"suggestion"}?`,
      msg`Add it to the plan, or correct the name.`,
    ],
  },
  "event-type-not-planned": {
    severity: "warning",
    message: msg`The data plan has ${"event"} with the type ${plain("planned")}, not ${"type"}.`,
    hints: [msg`Use the planned type, or leave ${code("type")} out: then any type matches.`],
  },
  "events-unmapped": {
    severity: "info",
    message: msg`The data plan has events and screens that no entry maps: ${plain("names")}.`,
  },
  "identity-not-planned": {
    severity: "warning",
    message: msg`The data plan has no identity ${"type"}.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Add it to the plan, or use ${plain("known")}.`],
  },
  "type-not-planned": {
    severity: "warning",
    message: msg`${"name"} is planned as ${plain("planned")}: its text is never ${"value"}.`,
    hints: [msg`Use ${plain("form")}.`],
  },
  "user-attribute-not-planned": {
    severity: "warning",
    message: msg`The data plan has no user attribute ${"name"}.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Add it to the plan, or correct the name.`],
  },
  "user-attributes-unmapped": {
    severity: "info",
    message: msg`The data plan has user attributes that no entry maps: ${plain("names")}.`,
  },
  "value-not-planned": {
    severity: "warning",
    message: msg`The data plan lists the values of ${"name"}, and ${"value"} is none of them.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Use ${plain("known")}.`],
  },
});
