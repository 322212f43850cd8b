import type { Speciality } from '../../catalogue/index.ts';

/**
 * The specialities whose name or trades hold every word typed, accents, case and plurals aside; a word typed may be
 * longer than the one known (coiffures), unless that is a mere letter (option B). Best matches first. `short`: what people call the
 * exam, which says nothing of its specialities.
 */
export function searchSpecialities<One extends Pick<Speciality, 'name' | 'trades'>>(
  specialities: readonly One[],
  typed: string,
  short = '',
): readonly One[] {
  const small = new Set([...SMALL, ...wordsIn(short)]);
  const words = wordsIn(typed).filter((word) => word.length > 1 && !small.has(word));
  if (words.length === 0) return [];
  const found = specialities.flatMap((speciality) => {
    const name = wordsIn(speciality.name);
    const all = [...name, ...speciality.trades.flatMap(wordsIn)];
    if (
      !words.every((word) =>
        all.some((known) => known.startsWith(word) || (known.length > 2 && word.startsWith(known))),
      )
    )
      return [];
    return [{ speciality, rank: words.every((word) => name.some((known) => known.startsWith(word))) ? 0 : 1 }];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map(({ speciality }) => speciality);
}

const SMALL = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'en', 'et']);

function wordsIn(text: string): readonly string[] {
  return text
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
