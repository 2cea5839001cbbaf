import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };

let alpha3BySpelling: ReadonlyMap<string, string> | undefined;

/**
 * Returns the ISO 3166 alpha-3 code of a country that is given by its alpha-2 or alpha-3 code or an English name,
 * trimmed and ignoring case; anything else is absent.
 */
export function country(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  alpha3BySpelling ??= readSpellings();
  return alpha3BySpelling.get(text.trim().toLowerCase());
}

function readSpellings(): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  const names: Readonly<Record<string, string | readonly string[]>> = english.countries;
  for (const [alpha2 = "", alpha3 = ""] of codes) {
    for (const name of [names[alpha2] ?? []].flat()) {
      // Two countries are called Congo for short: that name alone says too little.
      const folded = name.toLowerCase();
      spellings.set(folded, spellings.has(folded) ? "" : alpha3);
    }
  }
  for (const [alpha2 = "", alpha3 = ""] of codes) {
    spellings.set(alpha2.toLowerCase(), alpha3).set(alpha3.toLowerCase(), alpha3);
  }
  for (const [name, alpha3] of [...spellings]) if (alpha3 === "") spellings.delete(name);
  return spellings;
}
