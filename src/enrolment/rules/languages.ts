import type { Academy, Unit } from '../../catalogue/index.ts';

/**
 * « Seules les langues vivantes autorisées dans l'académie pourront être choisies » (notice), among those the regulation
 * fixes where it fixes any (Sommelier: anglais).
 */
export function compulsoryLanguages(
  unit: Pick<Unit, 'languages'>,
  academy: Pick<Academy, 'compulsoryLanguages'>,
): readonly string[] {
  const fixed = unit.languages;
  return fixed === undefined
    ? academy.compulsoryLanguages
    : academy.compulsoryLanguages.filter((language) => fixed.includes(language));
}

/** The optional language has its own list, and is never the compulsory one (order of 4 July 2017, article 4). */
export function optionalLanguages(
  academy: Pick<Academy, 'optionalLanguages'>,
  compulsory: string | null,
): readonly string[] {
  return academy.optionalLanguages.values.filter((language) => language !== compulsory);
}
