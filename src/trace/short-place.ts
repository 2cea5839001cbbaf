import type { Program } from "../compiler/check/program.ts";
import { placeOf, type Span } from "../compiler/source/source-file.ts";

/** Returns a place as people read it: `:12` in the entry file, `shared.waybill.yaml:12` in another. */
export function shortPlace(span: Span, program: Program): string {
  return shorten(placeOf(span), program);
}

/** Shortens a place in the same way. */
export function shorten(place: string, { entry }: Program): string {
  return place.startsWith(`${entry.path}:`) ? place.slice(entry.path.length) : place;
}
