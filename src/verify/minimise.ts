import type { Json } from "../runtime/emitted/json.ts";
import { parseJson } from "../runtime/emitted/parse-json.ts";
import { textOf } from "../runtime/emitted/text.ts";

/** Returns a smaller text that fails still: JSON loses members and items one by one, other text loses pieces. */
export async function minimise(
  text: string,
  fails: (text: string) => boolean | Promise<boolean>,
): Promise<string> {
  const json = parseJson(text);
  const compact = json === undefined ? undefined : jsonText(json);
  if (json === undefined || compact === undefined || !(await fails(compact))) return cutText(text, fails);
  return jsonText(await prune(json, (candidate) => fails(jsonText(candidate))));
}

/** `textOf` in the JSON form of lists gives JSON but for texts alone and null. */
function jsonText(json: Json): string {
  return json === null || typeof json === "string" ? JSON.stringify(json) : textOf(json, "json");
}

type Fails = (json: Json) => boolean | Promise<boolean>;

/** Leaves out each part that is not needed, the largest first, and then looks into what is left. */
async function prune(json: Json, fails: Fails): Promise<Json> {
  if (typeof json !== "object" || json === null) return json;
  let left = json;
  for (const key of Object.keys(json).reverse()) {
    const without = leaveOut(left, key);
    if (await fails(without)) left = without;
  }
  for (const key of Object.keys(left)) {
    const part = partOf(left, key);
    const smaller = await prune(part, (candidate) => fails(replace(left, key, candidate)));
    left = replace(left, key, smaller);
  }
  return left;
}

type Container = Extract<Json, object>;

const isList = (json: Container): json is readonly Json[] => Array.isArray(json);

function partOf(json: Container, key: string): Json {
  return (isList(json) ? json[Number(key)] : json[key]) ?? null;
}

function leaveOut(json: Container, key: string): Container {
  if (isList(json)) return json.filter((_, index) => index !== Number(key));
  return fromEntries(Object.entries(json).filter(([name]) => name !== key));
}

function replace(json: Container, key: string, part: Json): Container {
  if (isList(json)) return json.map((item, index) => (index === Number(key) ? part : item));
  return fromEntries(Object.entries(json).map(([name, old]) => [name, name === key ? part : old]));
}

/** An object in which `__proto__` is a name like any other. */
function fromEntries(entries: readonly (readonly [string, Json])[]): Container {
  const object: Record<string, Json> = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

async function cutText(text: string, fails: (text: string) => boolean | Promise<boolean>): Promise<string> {
  let left = text;
  for (let size = text.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < left.length; ) {
      const without = left.slice(0, at) + left.slice(at + size);
      if (await fails(without)) left = without;
      else at += size;
    }
  }
  return left;
}
