import { shortDay } from '../platform/french/dates.ts';

/**
 * A law with its date, as a decision cites it: « code de l'éducation, article D337-121, version en vigueur au 18 avril 2023 ».
 * `asOf`: a day on which that version was in force, `2023-04-18`; null: none is known.
 */
export function lawInWords({ article, asOf }: { readonly article: string; readonly asOf: string | null }): string {
  return asOf === null ? article : `${article}, version en vigueur au ${shortDay(Temporal.PlainDate.from(asOf))}`;
}
