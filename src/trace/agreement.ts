import type { Drop, Result } from "../runtime/emitted/result.ts";

/**
 * Throws where the reference interpreter and the forwarder made something else of the same batch: then a trace or
 * a coverage would tell of something that production does not do.
 */
export function requireAgreement(
  reference: Result<readonly Drop[]>,
  forwarder: Result<readonly Drop[]>,
  what: string,
): void {
  if (JSON.stringify(comparable(reference)) === JSON.stringify(comparable(forwarder))) return;
  throw new Error(`The reference interpreter and the forwarder disagree about ${what}.`);
}

/** Requests in order; the order of drops says nothing. */
function comparable({ requests, drops }: Result<readonly Drop[]>): readonly unknown[] {
  const sent = requests.map(({ kind, method, path, body, externalId, batch, position, at }) => {
    return [kind, method, path, body, externalId, batch, position, at];
  });
  const left = drops.map(({ kind, name, event, reason, at }) =>
    JSON.stringify([kind, name, event, reason, at]),
  );
  return [sent, left.sort()];
}
