import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import { aVerdict, COIFFURE, publicationRoom, SESSION } from '../testing/publication.ts';
import { stage } from '../testing/stage.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { fieldOn, words } from '../testing/words.ts';
import { checkFile } from './checkFile.ts';
import { COLUMNS, RULES } from './exchange.ts';
import { exchangeRoutes } from './routes.ts';
import { faultInWords } from './texts.ts';

const AT = '/gestion/export-national';

const {
  db,
  verdicts,
  registered,
  staff: { head, second, elsewhere },
  setClock,
} = await stage(publicationRoom(exchangeRoutes), {
  staff: { head: 'head', second: 'head', elsewhere: { role: 'head', academy: 'lyon' } },
});
for (const units of [
  { U10: 12, U20: 10.5 },
  { U10: 12, U20: { kept: 11, on: '2022-07-01' }, U30: 2.5 },
  // A justified absence counts as 0, and bears no mark of its own.
  { U10: 12, U20: { code: 'excused' } as const },
])
  verdicts.push(aVerdict((await registered()).enrolment, units));
await setClock('2024-07-02T10:00:00+02:00');
const cle = fieldOn((await head.get('/gestion/publication')).body, 'cle');
const made = await head.post('/gestion/publication/preparer', { session: SESSION, cle, specialites: COIFFURE });
const address = made.location.split('?')[0] ?? '';
for (const [who, act, more] of [
  [head, 'proposition', { jour: '05/07/2024', heure: '9 h' }],
  [second, 'approbation', {}],
] as const) {
  const version = fieldOn((await who.get(address)).body, 'version');
  expect((await who.post(`${address}/${act}`, { version, ...more })).status).toBe(303);
}

it('nothing is given before the announced second; after it the file comes, and the checker of the command line reads it back', async () => {
  expect(words((await head.get(AT)).body)).toContain("Aucun résultat n'est publié");
  expect((await head.get(`${AT}/fichier?session=${SESSION}`)).header('content-disposition')).toBeUndefined();
  await setClock('2024-07-05T09:00:00+02:00');
  expect(words((await head.get(AT)).body)).toContain('3 candidats, 7 lignes');
  const given = await head.get(`${AT}/fichier?session=${SESSION}`);
  expect(given.header('content-disposition')).toBe(
    'attachment; filename="resultats-bp-2024-clermont-1-2024-07-05.csv"',
  );
  expect(given.body).toMatch(/^\ufefftype;session;.*;bloc\r\nRES;bp-2024-clermont;clermont;1;BP24-/s);
  expect(given.body).toMatch(/;AJOURNE;8,50;PV 2024-012;01\/07\/2024;U20;E20;1;N;CONSERVEE;11;01\/07\/2022;O\r\n/);
  expect(given.body).toMatch(/;U20;E20;1;N;ABSENCE-JUSTIFIEE;;;N\r\n/);
  const file = path.join(temporaryFolder('export'), 'resultats.csv');
  writeFileSync(file, given.body);
  expect(await checkFile(file)).toEqual({ lines: 9, faults: [], count: 0 });
  writeFileSync(file, given.body.replace(';12;', ';21;'));
  const { faults } = await checkFile(file);
  expect(faults.map((one) => words(faultInWords(one)))).toEqual([
    expect.stringMatching(/^Ligne 2, note : Une note de 0 à 20.* Lu : « 21 »\. \[mark\]$/u),
    expect.stringMatching(/^Ligne 9, numero : L'empreinte/u),
  ]);
  const [entry] = await readStream(db, 'exports:clermont', 1);
  expect(entry).toMatchObject({ name: 'results.exported', data: { candidates: 3, lines: 7, publication: 1 } });
});

it('a result that the checker refuses keeps the file back, with its line and its rule', async () => {
  const owner = sql`alter table published_result disable trigger user;
    update published_result set result = jsonb_set(result, '{units,0,halfPoints}', '43') where result->>'decision' = 'ADMITTED';
    alter table published_result enable trigger user`;
  await owner.execute(db);
  const refused = await head.get(`${AT}/fichier?session=${SESSION}`);
  expect([refused.status, refused.header('content-disposition')]).toEqual([422, undefined]);
  expect(words(refused.body)).toMatch(/1 défaut : le fichier n'est pas donné.* 2 note Une note de 0 à 20.* 21,5/);
});

it('the head of another academy is given nothing of this one', async () => {
  const answer = await elsewhere.get(`${AT}/fichier?session=${SESSION}`);
  expect([answer.status, answer.header('content-disposition')]).toEqual([200, undefined]);
  expect(answer.body).not.toContain('BP24-');
});

it('the page of documentation names every column and every rule', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/results-export.md'), 'utf8');
  for (const name of [...COLUMNS, ...RULES]) expect(page).toContain(`| \`${name}\``);
});
