import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import { moreCountryNames } from "./country-names.ts";

let alpha3ByCode: ReadonlyMap<string, string> | undefined;
let alpha3ByName: ReadonlyMap<string, string> | undefined;

/**
 * Returns the ISO 3166 alpha-3 code of a country that is given by its alpha-2 or alpha-3 code, ignoring case, or by an
 * English name, of which accents and punctuation do not matter either; anything else is absent.
 */
export function country(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  alpha3ByCode ??= readCodes();
  alpha3ByName ??= readNames();
  return (
    alpha3ByCode.get(text.trim().toLowerCase()) ??
    alpha3ByName.get(spellingOf(text)) ??
    alpha3ByName.get(spellingOf(turned(text)))
  );
}

/** `Côte d’Ivoire`, `cote d'ivoire`; `The Bahamas`, `bahamas`; `St. Lucia`, `Saint Lucia`. */
function spellingOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}.'\u2019`]/gu, "")
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "")
    .replace(/^st /, "saint ");
}

/** `Virgin Islands, British` and `Falkland Islands (Malvinas)` have shorter and more usual forms. */
function formsOf(name: string): readonly string[] {
  return [name, turned(name), name.replace(/\(.*\)/, "")];
}

/** `Korea, Republic of` and `Korea (Republic of)` are the Republic of Korea. */
function turned(name: string): string {
  const [first = "", second = "", ...others] = name.replace("(", ",").replace(")", "").split(",");
  return others.length === 0 ? `${second} ${first}` : name;
}

function readNames(): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  const names: Readonly<Record<string, string | readonly string[]>> = english.countries;
  const shared = new Set<string>();
  for (const [alpha2 = "", alpha3 = ""] of codes) {
    const own = [names[alpha2] ?? [], moreCountryNames[alpha2] ?? []].flat();
    for (const spelling of own.flatMap(formsOf).map(spellingOf)) {
      // Two countries are called Congo for short: that name alone says too little.
      if ((spellings.get(spelling) ?? alpha3) !== alpha3) shared.add(spelling);
      spellings.set(spelling, alpha3);
    }
  }
  for (const spelling of shared) spellings.delete(spelling);
  return spellings;
}

function readCodes(): ReadonlyMap<string, string> {
  return new Map(
    codes.flatMap(([alpha2 = "", alpha3 = ""]) =>
      [alpha2, alpha3].map((code) => [code.toLowerCase(), alpha3]),
    ),
  );
}
