/** What of a waybill a test can reach. */
import type {
  Attribute,
  Condition,
  EventEntry,
  Field,
  Identity,
  Program,
} from "../compiler/check/program.ts";
import type { Span } from "../compiler/source/source-file.ts";

/** A thing to reach, with the place and the words by which people know it. */
export type CoverageItem = { readonly span: Span; readonly text: string } & Reachable;

/** What has to happen: an entry sends something, a condition has an outcome, a name is the one taken, a limit cuts. */
export type Reachable =
  | { readonly kind: "entry"; readonly event: EventEntry }
  | { readonly kind: "entry"; readonly identity: Identity }
  | {
      readonly kind: "entry" | "field";
      readonly attribute: Attribute | Field;
      readonly of: EventEntry | undefined;
    }
  | { readonly kind: "condition"; readonly condition: Condition; readonly outcome: boolean }
  | { readonly kind: "condition"; readonly otherwise: EventEntry; readonly outcome: boolean }
  | {
      readonly kind: "spelling";
      readonly attribute: Attribute | Field;
      readonly of: EventEntry | undefined;
      readonly name: string;
    }
  | { readonly kind: "limit"; readonly of: EventEntry | undefined };

/** The kinds of {@link CoverageItem}, in the order in which they are counted. */
export const coverageKinds = ["entry", "condition", "field", "spelling", "limit"] as const;

/** Returns everything that tests of a waybill can reach, in reading order of its sections. */
export function coverageItems(program: Program): readonly CoverageItem[] {
  const { source, profile, events, screens } = program;
  return [
    ...conditionItems(source.when, "the batch"),
    ...conditionItems(profile.when, "the profile"),
    ...profile.identities.map((identity): CoverageItem => {
      return { kind: "entry", identity, span: identity.span, text: `identity \`${identity.type}\`` };
    }),
    ...profile.fields.flatMap((field) => attributeItems(field, undefined)),
    ...profile.attributes.flatMap((attribute) => attributeItems(attribute, undefined)),
    ...profileLimit(program),
    ...[...events.entries, ...screens.entries].flatMap(eventItems),
  ];
}

function eventItems(event: EventEntry): readonly CoverageItem[] {
  const { nameSpan: span, condition, attributes, newAttributes } = event;
  const text = eventText(event);
  const canOverflow = attributes.length > 10 || newAttributes.value;
  return [
    { kind: "entry", event, span, text },
    ...(typeof condition === "object" ? conditionItems(condition, text) : []),
    ...(condition === "otherwise" ? otherwiseItems(event) : []),
    ...attributes.flatMap((attribute) => attributeItems(attribute, event)),
    ...(canOverflow
      ? [{ kind: "limit", of: event, span, text: `the limit of 10 attributes of ${text}` } as const]
      : []),
  ];
}

/** Returns how people know an event entry. */
export function eventText({ name, to }: EventEntry): string {
  return name === to ? `\`${name}\`` : `\`${name}\` → \`${to}\``;
}

function attributeItems(attribute: Attribute | Field, of: EventEntry | undefined): readonly CoverageItem[] {
  const { names, when, span } = attribute;
  const isField = "field" in attribute;
  const kind = isField ? "field" : "entry";
  const target = isField ? attribute.field : attribute.key;
  const own = `\`${names[0] ?? ""}\` → \`${target}\``;
  const text = of === undefined ? own : `${own} of ${eventText(of)}`;
  const spellings = names.length > 1 ? names : [];
  return [
    { kind, attribute, of, span, text },
    ...conditionItems(when, text),
    ...spellings.map((name): CoverageItem => {
      return { kind: "spelling", attribute, of, name, span, text: `the name \`${name}\` of ${text}` };
    }),
  ];
}

function conditionItems(condition: Condition | undefined, of: string): readonly CoverageItem[] {
  if (condition === undefined) return [];
  return [true, false].map((outcome) => {
    return {
      kind: "condition",
      condition,
      outcome,
      span: condition.span,
      text: `\`when\` of ${of}: ${outcome}`,
    };
  });
}

function otherwiseItems(event: EventEntry): readonly CoverageItem[] {
  return [true, false].map((outcome) => {
    const text = `\`otherwise\` of ${eventText(event)}: ${outcome}`;
    return { kind: "condition", otherwise: event, outcome, span: event.nameSpan, text };
  });
}

/** Only new attributes can run into the profile's limit: declared ones are checked at compile time. */
function profileLimit({ profile, defined }: Program): readonly CoverageItem[] {
  if (!profile.newAttributes.value || defined.attributes !== undefined) return [];
  const { span } = profile.newAttributes;
  return [{ kind: "limit", of: undefined, span, text: "the limit of 200 custom attributes" }];
}
