import type { Program } from "../../compiler/check/program.ts";
import type { Palette } from "../../compiler/diagnostics/render-text.ts";
import type { Compared, Failure, Verification } from "../../verify/verify.ts";
import { number } from "../plural.ts";
import { coverageData, renderCoverage } from "../test/render-coverage.ts";
import { wrapDetails } from "../wrap-details.ts";

/** What a result is about, besides the verification itself. */
export interface VerifiedWaybill {
  /** As the user typed it. */
  readonly path: string;
  readonly program: Program;
  readonly seed: number;
  /** The names of the ways that were compared with the reference interpreter. */
  readonly ways: readonly string[];
  readonly milliseconds: number;
}

/** Returns a verification for people. */
export function renderVerification(
  { compared, coverage, failure }: Verification,
  { path, program, seed, ways, milliseconds }: VerifiedWaybill,
  palette: Palette,
): string {
  if (failure !== undefined) return renderFailure(failure, path, palette);
  const total = number(compared.made + compared.random);
  const { profile, event } = compared.requests;
  const drops = [...compared.drops].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const dropped = drops.reduce((sum, [, count]) => sum + count, 0);
  return [
    `${palette.bold(path)}: all ${ways.length + 1} ways agree on ${total} batches`,
    `  the reference interpreter · ${ways.join(" · ")}`,
    `  batches   ${number(compared.made)} made for this waybill · ${number(compared.random)} random, seed ${seed}`,
    `  requests  ${number(profile + event)}   profile ${number(profile)}   events ${number(event)}`,
    wrapDetails(
      `  dropped   ${number(dropped)}   `,
      drops.map(([reason, count]) => `${reason} ${number(count)}`).join(" · "),
    ),
    `${renderCoverage({ path, program, items: coverage }, palette)}${(milliseconds / 1000).toFixed(1)} s\n`,
  ].join("\n");
}

/** Returns a verification as JSON on one line. */
export function renderJsonVerification(
  { compared, coverage, failure }: Verification,
  { path, program, seed, ways, milliseconds }: VerifiedWaybill,
): string {
  const data = {
    agree: failure === undefined,
    ways: ["reference interpreter", ...ways],
    batches: { made: compared.made, random: compared.random, seed },
    requests: compared.requests,
    dropped: Object.fromEntries(compared.drops),
    failure: failure ?? null,
    ...coverageData({ path, program, items: coverage }),
    seconds: milliseconds / 1000,
  };
  return `${JSON.stringify(data)}\n`;
}

function renderFailure({ title, batch, disagreement }: Failure, path: string, palette: Palette): string {
  const { way, part, expected, actual } = disagreement;
  return [
    `${palette.red("✗")} ${palette.bold(path)}: the ${way} does something else than the waybill says`,
    `  found with  ${title}`,
    `  batch       ${batch.length > 10_000 ? `${batch.slice(0, 10_000)}…` : batch}`,
    `  ${part}`,
    `    should be ${expected ?? "nothing"}`,
    `    came      ${actual ?? "nothing"}`,
    "This is a bug of ours: please report it with the lines above and the waybill.\n",
  ].join("\n");
}

/** Returns one line about a verification under way. */
export function renderVerifyProgress({ made, random }: Compared): string {
  return `${number(made)} batches made for this waybill · ${number(random)} random`;
}
