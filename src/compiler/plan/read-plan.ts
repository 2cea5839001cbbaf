/**
 * Takes: the text of a data plan file. Gives: what it plans, or why it is no data plan.
 * Reads a version as the web console downloads it, what the Data Plan Builder exports, and a plan of the Data Planning
 * API that holds one version.
 */
import type { DataPlan, PlannedAttribute, PlannedAttributes, PlannedEvent } from "./data-plan.ts";
import { isObject, type JsonObject, objectAt, readAttributes } from "./json-schema.ts";

/** What came of reading a plan; `problem` is a clause that follows "is no data plan:". */
export type PlanResult =
  | { readonly kind: "plan"; readonly plan: DataPlan }
  | { readonly kind: "problem"; readonly problem: string };

/** Reads the text of a data plan file. */
export function readDataPlan(text: string): PlanResult {
  const root = parseJson(text.replace(/^\uFEFF/, ""));
  if (root === undefined) return { kind: "problem", problem: "it is not JSON" };
  const version = versionOf(root);
  if (typeof version === "string") return { kind: "problem", problem: version };
  const points: unknown = objectAt(version, "version_document")?.["data_points"];
  if (!Array.isArray(points)) {
    return { kind: "problem", problem: "it has no `version_document` with `data_points`" };
  }
  const misread = points.findIndex((point) => !isDataPoint(point));
  if (misread >= 0) {
    return { kind: "problem", problem: `data point ${misread + 1} does not say what it matches` };
  }
  return { kind: "plan", plan: readPoints(version, points.filter(isDataPoint)) };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** A plan of the API holds its versions in a list; which of several is meant, only the user knows. */
function versionOf(root: unknown): JsonObject | string {
  if (!isObject(root)) return "it is not an object";
  const versions = root["data_plan_versions"];
  if (!Array.isArray(versions)) return root;
  const [only, ...others] = versions;
  if (others.length > 0) return `it holds ${versions.length} versions, and one is needed`;
  return isObject(only) ? only : "it holds no version";
}

interface DataPoint {
  readonly match: { readonly type: string; readonly criteria?: unknown };
  readonly validator?: unknown;
}

const nameKeys: ReadonlyMap<string, string> = new Map([
  ["custom_event", "event_name"],
  ["screen_view", "screen_name"],
]);

/** Says whether a data point has a match, and one of an event its name. */
function isDataPoint(point: unknown): point is DataPoint {
  const match = objectAt(point, "match");
  if (typeof match?.["type"] !== "string") return false;
  const nameKey = nameKeys.get(match["type"]);
  return nameKey === undefined || typeof objectAt(match, "criteria")?.[nameKey] === "string";
}

function readPoints(version: JsonObject, points: readonly DataPoint[]): DataPlan {
  const ofType = (type: string) => points.filter(({ match }) => match.type === type);
  const { data_plan_id: id, version: number } = version;
  return {
    id: typeof id === "string" ? id : undefined,
    version: typeof number === "number" ? number : undefined,
    events: ofType("custom_event").map(readEvent),
    screens: ofType("screen_view").map(readEvent),
    userAttributes: join(ofType("user_attributes").map((point) => readAttributes(schemaOf(point)))),
    identities: readIdentities(ofType("user_identities")),
  };
}

function schemaOf({ validator }: DataPoint): JsonObject | undefined {
  return objectAt(validator, "definition");
}

function readEvent(point: DataPoint): PlannedEvent {
  const criteria = objectAt(point.match, "criteria");
  const name = criteria?.[nameKeys.get(point.match.type) ?? ""];
  return {
    name: String(name),
    type: typeOf(criteria?.["custom_event_type"]),
    attributes: readAttributes(
      objectAt(schemaOf(point), "properties", "data", "properties", "custom_attributes"),
    ),
  };
}

/** A type by the batch's own name: older plans write `userContent`. */
function typeOf(type: unknown): string | undefined {
  if (typeof type !== "string" || type === "unknown") return undefined;
  return type.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Several data points of one kind count together. */
function join(parts: readonly (PlannedAttributes | undefined)[]): PlannedAttributes | undefined {
  const known = parts.flatMap((part) => part ?? []);
  return known.length === 0 ? undefined : new Map(known.flatMap((part) => [...part]));
}

function readIdentities(points: readonly DataPoint[]): PlannedAttributes | undefined {
  const planned = join(points.map((point) => readAttributes(schemaOf(point))));
  return planned && new Map([...planned.values()].map(renamed).map((one) => [one.name, one]));
}

/** Plans write `customerid` and `other2` where a batch has `customer_id` and `other_id_2`. */
function renamed(identity: PlannedAttribute): PlannedAttribute {
  const name = identity.name
    .replace(/^customerid$/, "customer_id")
    .replace(/^facebookcustomaudienceid$/, "facebook_custom_audience_id")
    .replace(/^other(\d+)$/, "other_id_$1");
  return { ...identity, name };
}
