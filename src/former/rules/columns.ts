import { texts } from '../texts.ts';

/**
 * The columns of a file of former results. `source`: where it comes from that the former system gives this; `sure: false`: inferred from a
 * public program that reads its exports (../shared/domain/cyclades.md, 5), or ours, since nobody has read a file of results of it.
 */
export type ColumnName = keyof typeof texts.headings;
export type FormerColumn = { readonly name: ColumnName; readonly headings: readonly string[]; readonly source: Source };
type Source = 'export-read-by-a-program' | 'ours';

const column = (name: ColumnName, source: Source, ...others: readonly string[]): FormerColumn => ({
  name,
  headings: [texts.headings[name], ...others],
  source,
});

export const COLUMNS: readonly FormerColumn[] = [
  column('number', 'export-read-by-a-program', 'N° candidat', 'Numéro de candidat'),
  column('birthName', 'export-read-by-a-program', 'Nom de famille'),
  column('firstNames', 'export-read-by-a-program', 'Prénom', 'Prénom(s)'),
  column('birthDate', 'export-read-by-a-program', 'Né le', 'Date naissance'),
  column('speciality', 'export-read-by-a-program', 'Spécialité'),
  column('session', 'ours', 'Année'),
  column('obtainedOn', 'ours', 'Date du jury'),
  column('unit', 'ours', 'Code unité'),
  column('mark', 'ours', 'Note sur 20'),
  column('decision', 'ours', 'Résultat'),
];

/** Without what people type differently: accents, capitals, spaces. */
export const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();

/** Where each column stands in the first line, in any order; others are left aside. */
export type Places = Readonly<Record<ColumnName, number>>;

/** The places, or the headings that are missing and those that are there twice. */
export function placesIn(
  head: readonly string[],
):
  | { readonly ok: true; readonly places: Places }
  | { readonly ok: false; readonly missing: readonly string[]; readonly twice: readonly string[] } {
  const cells = head.map(bare);
  const found = COLUMNS.map(({ name, headings }) => {
    const names = headings.map(bare);
    return { name, at: cells.flatMap((cell, index) => (names.includes(cell) ? [index] : [])) };
  });
  const label = ({ name }: { readonly name: ColumnName }): string => texts.headings[name];
  const missing = found.filter(({ at }) => at.length === 0).map(label);
  const twice = found.filter(({ at }) => at.length > 1).map(label);
  if (missing.length + twice.length > 0) return { ok: false, missing, twice };
  return { ok: true, places: Object.fromEntries(found.map(({ name, at }) => [name, at[0] ?? 0])) as Places };
}
