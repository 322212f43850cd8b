import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Erasure, eraseNight } from '../office/index.ts';
import { oldKeys } from '../platform/http/once.ts';
import { verifyChains } from '../platform/journal.ts';
import { listSeals, sealJournal, verifySeals } from '../platform/journalSeal.ts';
import { silentLog } from '../platform/log.ts';
import { parisDay } from '../platform/time.ts';
import { deskRoom } from './desk.ts';
import { stage } from './stage.ts';
import { words } from './words.ts';

/** What a night erases is said before, and proved after. */
const WEEK = Temporal.Duration.from({ days: 7 });
const files = { left: 3, count: async () => files.left, erase: async () => files.left-- && 3 };
const erasures: readonly Erasure[] = [
  { what: 'forms', rows: oldKeys(WEEK) },
  { what: 'files', files },
  { what: 'scripts', files: { count: async () => 0, erase: async () => 0 } },
  {
    what: 'tries',
    files: {
      count: async () => 0,
      erase: async () => {
        throw new Error('away');
      },
    },
  },
];
const {
  db,
  staff: { head, officer },
} = await stage(deskRoom({ more: () => ({ erasures: () => erasures }) }), {
  staff: { head: 'head', officer: 'officer' },
});
const PAGE = '/gestion/journal/effacements';
const read = async (at = PAGE): Promise<string> => words((await head.get(at)).body);

it('is counted by the question that erases, and read by who reads the journal', async () => {
  for (const days of [6, 8, 9])
    await sql`insert into once (key, owner, purpose, at)
      values (gen_random_uuid(), 'o', 'p', now() - make_interval(days => ${days}::int))`.execute(db);
  const page = await read();
  expect(page).toMatch(
    /Marques de formulaires envoyés 2 .*Fichiers de pièces retirés ou remplacés 3 2 sortes de données : rien à effacer /,
  );
  expect(page).toContain('Aucune nuit encore');
  expect(page).toContain('À confirmer par le rectorat');
  expect((await officer.get(PAGE)).status).toBe(404);
});

it('leaves its proof in numbers, with what failed; nothing of it can be changed unseen', async () => {
  await eraseNight(db, erasures, silentLog);
  expect((await sql`select from once where owner = 'o'`.execute(db)).rows).toHaveLength(1);
  const page = await read(`${PAGE}?verifier=1`);
  expect(page).toContain('Marques de formulaires envoyés : 2');
  expect(page).toContain('Fichiers de pièces retirés ou remplacés : 3');
  expect(page).toContain('Nuit terminée, sauf : Essais qui ne comptent plus');
  expect(page).toContain('Vérifié : la chaîne des nuits est intacte');
  // The seal of the day covers it.
  await sealJournal(db, parisDay(Temporal.Now.instant()).add({ days: 1 }));
  const verified = async () => [
    (await verifyChains(db)).broken.length,
    (await verifySeals(db, await listSeals(db))).length,
  ];
  expect(await verified()).toEqual([0, 0]);
  await sql`alter table journal disable trigger user`.execute(db);
  await sql`update journal set data = replace(data, '"count":2', '"count":1') where name = 'night.erased'`.execute(db);
  expect(await verified()).toEqual([1, 0]);
  expect(await read(`${PAGE}?verifier=1`)).toContain('1 ligne ne correspond pas à sa chaîne');
  await sql`delete from journal where stream = 'night'`.execute(db);
  expect(await verified()).toEqual([0, 1]);
});
