/** A waybill in the making: what exports say, before it has a syntax. */

/** Where a part of a draft comes from: a row of an export. */
export interface Origin {
  readonly export: "filter" | "mappings" | "plan";
  /** A name of the row that is unique in its export. */
  readonly row: string;
}

/** Returns a text that identifies an origin. */
export function originKey({ export: from, row }: Origin): string {
  return `${from} ${row}`;
}

/** An attribute entry, or a reserved field. */
export interface DraftAttribute {
  readonly name: string;
  readonly to: string | undefined;
  /** What the data plan says about it. */
  readonly note: string | undefined;
  readonly origins: readonly Origin[];
}

/** An entry of `events` or `screens`. */
export interface DraftEvent {
  readonly name: string;
  readonly type: string | undefined;
  readonly to: string | undefined;
  readonly attributes: readonly DraftAttribute[];
  /** Whether no export lists its attributes: then it takes those that are mapped for every event. */
  readonly isOpen: boolean;
  readonly origins: readonly Origin[];
}

/** An enabled identity and the field that it fills. */
export interface DraftIdentity {
  readonly type: string;
  readonly field: string;
  readonly origins: readonly Origin[];
}

/** Something that was not translated, or that only people can decide. */
export interface ToDo {
  readonly export: "attributes" | "filter" | "mappings" | "plan" | "waybill";
  readonly text: string;
}

/** The draft of a waybill. */
export interface Draft {
  readonly definedEvents: readonly string[] | undefined;
  readonly definedAttributes: readonly string[] | undefined;
  readonly identities: readonly DraftIdentity[];
  readonly fields: readonly DraftAttribute[];
  readonly attributes: readonly DraftAttribute[];
  /** Entries for the attributes of every event, which open events take. */
  readonly shared: readonly DraftAttribute[];
  readonly events: readonly DraftEvent[];
  readonly screens: readonly DraftEvent[];
  readonly toDo: readonly ToDo[];
  /** The rows that are to be in the waybill. */
  readonly wanted: readonly Origin[];
  /** Those of them that need nothing: SessionM never got them. */
  readonly withoutEffect: readonly Origin[];
}

/** Returns the origins of everything that is in a draft. */
export function originsIn(draft: Draft): readonly Origin[] {
  const entries = [...draft.events, ...draft.screens];
  const attributes = [
    ...draft.fields,
    ...draft.attributes,
    ...draft.shared,
    ...entries.flatMap((entry) => entry.attributes),
  ];
  return [...draft.identities, ...attributes, ...entries].flatMap(({ origins }) => origins);
}
