import { Academy } from '../schema/academy.ts';
import { looksOf, wordsIn } from '../schema/words.ts';

/** What an academy hasn't said yet stands in its file in these words, and is printed as it stands. */
export const TO_COMPLETE = 'À compléter';

const WORDS = wordsIn(Academy.shape.legal);

/** What the law has an academy print (`legal` in its file, sound or not) and that isn't said yet, as the form calls it. */
export function toComplete(legal: unknown): readonly string[] {
  if (typeof legal !== 'object' || legal === null) return [];
  return Object.entries(legal).flatMap(([key, said]: [string, unknown]) =>
    isToComplete(said) ? [looksOf(WORDS[key]).label] : [],
  );
}

function isToComplete(said: unknown): boolean {
  if (Array.isArray(said)) return said.some(isToComplete);
  return typeof said === 'string' && said.toLowerCase().includes(TO_COMPLETE.toLowerCase());
}

/** Where a decision is contested: printed under each that is notified (code de justice administrative, R421-5). */
export function remediesToComplete({ rector, court, mediator }: Academy['legal']): readonly string[] {
  return toComplete({ rector, court, mediator });
}

/** In a demonstration what nobody has said yet is invented, and says that it is: its papers print whole. */
export function withSpecimens(academy: Academy): Academy {
  const { publicationDirector, ...others } = academy.legal;
  const places = Object.entries(others).map(([key, lines]) => [
    key,
    lines.map((line) => (isToComplete(line) ? SPECIMEN.place : line)),
  ]);
  const legal = {
    ...others,
    ...Object.fromEntries(places),
    publicationDirector: isToComplete(publicationDirector) ? SPECIMEN.person : publicationDirector,
  };
  return { ...academy, legal };
}

const SPECIMEN = {
  place: "SPÉCIMEN (adresse inventée), 1 rue de l'Exemple, 00000 Exempleville",
  person: 'SPÉCIMEN (nom inventé), Camille Exemple',
} as const;
