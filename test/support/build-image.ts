import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { basename, dirname, join, posix } from "node:path";
import { promisify } from "node:util";

/** The last stage of a Dockerfile, in a folder that stands for its root. */
export interface Image {
  readonly root: string;
  readonly workdir: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  readonly user: string;
  readonly ports: readonly number[];
  readonly stopSignal: string;
}

/**
 * Does what a Dockerfile says in folders: each stage has one as its root, absolute paths lie in it, and the base image
 * is this machine. Users are whoever runs this. What is not understood fails.
 */
export async function buildImage(
  context: string,
  roots: string,
  env: Readonly<Record<string, string>>,
): Promise<Image> {
  const text = readFileSync(join(context, "Dockerfile"), "utf8");
  const stages = new Map<string, Image>();
  let image: Image | undefined;
  for (const [keyword, rest] of instructionsOf(text)) {
    if (keyword === "FROM") {
      const [, name = "last"] = /^node:\d+-slim(?: AS (\w+))?$/.exec(rest) ?? fail(rest);
      image = newImage(join(roots, name));
      stages.set(name, image);
    } else {
      image = await apply(keyword, rest, image ?? fail("an instruction before FROM"), {
        context,
        stages,
        env,
      });
    }
    stages.set(basename(image.root), image);
  }
  return image ?? fail("no FROM");
}

interface Surroundings {
  readonly context: string;
  readonly stages: ReadonlyMap<string, Image>;
  readonly env: Readonly<Record<string, string>>;
}

function newImage(root: string): Image {
  mkdirSync(root, { recursive: true });
  const empty = { entrypoint: [], command: [], healthcheck: [], ports: [] };
  return { root, workdir: "/", user: "root", stopSignal: "SIGTERM", ...empty };
}

async function apply(keyword: string, rest: string, image: Image, around: Surroundings): Promise<Image> {
  switch (keyword) {
    case "WORKDIR":
      mkdirSync(join(image.root, rest), { recursive: true });
      return { ...image, workdir: rest };
    case "COPY":
      copy(rest, image, around);
      return image;
    case "RUN":
      await run(rest, image, around.env);
      return image;
    case "USER":
      return { ...image, user: rest };
    case "VOLUME":
      return statSync(join(image.root, rest)).isDirectory() ? image : fail(rest);
    case "EXPOSE":
      return { ...image, ports: [...image.ports, Number(rest)] };
    case "HEALTHCHECK":
      return { ...image, healthcheck: JSON.parse(rest.slice(rest.indexOf("CMD ") + 4)) };
    case "STOPSIGNAL":
      return { ...image, stopSignal: rest };
    case "ENTRYPOINT":
      return { ...image, entrypoint: JSON.parse(rest).map((word: string) => inRoot(word, image)) };
    case "CMD":
      return { ...image, command: JSON.parse(rest) };
    default:
      return fail(keyword);
  }
}

function copy(rest: string, image: Image, { context, stages }: Surroundings): void {
  const words = rest.split(" ");
  const from = /^--from=(.*)$/.exec(words[0] ?? "")?.[1];
  const paths = from === undefined ? words : words.slice(1);
  const source = from === undefined ? context : (stages.get(from)?.root ?? fail(from));
  const target = paths.at(-1) ?? "";
  const to = join(image.root, posix.resolve(image.workdir, target));
  for (const path of paths.slice(0, -1)) {
    const found = join(source, path);
    const place = target.endsWith("/") ? join(to, basename(path)) : to;
    if (!existsSync(found)) fail(`${path} is not there`);
    mkdirSync(dirname(place), { recursive: true });
    cpSync(found, place, { recursive: true });
  }
}

async function run(rest: string, image: Image, env: Readonly<Record<string, string>>): Promise<void> {
  const me = userInfo();
  const script = inRoot(rest, image).replaceAll("-o node -g node", `-o ${me.uid} -g ${me.gid}`);
  const cwd = join(image.root, image.workdir);
  await promisify(execFile)("sh", ["-c", script], { cwd, env: { ...process.env, ...env }, timeout: 15_000 });
}

/** An absolute path of the image is one below its root. */
function inRoot(text: string, { root }: Image): string {
  return text.replaceAll(/(?<=^|\s)\/[a-z]\S*/g, (path) => join(root, path));
}

function instructionsOf(text: string): readonly (readonly [keyword: string, rest: string])[] {
  const lines = text.replaceAll("\\\n", " ").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => [line.split(" ", 1)[0] ?? "", line.slice(line.indexOf(" ") + 1)]);
}

function fail(what: string): never {
  throw new Error(`The Dockerfile cannot be built here: ${what}`);
}
