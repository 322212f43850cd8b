import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openFormSite } from '../testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

const SHELVES = [
  { file: 'sessions/bp-2024-clermont.yaml', list: 'sessions', one: 'sessions/bp-2024-clermont', name: 'label' },
  { file: 'exams/bp/pieces.yaml', list: 'pieces', one: 'pieces/REPLEG', name: 'label' },
  { file: 'texts/mails.yaml', list: 'textes', one: 'textes/account.exists', name: 'subject' },
  { file: 'exams/bp/specialities.yaml', list: 'specialites', one: 'specialites/45033608', name: 'name' },
  {
    file: 'exams/bp/regulations/45033608-coiffure.yaml',
    list: 'specialites/45033608',
    one: 'specialites/45033608/reglements/45033608-coiffure',
    name: 'title',
  },
] as const;

/** What a hand may do to a file in the editor of files. */
const SPOILED: readonly ((text: string) => string)[] = [
  () => '[',
  () => '12',
  () => '- 1\n- [a]\n- null\n- code: [x]\n',
  (text) => text.replaceAll(/: [^\n[{>|]+$/gm, ': 3'),
  (text) => text.replaceAll(/: \S[^\n]*$/gm, (value, at: number) => (at % 5 === 0 ? ': [1, null]' : value)),
  (text) =>
    text.replaceAll(/^( *)(pieceGroups|rules|units|window|body|portfolio|cannedReasons):.*$/gm, '$1$2: null\n$1old$2:'),
  (text) => `${text}\n__proto__: { a: 1 }\n`,
  (text) => text.replaceAll('{ fact: minor, is: true }', '{ not: { not: { fact: [minor] } } }'),
];

describe.each(SHELVES)('A faulty draft: $file', ({ file, list, one, name }) => {
  it('is shown, and a form that is sent is answered, whatever stands in the file', async () => {
    const text = readFileSync(`catalogue/${file}`, 'utf8');
    for (const [index, spoil] of SPOILED.entries()) {
      const draft = await site.aDraft();
      const raw = `${draft}/fichiers/editer?fichier=${encodeURIComponent(file)}`;
      const saved = await site.submit(raw, { text: spoil(text) });
      expect([303, 422]).toContain(saved.status);
      for (const part of ['sessions', 'sessions/copier', 'specialites', 'pieces', 'textes', list, one])
        expect([200, 404], `${index} ${part}`).toContain((await site.head.get(`${draft}/${part}`)).status);
      const answer = await site.submit(`${draft}/${one}`, { [name]: 'Autre' });
      expect(answer.status, String(index)).toBeLessThan(500);
    }
  }, 600_000);
});

it('A file that can not be read is named where its entries would stand, with where to mend it', async () => {
  const draft = await site.aDraft();
  await site.submit(`${draft}/fichiers/editer?fichier=texts%2Fmails.yaml`, { text: '[' });
  const { body } = await site.head.get(`${draft}/textes`);
  expect(body).toContain("texts/mails.yaml\u00a0» n'est pas lisible");
  expect(body).toContain('fichiers/editer?fichier=texts%2Fmails.yaml');
});
