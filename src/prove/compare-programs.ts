/**
 * Takes: two waybills. Gives: the parts that are not known to make the same requests of every batch; none where the two
 * are equivalent.
 * Guarantees: sound. Settings, names and order have to be the same; conditions and the values that they choose between
 * are compared over every combination that they tell apart. What is not followed counts as different.
 */
import type { Expression } from "../compiler/check/expression.ts";
import { finiteContext } from "../compiler/check/finite/finite-context.ts";
import type { Condition, Program } from "../compiler/check/program.ts";
import type { Span } from "../compiler/source/source-file.ts";
import { asciiLower } from "../runtime/emitted/ascii.ts";
import { areTrue, decide } from "./decide.ts";
import type { Doubt, Lead } from "./doubt.ts";
import { compareEntries } from "./entries.ts";
import { compareEvents } from "./events.ts";

/** Returns the parts that are not known to be the same. */
export function comparePrograms(before: Program, after: Program): readonly Doubt[] {
  const gate = compareGates(before, after);
  // Nothing is certain of what comes behind gates that differ.
  if (gate.length > 0) return gate;
  return [...compareProfiles(before, after), ...compareEvents(before, after)];
}

const noLead: Omit<Lead, "expressions" | "names"> = { event: undefined, isScreen: false };

/** Settings as texts: equal texts do the same. */
function compareGates(before: Program, after: Program): readonly Doubt[] {
  const [one, other] = [gateOf(before), gateOf(after)];
  return Object.keys(one).flatMap((what) => {
    const [first, second] = [one[what], other[what]];
    if (first === undefined || second === undefined || first.text === second.text) return [];
    const why = "the two settings differ";
    return [{ what: `\`${what}\``, why, before: first.span, after: second.span, lead: undefined }];
  });
}

function gateOf({ source, profile, span }: Program): Readonly<Record<string, { text: string; span: Span }>> {
  const sorted = (list: readonly string[]) => JSON.stringify([...new Set(list)].sort());
  const isOpen = source.users.value === "all";
  return {
    "source.names": { text: source.names, span },
    "source.platforms": { text: sorted(source.platforms.value), span: source.platforms.span },
    "source.environments": { text: sorted(source.environments.value), span: source.environments.span },
    "source.users": { text: source.users.value, span: source.users.span },
    "source.login_identities": {
      text: isOpen ? "" : sorted(source.loginIdentities.value),
      span: source.loginIdentities.span,
    },
    "source.loop_partners": {
      text: sorted(source.loopPartners.value.map(asciiLower)),
      span: source.loopPartners.span,
    },
    "source.replays": { text: source.replays.value, span: source.replays.span },
    "profile.external_id": { text: profile.externalId.value, span: profile.externalId.span },
  };
}

function valuesOf(...conditions: readonly (Condition | undefined)[]): readonly Expression[] {
  return conditions.flatMap((condition) => condition?.value ?? []);
}

function compareProfiles(before: Program, after: Program): readonly Doubt[] {
  const [one, other] = [before.profile, after.profile];
  const [first, second] = [valuesOf(before.source.when, one.when), valuesOf(after.source.when, other.when)];
  const context = finiteContext(before, undefined);
  const outer = [...first, ...second];
  const why = decide(
    outer,
    context,
    (assignment) => areTrue(first, assignment) === areTrue(second, assignment),
  );
  const doubt = (
    what: string,
    reason: string,
    spans: readonly [Span, Span] = [one.span, other.span],
  ): Doubt => {
    const lead = {
      ...noLead,
      expressions: outer,
      names: before.profile.attributes.flatMap(({ names }) => names),
    };
    return { what, why: reason, before: spans[0], after: spans[1], lead };
  };
  const places: readonly [Span, Span] = [
    one.when?.span ?? before.source.when?.span ?? one.span,
    other.when?.span ?? after.source.when?.span ?? other.span,
  ];
  const scope = {
    ...{ context, outer, lists: one.lists, takesNames: one.newAttributes.value },
    ...{ what: "the profile", lead: noLead, spans: [one.span, other.span] as const },
  };
  return [
    ...(why === undefined ? [] : [doubt("when a profile is sent", why, places)]),
    ...(profileSettings(before) === profileSettings(after)
      ? []
      : [doubt("the profile's settings and identities", "they differ")]),
    ...compareEntries(one.fields, other.fields, { ...scope, what: "the profile's reserved fields" }),
    ...compareEntries(one.attributes, other.attributes, scope),
  ];
}

/** All of a profile but its entries, as far as something follows it: keys are made at run time for unlisted attributes alone. */
function profileSettings({ profile, casing, defined }: Program): string {
  const { identities, newAttributes, attributes, fields, when } = profile;
  const hasLists = newAttributes.value || when !== undefined || attributes.length + fields.length > 0;
  const lists = hasLists ? profile.lists : null;
  const removed = attributes.length > 0 ? profile.removed : null;
  const targets = identities.map(({ type, target }) => {
    const to =
      target.kind === "field" ? target.field : target.kind === "attribute" ? target.key : target.type;
    return [type, target.kind, to];
  });
  const keys = newAttributes.value && [
    casing.userAttributes,
    casing.rules.map(({ match, to }) => [match, to]),
    defined.attributes?.items.map(({ text }) => text) ?? null,
  ];
  return JSON.stringify([targets, lists, removed, keys]);
}
