/** What the arguments of `waybill diff` name: files and folders on the disk, and files and folders of commits. */
import { posix, relative, resolve } from "node:path";
import { isWaybillPath, waybillEndings } from "../../compiler/frontend/parse.ts";
import { UsageError } from "../exit.ts";
import { kindOf } from "../find-files.ts";
import { findCommit, noSuchRevision, openRepository, type Repository } from "../git.ts";
import { InputProblem } from "../input-problem.ts";
import { commitTree, diskTree, entriesOf, type Tree } from "./tree.ts";

/** An entry file of one version. */
export interface Version {
  readonly tree: Tree;
  readonly path: string;
  /** As messages name it: a path, or `main:path`. */
  readonly label: string;
}

/** Two versions of one waybill; undefined where a version has none. */
export interface VersionPair {
  readonly title: string;
  readonly before: Version | undefined;
  readonly after: Version | undefined;
}

/** A file or folder of one version. */
interface Place {
  readonly tree: Tree;
  readonly path: string;
  readonly revision: string | undefined;
  /** Whether the argument names it: then it has to be there. */
  readonly isNamed: boolean;
}

/** What an argument is by itself: a place, or a revision as a whole. */
type Argument = Place | { readonly revision: string; readonly tree: Tree; readonly path: undefined };

/** Returns the pairs of waybills to compare. Throws InputProblem for what is not there. */
export function findVersions(before: string, after: string | undefined, cwd: string): readonly VersionPair[] {
  const repository = createRepository(cwd);
  const old = readArgument(before, cwd, repository);
  const now = after === undefined ? undefined : readArgument(after, cwd, repository);
  if (now === undefined && old.revision === undefined) {
    throw new UsageError(
      `\`${before}\` is a path, and there is nothing to compare it with.`,
      `\`waybill diff HEAD ${before}\` compares it with the last commit.`,
    );
  }
  const [one, other] = settle(old, now, cwd, repository);
  const pairs = pairUp(one, other);
  if (pairs.length === 0) throw new InputProblem(`There is no waybill in ${shown(one)} or ${shown(other)}.`);
  return pairs;
}

/** The repository is looked for when the first argument needs it. */
function createRepository(cwd: string): (argument: string) => Repository {
  let found: Repository | undefined;
  return (argument) => {
    found ??= openRepository(cwd);
    if (found !== undefined) return found;
    throw new InputProblem(
      `There is no file or folder \`${argument}\`, and it can be no revision: this folder is in no git repository.`,
    );
  };
}

function readArgument(text: string, cwd: string, repository: (argument: string) => Repository): Argument {
  if (kindOf(resolve(cwd, text)) !== "missing") return onDisk(text, cwd, true);
  const repo = repository(text);
  const colon = text.indexOf(":");
  const revision = colon < 0 ? text : text.slice(0, colon);
  const commit = findCommit(revision, repo);
  if (commit === undefined) {
    const range = /^(.+?)\.\.\.?(.+)$/.exec(text);
    const hint =
      range === null ? noSuchRevision(revision, repo) : `Write \`waybill diff ${range[1]} ${range[2]}\`.`;
    const what = colon < 0 ? "file, folder or git revision" : "git revision";
    throw new InputProblem(`There is no ${what} \`${revision}\`. ${hint}`);
  }
  const tree = commitTree(revision, commit, repo);
  if (colon < 0) return { revision, tree, path: undefined };
  const written = text.slice(colon + 1);
  const path = /^\.\.?(?:\/|$)/.test(written) ? posix.join(repo.prefix, written) : posix.normalize(written);
  return { revision, tree, path: path.replace(/\/$/, ""), isNamed: true };
}

function onDisk(path: string, cwd: string, isNamed: boolean): Place {
  return { tree: diskTree(cwd), path, revision: undefined, isNamed };
}

/** A revision as a whole means what the other argument names, or else the folder where the command runs. */
function settle(
  old: Argument,
  now: Argument | undefined,
  cwd: string,
  repository: (argument: string) => Repository,
): readonly [Place, Place] {
  if (old.path !== undefined && now?.path !== undefined) return [old, now];
  const { root, prefix } = repository(old.revision ?? "");
  const inRoot = (place: Place) =>
    place.revision === undefined
      ? relative(root, resolve(cwd, place.path)).replaceAll("\\", "/")
      : place.path;
  const named = [old, now].find((one) => one?.path !== undefined);
  const path = named?.path === undefined ? prefix.replace(/\/$/, "") : inRoot(named);
  const fill = (argument: Argument | undefined): Place => {
    if (argument === undefined) return onDisk(relative(cwd, resolve(root, path)) || ".", cwd, false);
    return argument.path === undefined ? { ...argument, path, isNamed: false } : argument;
  };
  return [fill(old), fill(now)];
}

interface Entry {
  /** The path from the folder that was named; the file itself where a file was. */
  readonly key: string;
  readonly version: Version;
}

function entriesAt(place: Place): { readonly isFile: boolean; readonly entries: readonly Entry[] } {
  const { tree, path, isNamed } = place;
  const label = (file: string) => (place.revision === undefined ? file : `${place.revision}:${file}`);
  const isFile = isWaybillPath(path) && tree.read(path) !== undefined;
  if (isFile) return { isFile, entries: [{ key: path, version: { tree, path, label: label(path) } }] };
  const found = entriesOf(tree, path);
  if (found.length === 0 && isNamed) throw new InputProblem(nothingAt(place));
  const entries = found.map((file) => {
    return { key: posix.relative(path, file), version: { tree, path: file, label: label(file) } };
  });
  return { isFile, entries };
}

function nothingAt({ tree, path, revision }: Place): string {
  const name = revision === undefined ? path : `${revision}:${path}`;
  if (tree.read(path) !== undefined) {
    return `\`${name}\` is no waybill: its name ends in none of ${waybillEndings.join(", ")}.`;
  }
  const isFolder = tree.list(path, () => true).length > 0;
  if (isFolder) return `There is no waybill in \`${name}\`: no file ends in ${waybillEndings.join(" or ")}.`;
  return `There is no file or folder \`${path}\` in ${tree.name}. Paths after \`:\` start from the repository's topmost folder; \`./\` starts from here.`;
}

function pairUp(one: Place, other: Place): readonly VersionPair[] {
  const [old, now] = [entriesAt(one), entriesAt(other)];
  const [before] = old.entries;
  const [after] = now.entries;
  if (old.isFile && now.isFile && before !== undefined && after !== undefined) {
    return [{ title: after.key, before: before.version, after: after.version }];
  }
  const rest = new Map(now.entries.map((entry) => [entry.key, entry]));
  const pairs = old.entries.map(({ key, version }): VersionPair => {
    const same = rest.get(key) ?? [...rest.values()].find((entry) => stem(entry.key) === stem(key));
    if (same !== undefined) rest.delete(same.key);
    return { title: same?.key ?? key, before: version, after: same?.version };
  });
  const added = [...rest.values()].map(({ key, version }) => ({
    title: key,
    before: undefined,
    after: version,
  }));
  return [...pairs, ...added].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** A waybill that changed its syntax is still the same. */
function stem(path: string): string {
  return path.replace(/\.waybill(?:\.ya?ml)?$/, "");
}

function shown({ tree, path }: Place): string {
  return path === "" || path === "." ? tree.name : `\`${path}\` of ${tree.name}`;
}
