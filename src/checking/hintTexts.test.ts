import { expect, it } from 'vitest';
import { hintsInWords } from './hintTexts.ts';

it('Hints are one calm line: what may be wrong, on which pages, and the twin of another piece', () => {
  expect(hintsInWords([], 2, [])).toBeNull();
  expect(hintsInWords([{ page: 2, finding: 'blurred' }], 3, [])).toBe('Peut-être floue (page\u00a02).');
  expect(hintsInWords([{ page: 1, finding: 'dark' }], 1, [])).toBe('Peut-être trop sombre.');
  expect(hintsInWords([], 2, [], true)).toBe('Ce fichier est le même que celui qui a été refusé.');
  const many = [
    { page: 1, finding: 'blurred' },
    { page: 2, finding: 'blank' },
    { page: 3, finding: 'blurred' },
  ] as const;
  expect(hintsInWords(many, 3, ["Pièce d'identité"])).toBe(
    "Peut-être floue (pages\u00a01 et 3), vide (page\u00a02). Le même fichier est déposé pour Pièce d'identité.",
  );
});
