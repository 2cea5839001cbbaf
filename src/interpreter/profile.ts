/** `language.md` §4, profile: at most one request, before the events. */
import type { Program } from "../compiler/check/program.ts";
import { placeOf, type Span } from "../compiler/source/source-file.ts";
import type { Drop } from "../runtime/emitted/result.ts";
import type { Candidate } from "./candidate.ts";
import { type Attributes, evaluateEntry, evaluateNew, type Target } from "./entries.ts";
import { isMet } from "./expression.ts";
import { dropIdentities, findIdentity } from "./identities.ts";
import { createLedger } from "./ledger.ts";
import { foldCase, isAbsent, isSameName, listOf, member, newUserKey, objectOf } from "./values.ts";

/** What the profile gives: the body if there is something to say, and what was left out. */
export interface ProfileResult {
  readonly body: string | undefined;
  readonly drops: readonly Drop[];
}

/** Makes the profile of a batch. */
export function makeProfile(program: Program, batch: Candidate): ProfileResult {
  const { profile, source } = program;
  const { when } = profile;
  if (when !== undefined && !isMet(when.value, { batch, names: source.names })) {
    const at = placeOf(when.span);
    return {
      body: undefined,
      drops: [{ kind: "profile", name: null, event: null, reason: "condition", at }],
    };
  }
  const from = readAttributes(program, batch);
  const { lists } = profile;
  const user: Target = { members: [], limit: Infinity, keepsEmpty: false, sendsRemoved: false, lists };
  const sendsRemoved = profile.removed === "empty";
  const custom: Target = { members: [], limit: Infinity, keepsEmpty: true, sendsRemoved, lists };
  const identifiers: { external_id: string; external_id_type: string }[] = [];
  for (const identity of profile.identities) {
    const { type, target } = identity;
    const id = type === "mpid" ? batch.mpid : findIdentity(batch.identities, type);
    batch.record?.({ kind: "identity", identity, id });
    if (id === undefined) continue;
    if (target.kind === "field") user.members.push([target.field, id]);
    else if (target.kind === "attribute") custom.members.push([target.key, id]);
    else identifiers.push({ external_id: id, external_id_type: target.type });
  }
  for (const field of profile.fields) evaluateEntry(field, field.field, from, user, "ignore_case");
  for (const entry of profile.attributes) evaluateEntry(entry, entry.key, from, custom, program.source.names);
  if (profile.newAttributes.value) evaluateNewAttributes(program, from, custom);
  const parts = user.members.map(member);
  if (identifiers.length > 0) parts.push(`"identifiers":${JSON.stringify(identifiers)}`);
  if (custom.members.length > 0) parts.push(`"user_profile":{${custom.members.map(member).join(",")}}`);
  const body = parts.length === 0 ? undefined : `{"user":{${parts.join(",")}}}`;
  return { body, drops: dropsOf(program, batch, from) };
}

function readAttributes({ source }: Program, batch: Candidate): Attributes {
  const { json } = batch;
  const values = objectOf(json["user_attributes"]) ?? {};
  const names = (listOf(json["deleted_user_attributes"]) ?? []).filter((name) => typeof name === "string");
  const removed = [...new Set(names)].filter(
    (name) => !Object.keys(values).some((given) => isSameName(given, name, source.names)),
  );
  return { values, removed, ledger: createLedger(), scope: { batch, names: source.names } };
}

const neverNew = ["$firstname", "$lastname", "$gender", "$country", "$state", "$city", "$zip", "$address"];

function evaluateNewAttributes(program: Program, from: Attributes, to: Target): void {
  const { profile, defined, source } = program;
  const keys = [
    ...profile.attributes.map(({ key }) => key),
    ...profile.identities.flatMap(({ target }) => (target.kind === "attribute" ? [target.key] : [])),
  ];
  const isDeclared = (name: string) =>
    profile.attributes.some((entry) => entry.names.some((one) => isSameName(one, name, source.names))) ||
    profile.fields.some((field) => field.names.some((one) => isSameName(one, name, "ignore_case")));
  const list = defined.attributes?.items.map((item) => item.text);
  evaluateNew(
    {
      isNew: (name) =>
        !isDeclared(name) && !neverNew.includes(foldCase(name)) && !foldCase(name).startsWith("sessionm_"),
      declaredKeys: keys,
      makeKey: (name) => newUserKey(name, program),
      defined: list,
      // New attributes share what the declared keys leave of the 200, whether or not those have a value.
      most: list === undefined ? to.members.length + 200 - keys.length : Infinity,
      reason: "profile_limit",
      span: profile.newAttributes.span,
    },
    from,
    to,
  );
}

function dropsOf(program: Program, { json, identities }: Candidate, from: Attributes): readonly Drop[] {
  const { profile } = program;
  const span = profile.newAttributes.span;
  const malformed: Drop = {
    kind: "attribute",
    name: null,
    event: null,
    reason: "malformed",
    at: placeOf(span),
  };
  const attributes = json["user_attributes"];
  const deleted = json["deleted_user_attributes"];
  const wrongNames = (listOf(deleted) ?? []).filter((name) => typeof name !== "string");
  const enabled = new Map<string, Span>(profile.identities.map((identity) => [identity.type, identity.span]));
  const { value: externalId } = profile.externalId;
  if (!enabled.has(externalId)) enabled.set(externalId, profile.externalId.span);
  enabled.delete("mpid");
  return [
    ...(!isAbsent(attributes) && objectOf(attributes) === undefined ? [malformed] : []),
    ...(!isAbsent(deleted) && listOf(deleted) === undefined ? [malformed] : []),
    ...wrongNames.map(() => malformed),
    ...[...Object.keys(from.values), ...from.removed].flatMap(
      (name) => from.ledger.dropOf(name, "attribute", null, span) ?? [],
    ),
    ...dropIdentities(identities, enabled, profile.span),
  ];
}
