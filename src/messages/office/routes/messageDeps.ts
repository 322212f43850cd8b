import type { LetterDeskDeps } from '../../../papers/index.ts';

export function fillDeps({
  db,
  catalogue,
  letters: { publicUrl, due },
}: LetterDeskDeps): Pick<LetterDeskDeps, 'db' | 'catalogue'> & Pick<LetterDeskDeps['letters'], 'publicUrl' | 'due'> {
  return { db, catalogue, publicUrl, due };
}
