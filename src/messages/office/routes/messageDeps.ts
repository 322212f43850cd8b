import type { LetterDeskDeps } from '../../../papers/index.ts';

export function fillDeps({ db, catalogue, letters: { publicUrl, due } }: LetterDeskDeps) {
  return { db, catalogue, publicUrl, due };
}
