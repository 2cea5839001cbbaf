/** Limits of a waybill file in either syntax (`language.md` §1); `tokens` also bounds comments and blank lines. */
export const limits = { bytes: 4 * 1024 * 1024, depth: 64, nodes: 50_000, tokens: 300_000 } as const;
