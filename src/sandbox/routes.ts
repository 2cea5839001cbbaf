/** Whom a request is about: the path names either an external id or SessionM's own id. */
export interface Target {
  readonly by: "external_id" | "id";
  readonly value: string;
}

/** What a request asks for. */
export type Route =
  | { readonly kind: "create" | "unknown"; readonly apiKey: string }
  | { readonly kind: "profile" | "event" | "read"; readonly apiKey: string; readonly target: Target };

/** Returns what a method and a path, without query, ask for. */
export function parseRoute(method: string, path: string): Route {
  const [root, version, apps, apiKey = "", ...rest] = decodeSegments(path);
  if (root !== "priv" || version !== "v1" || apps !== "apps") return { kind: "unknown", apiKey: "" };
  if (method === "POST" && rest.length === 1 && rest[0] === "users") return { kind: "create", apiKey };
  const by = rest[0] === "external" ? "external_id" : "id";
  const [users, value, ...tail] = by === "external_id" ? rest.slice(1) : rest;
  const kind = users === "users" && value ? kindOf(method, tail, by) : undefined;
  if (kind === undefined || value === undefined) return { kind: "unknown", apiKey };
  return { kind, apiKey, target: { by, value } };
}

function kindOf(method: string, tail: readonly string[], by: Target["by"]) {
  if (tail.length === 1 && tail[0] === "events") return method === "POST" ? "event" : undefined;
  if (tail.length > 0) return undefined;
  if (method === "GET") return "read";
  return method === "PUT" || (method === "POST" && by === "external_id") ? "profile" : undefined;
}

/** Returns the decoded segments of a path; none where its percent-encoding is broken. */
export function decodeSegments(path: string): readonly string[] {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return [];
  }
}
