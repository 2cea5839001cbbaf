import { createHash } from "node:crypto";
import type { Program } from "../compiler/check/program.ts";
import type { IrAttribute, IrEvents, IrModule } from "../compiler/ir/ir.ts";
import { version } from "../compiler/version.ts";
import { contract } from "../runtime/emitted/forwarder.ts";

/** What `manifest.json` says of a built forwarder. */
export interface Manifest {
  readonly name: string;
  readonly description: string | null;
  /** SHA-256 over the paths and texts of the waybill's files. */
  readonly hash: string;
  /** The version of the language. */
  readonly language: 1;
  readonly compiler: string;
  readonly contract: number;
  /** The waybill's files, relative to the entry file's folder. */
  readonly files: readonly string[];
  readonly sends: Sends;
  /** Sizes of the files in bytes, and of the bundle under gzip. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** What the forwarder can send. */
interface Sends {
  readonly user_fields: readonly string[];
  readonly user_attributes: readonly string[];
  readonly identifiers: readonly string[];
  /** Whether attributes that the waybill does not list go out too. */
  readonly new_user_attributes: boolean;
  /** The attributes of each SessionM event. */
  readonly events: Readonly<Record<string, readonly string[]>>;
  readonly new_events: boolean;
}

/** Returns the manifest of a forwarder. */
export function manifestOf(program: Program, ir: IrModule, sizes: Manifest["sizes"]): Manifest {
  return {
    name: ir.name,
    description: ir.description,
    hash: waybillHash(program),
    language: 1,
    compiler: version,
    contract,
    files: ir.sources,
    sends: sendsOf(ir),
    sizes,
  };
}

/** Returns the hash of a waybill: over the paths and texts of its files. */
export function waybillHash({ files }: Program): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(JSON.stringify([path, text]));
  return `sha256:${hash.digest("hex")}`;
}

function sendsOf({ profile, customEvents, screenViews }: IrModule): Sends {
  const identities = (target: string) => profile.identities.filter((identity) => identity.target === target);
  const keys = (attributes: readonly IrAttribute[]) => attributes.map(({ key }) => key);
  return {
    user_fields: sorted([...identities("field").map(({ to }) => to), ...keys(profile.fields)]),
    user_attributes: sorted([...identities("attribute").map(({ to }) => to), ...keys(profile.attributes)]),
    identifiers: sorted(identities("identifier").map(({ to }) => to)),
    new_user_attributes: profile.newAttributes !== null,
    events: eventsOf([customEvents, screenViews]),
    new_events: customEvents.unlisted.forward,
  };
}

function eventsOf(lists: readonly IrEvents[]): Sends["events"] {
  const events = new Map<string, string[]>();
  for (const { to, attributes } of lists.flatMap((list) => list.groups.flatMap((group) => group.entries))) {
    events.set(to, [...(events.get(to) ?? []), ...attributes.map(({ key }) => key)]);
  }
  // fromEntries defines own members, whatever they are called.
  return Object.fromEntries(sorted(events.keys()).map((name) => [name, sorted(events.get(name) ?? [])]));
}

function sorted(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}
