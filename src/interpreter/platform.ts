import type { JsonObject } from "../runtime/emitted/json.ts";
import { foldCase, isAbsent, objectOf } from "./values.ts";

/** The platform table: a waybill's name, and how batches spell it besides, in lower case. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  alexa: [],
  android: [],
  custom_feeds: ["out_of_band", "outofband"],
  fire_tv: ["firetv"],
  ios: [],
  mobile_web: ["web", "mobileweb"],
  roku: [],
  smart_tv: ["smarttv"],
  tvos: [],
  xbox: [],
};

/** The waybill's own name of the batch's platform. */
export function platformOf(json: JsonObject): string | undefined {
  const device = objectOf(json["device_info"])?.["platform"];
  const value = isAbsent(device) ? objectOf(json["application_info"])?.["os"] : device;
  if (isAbsent(value)) return "custom_feeds";
  if (typeof value !== "string") return undefined;
  const folded = foldCase(value);
  return Object.keys(spellings).find((name) => name === folded || spellings[name]?.includes(folded));
}
