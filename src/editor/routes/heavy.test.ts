import { strToU8, zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { fieldOn } from '../../testing/words.ts';
import { openFormSite } from '../testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

const FILE = 'exams/bp/pieces.yaml';
const PARTS = [
  '',
  '/sessions',
  '/specialites',
  '/pieces',
  '/textes',
  '/fichiers',
  `/fichiers/editer?fichier=${FILE}`,
  '/differences',
  '/cas',
  '/inscriptions',
  '/apercu',
  '/importer',
  '/export.zip',
  '/abandonner',
];
const plain = (body: string): string => body.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('&#39;', "'");

/** The pages that read the file itself. */
const ITS_PARTS = ['', '/pieces', `/fichiers/editer?fichier=${FILE}`, '/differences', '/abandonner'];

/** Every page of a draft answers, and it can be given up: whatever stands in it. */
async function expectAlive(draft: string, parts = PARTS): Promise<void> {
  for (const part of parts) {
    const { status, body } = await site.head.get(`${draft}${part}`);
    expect(status, part).toBe(200);
    if (part !== '/export.zip' && !part.startsWith('/fichiers/editer')) expect(body.length, part).toBeLessThan(600_000);
  }
  expect((await site.head.get('/gestion/regles')).status).toBe(200);
  const version = fieldOn((await site.head.get(`${draft}/abandonner`)).body, 'version');
  expect((await site.head.post(`${draft}/abandonner`, { version })).status).toBe(303);
}

async function imported(text: string): Promise<{ draft: string; status: number; body: string; zipped: number }> {
  const draft = await site.aDraft();
  const zip = zipSync({ [`catalogue/${FILE}`]: strToU8(text) }, { level: 9 });
  const { body } = await site.head.get(`${draft}/importer`);
  const answer = await site.head.upload(
    `${draft}/importer`,
    { version: fieldOn(body, 'version') },
    Buffer.from(zip),
    'r.zip',
  );
  return { draft, status: answer.status, body: plain(answer.body), zipped: zip.length };
}

const times = (text: string, characters: number): string => text.repeat(Math.floor(characters / text.length));
/** A few bytes of ZIP each; so much YAML that reading it would end the process, or fill a page with a million faults. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['a key written again and again', 'a: 1\n'],
  ['a thousand faults a line', ': ] } '],
  ['lists that never end', '['],
  ['maps that never end', '{a: '],
  ['dashes on one line', '- '],
  ['entries without anything', '- {}\n'],
  ['entries that are none', '- 1\n'],
  ['one key in one line', 'a,'],
  ['directives', '%\n'],
  ['quotes', '"'],
  ['tags', '- !x y\n'],
  ['documents', '---\n'],
  ['tabulations', '\ta:\n'],
  ['one long line', 'x'],
  ['line ends', '\r\n'],
];

describe('Wrong YAML in a small archive', () => {
  it.each(HOSTILE.slice(0, 3))('of five megabytes is refused with the limit: %s', async (_, one) => {
    const { draft, status, body, zipped } = await imported(times(one, 5_000_000));
    expect([status, zipped < 50_000]).toEqual([422, true]);
    expect(body).toContain('200 000 caractères au plus par fichier');
    expect(await site.written(draft, FILE)).toBeUndefined();
  });

  it.each(HOSTILE)('within the size is kept, shown with a few of its faults, and given up: %s', async (_, one) => {
    const { draft, status } = await imported(times(one, 195_000));
    expect(status).toBe(303);
    await expectAlive(draft, ITS_PARTS);
  });

  it('is told by its first faults and by how many others there are', async () => {
    const { draft } = await imported(times('- 1\n', 1_800));
    const body = plain((await site.head.get(draft)).body);
    const title = /<h2>([^<]*)<\/h2>/.exec(body)?.[1];
    expect([/Et 400 autres fautes dans ce fichier/.test(body), title]).toEqual([
      true,
      expect.stringMatching(/^4\d\d fautes/),
    ]);
    expect(body.match(/fichiers\/editer\?/g)?.length).toBeLessThan(220);
  });

  it('with aliases that multiply is refused as values, not worked out', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, level) => `a${level + 1}: &a${level + 1} [${times(`*a${level},`, 36)}]`,
    );
    const { draft } = await imported(`a0: &a0 [x, x, x]\n${laughs.join('\n')}\n`);
    expect(plain((await site.head.get(draft)).body)).toMatch(/il est trop gros : 20 000 valeurs au plus/);
    await expectAlive(draft, ITS_PARTS);
  });
});

describe('A draft that was stored before there were budgets', () => {
  const store = (draft: string, text: string) =>
    sql`update rule_draft set changes = ${JSON.stringify({ [FILE]: text, 'texts/mails.yaml': text })}::jsonb
      where id = ${draft.split('/').at(-1)}`.execute(site.db);

  it.each([
    ['a key again and again', 'a: 1\n'],
    ['nothing but brackets', '['],
    ['rows', '- {}\n'],
  ])('is opened and given up: %s', async (_, one) => {
    const draft = await site.aDraft();
    await store(draft, times(one, 2_000_000));
    const shown = plain((await site.head.get(`${draft}/fichiers/editer?fichier=${FILE}`)).body);
    expect(shown).toMatch(/Ce fichier a (2 000 000|1 99\d \d\d\d) caractères/);
    await expectAlive(draft);
  });

  it('is mended file by file, by saving the text that was there before', async () => {
    const draft = await site.aDraft();
    await store(draft, times('a: 1\n', 2_000_000));
    for (const file of [FILE, 'texts/mails.yaml'])
      expect((await site.submit(`${draft}/fichiers/editer?fichier=${file}`)).status).toBe(303);
    expect(plain((await site.head.get(draft)).body)).toContain('Aucune faute');
  });
});

describe('A form of an entry that has too much of something', () => {
  const many = (count: number, one: string): string => Array.from({ length: count }, () => one).join(', ');

  it('draws no more units than a regulation may have, and the file says the fault', async () => {
    const draft = await site.aDraft();
    const file = 'exams/bp/regulations/45033608-coiffure.yaml';
    const text = `cfd: '45033608'\ntitle: Coiffure\nunits: [${many(700, '{}')}]\n`;
    await site.submit(`${draft}/fichiers/editer?fichier=${file}`, { text });
    const form = await site.head.get(`${draft}/specialites/45033608/reglements/45033608-coiffure`);
    expect([form.status, form.body.match(/name="units-\d+-title"/g)?.length]).toEqual([200, 60]);
    expect(plain((await site.head.get(draft)).body)).toMatch(/« units » doit avoir 60 éléments au plus/i);
  });

  it('draws no more rules, reasons and conditions than a piece may have', async () => {
    const draft = await site.aDraft();
    const conditions = `{ any: [${many(25, '{ fact: minor, is: true }')}] }`;
    const text = `- code: REPLEG\n  rules: [${many(3, `{ when: ${conditions} }`)}, ${many(200, '{}')}]\n  cannedReasons: [${many(200, '{}')}]\n`;
    await site.submit(`${draft}/fichiers/editer?fichier=${FILE}`, { text });
    const { status, body } = await site.head.get(`${draft}/pieces/REPLEG`);
    expect([status, body.length < 2_000_000]).toEqual([200, true]);
    expect(body.match(/name="cannedReasons-\d+-text"/g)?.length).toBe(40);
    expect(body.match(/name="rules-\d+-remove"/g)?.length).toBe(30);
  });

  it('is not drawn at all when one entry, or the list of them, goes beyond a file', async () => {
    for (const [text, says] of [
      [`[${many(501, '{}')}]\n`, '500 éléments dans une liste au plus'],
      [`[{ code: REPLEG, rules: [${many(1_600, '1')}] }]\n`, '1 500 valeurs dans un élément au plus'],
    ] as const) {
      const draft = await site.aDraft();
      await site.submit(`${draft}/fichiers/editer?fichier=${FILE}`, { text });
      expect(plain((await site.head.get(draft)).body)).toContain(says);
      expect(plain((await site.head.get(`${draft}/pieces`)).body)).toContain("n'est pas lisible");
      expect((await site.head.get(`${draft}/pieces/REPLEG`)).status).toBe(404);
    }
  });
});
