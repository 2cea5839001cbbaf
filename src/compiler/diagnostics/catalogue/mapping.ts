import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** Entries that cannot be right, or hardly are. */
export const mappingDiagnostics = defineDiagnostics({
  "anonymous-users": {
    severity: "warning",
    message: msg`${code("users: all", "users all")} forwards anonymous users too.`,
    hints: [msg`Use ${code("logged_in")}: mParticle says that only those users should be sent to SessionM.`],
  },
  "as-defined-without-attributes": {
    severity: "error",
    message: msg`${code("as_defined")} needs the list ${code("sessionm.attributes")}, and there is none.`,
    hints: [
      msg`List SessionM's custom attributes under ${code("sessionm.attributes")}, in their exact casing.`,
    ],
  },
  "attribute-not-defined": {
    severity: "error",
    message: msg`SessionM has no attribute ${"key"}.`,
    hints: [
      msg`Did you mean ${"suggestion"}?`,
      msg`Define it in SessionM and add it to ${code("sessionm.attributes")}.`,
    ],
  },
  "attribute-unwritten": {
    severity: "info",
    message: msg`No entry writes the attribute ${"key"}.`,
  },
  "attributes-cut": {
    severity: "warning",
    message: msg`${"event"} enables ${plain("count")} attributes; SessionM gets 10, in this order.`,
    hints: [msg`Put first what matters: with all of them there, ${plain("names")} would be left out.`],
  },
  "duplicate-event": {
    severity: "error",
    message: msg`${"event"} gives the SessionM event ${"target"} twice.`,
    hints: [msg`Remove one entry, or give it another ${code("to", "->")} or ${code("type")}.`],
  },
  "empty-key": {
    severity: "error",
    message: msg`The key made from ${"name"} is empty.`,
    hints: [msg`Name the key with ${code("to", "->")}.`],
  },
  "event-not-defined": {
    severity: "error",
    message: msg`SessionM has no event ${"event"}.`,
    hints: [
      msg`Did you mean ${"suggestion"}?`,
      msg`Define it in SessionM and add it to ${code("sessionm.events")}.`,
    ],
  },
  "field-item": {
    severity: "error",
    message: msg`${"name"} is not one of the eight reserved attributes, and the item names no field.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Name the field with ${code("to", "->")}.`],
  },
  "field-twice": {
    severity: "error",
    message: msg`The reserved field ${"field"} is filled twice.`,
    hints: [msg`Keep one of them.`],
  },
  "forwards-new": {
    severity: "warning",
    message: msg`${"key"} forwards data points that nobody has listed.`,
    hints: [msg`List what should go: SessionM takes only what it has defined.`],
  },
  "identifiers-replaced": {
    severity: "error",
    message: msg`SessionM replaces the whole array of identifiers with what is sent.`,
    hints: [msg`Add ${code("replaces: all", "replaces all")} to say that this is known.`],
  },
  "key-collision": {
    severity: "error",
    message: msg`Two entries write the key ${"key"}.`,
    hints: [msg`Give one of them another key.`],
  },
  "key-not-normal": {
    severity: "error",
    message: msg`The key ${"key"} is not letters, digits and ${code("_")} without a leading ${code("_")}.`,
    hints: [msg`Write ${"suggestion"}.`],
  },
  "lookalike-names": {
    severity: "warning",
    message: msg`${"name"} and ${"other"} differ only in ${plain("difference")}.`,
    hints: [
      msg`Keep the spelling that the batches have, or ${plain("remedy")} with ${code("names: ignore_case", "names ignore_case")}.`,
      msg`Keep the spelling that the batches have.`,
    ],
  },
  "mpid-nowhere": {
    severity: "error",
    message: msg`The external id is ${"identity"}, and nothing says where the MPID goes.`,
    hints: [
      msg`Add ${code("mpid: {attribute: mpid}", "identity mpid -> attribute mpid")} under ${code("profile.identities", "profile")}.`,
    ],
  },
  "names-differ-in-case": {
    severity: "warning",
    message: msg`SessionM's attributes ${"name"} and ${"other"} differ only in case.`,
    hints: [msg`Keep the one that SessionM has.`],
  },
  "never-fires": {
    severity: "warning",
    message: msg`This entry can never fire: an earlier one takes every ${"event"}.`,
    hints: [msg`Remove this entry, or give the earlier one another ${code("type")}.`],
  },
  "never-sends": {
    severity: "warning",
    message: msg`This entry never sends ${"target"}: an earlier one does whenever it would.`,
    hints: [msg`Remove this entry, or give it another condition or ${code("to", "->")}.`],
  },
  "phone-target": {
    severity: "error",
    message: msg`SessionM replaces all phone numbers of a member with what is sent.`,
    hints: [msg`Send the number to a custom attribute: ${code("{attribute: …}", "attribute …")}.`],
  },
  "profile-limit": {
    severity: "error",
    message: msg`The profile has ${plain("count")} custom attributes; SessionM holds 200.`,
    hints: [msg`Remove some; those that are defined in SessionM count too.`],
  },
  "reserved-key": {
    severity: "error",
    message: msg`${"key"} is a field of SessionM's user, not a custom attribute.`,
    hints: [msg`Fill it under ${code("profile.reserved_fields", "reserved_fields")}, or choose another key.`],
  },
  "reserved-key-made": {
    severity: "warning",
    message: msg`${"name"} goes to a custom attribute called ${"key"}, not to the user's field of that name.`,
    hints: [
      msg`Fill the field under ${code("profile.reserved_fields", "reserved_fields")}, or choose another key with ${code("to", "->")}.`,
    ],
  },
  "set-cycle": {
    severity: "error",
    message: msg`The attribute set ${"set"} contains itself.`,
    hints: [msg`Remove this reference.`],
  },
  "set-misplaced": {
    severity: "error",
    message: msg`${code("reserved_fields")} takes no attribute sets.`,
    hints: [
      msg`List the attributes here; one that is called ${code("set")} needs ${code("attribute: set", "attribute set")}.`,
    ],
  },
  "unknown-field": {
    severity: "error",
    message: msg`${"field"} is not a field of SessionM's user that can be filled.`,
    hints: [msg`Did you mean ${"suggestion"}?`, msg`Use ${plain("known")}.`],
  },
  "unknown-set": {
    severity: "error",
    message: msg`There is no attribute set ${"set"}.`,
    hints: [
      msg`Did you mean ${"suggestion"}?`,
      msg`Write it under ${code("attribute_sets", "set … {")}; an attribute that is called ${code("set")} needs ${code("attribute: set", "attribute set")}.`,
    ],
  },
  "unreachable-attribute": {
    severity: "warning",
    message: msg`No entry can write ${"key"}: keys are letters, digits and ${code("_")} without a leading ${code("_")}.`,
    hints: [msg`Did you mean ${"suggestion"}?`],
  },
});
