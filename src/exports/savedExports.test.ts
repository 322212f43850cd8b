import { beforeEach, expect, it } from 'vitest';
import { officeRoom } from '../testing/desk.ts';
import { stage } from '../testing/stage.ts';
import { plainSpaces, wordsIn } from '../testing/words.ts';
import { MOST_SAVED, savedExports, saveExport } from './store/savedExports.ts';

const PAGE = '/gestion/exports';
const SESSION = 'bp-2024-clermont';
const {
  db,
  staff: { head, officer, colleague },
} = await stage(officeRoom, {
  staff: { head: 'head', officer: { portfolios: ['G2'] }, colleague: { portfolios: ['G1'] } },
  candidates: { camille: {} },
});

const OFFICER = { academy: 'clermont', accountId: officer.id };

const KEPT = {
  acte: 'garder',
  nom: 'Coiffeurs',
  session: SESSION,
  specialite: '45033608',
  etat: '',
  colonnes: ['number', 'birthName'],
};
const words = async (who = officer): Promise<string> => plainSpaces(wordsIn((await who.get(PAGE)).body));
const linkOf = (body: string): string =>
  /href="(\/gestion\/exports\/inscriptions\?[^"]*format=csv)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';

beforeEach(async () => {
  await db.deleteFrom('saved_export').execute();
});

it('a list is kept under a name with its columns, and taken again by one link', async () => {
  expect(await words()).toContain('Aucun export gardé.');
  expect((await officer.post(PAGE, KEPT)).location).toBe(`${PAGE}?message=export-garde`);
  const { body } = await officer.get(`${PAGE}?message=export-garde`);
  expect(body).toContain("L'export est gardé.");
  expect(plainSpaces(wordsIn(body))).toMatch(/Coiffeurs .*2024, coiffure, .*, 2 colonnes\. Vous seul le voyez\./);
  const list = await officer.get(linkOf(body));
  expect(list.status).toBe(200);
  expect(list.body.split('\r\n')[8]).toBe("Numéro d'inscription;Nom de famille");
  // A colleague reads nothing of it.
  expect(await words(colleague)).not.toContain('Coiffeurs');
});

it('the same name takes the place of the first, and none other is touched', async () => {
  await officer.post(PAGE, KEPT);
  await officer.post(PAGE, { ...KEPT, colonnes: 'state' });
  await colleague.post(PAGE, { ...KEPT, specialite: '' });
  expect((await savedExports(db, OFFICER)).map(({ query }) => query)).toEqual([
    `?session=${SESSION}&specialite=45033608&colonnes=state`,
  ]);
  expect(await words(colleague)).toContain('2 colonnes');
});

it('what is shared is read by the office, each in their own groups; its author or a head forgets it', async () => {
  await officer.post(PAGE, { ...KEPT, partage: 'oui' });
  expect(await words(head)).toMatch(/Gardé par .+ pour tout le bureau\./);
  // That speciality is none of this colleague's: no link that would refuse.
  const theirs = (await colleague.get(PAGE)).body;
  expect(plainSpaces(wordsIn(theirs))).toContain("Ce qu'il demande n'est plus dans vos groupes.");
  expect(linkOf(theirs)).toBe('');
  const [one] = await savedExports(db, OFFICER);
  await colleague.post(PAGE, { acte: 'oublier', export: one?.id ?? '' });
  expect(await savedExports(db, OFFICER)).toHaveLength(1);
  expect((await head.post(PAGE, { acte: 'oublier', export: one?.id ?? '' })).location).toBe(
    `${PAGE}?message=export-oublie`,
  );
  expect(await savedExports(db, OFFICER)).toEqual([]);
});

it('without a session it is of the one that closes next; all columns are those that are known', async () => {
  const { colonnes: _, ...rest } = KEPT;
  const all = /name="colonnes" value="([^"]+)"/g;
  const columns = [...(await officer.get(PAGE)).body.matchAll(all)].map(([, name]) => name ?? '');
  await officer.post(PAGE, { ...rest, session: '', specialite: '', colonnes: columns });
  expect((await savedExports(db, OFFICER))[0]?.query).toBe('');
  expect((await officer.get(linkOf((await officer.get(PAGE)).body))).body.split('\r\n')[8]?.split(';')).toHaveLength(
    10,
  );
});

it.each([
  [{ nom: '' }, "Donnez un nom à l'export."],
  [{ nom: 'x'.repeat(61) }, '60'],
  [{ colonnes: [] }, 'Choisissez au moins une colonne.'],
  [{ colonnes: 'health' }, 'Erreur'],
  [{ specialite: '1' }, 'Erreur'],
])('a form with %j is shown again with what was typed, and keeps nothing', async (wrong, said) => {
  const answer = await officer.post(PAGE, { ...KEPT, ...wrong });
  expect(answer.status).toBe(422);
  expect(plainSpaces(wordsIn(answer.body))).toContain(said);
  if (!('nom' in wrong)) expect(answer.body).toContain('value="Coiffeurs"');
  expect(await savedExports(db, OFFICER)).toEqual([]);
});

it('too many are refused with the way out; a name that is kept already still changes', async () => {
  const { academy, accountId } = OFFICER;
  for (let n = 0; n < MOST_SAVED; n++)
    await db
      .transaction()
      .execute((tx) => saveExport(tx, { academy, accountId, name: `n° ${n}`, query: '', shared: false }));
  const answer = await officer.post(PAGE, KEPT);
  expect([answer.status, plainSpaces(wordsIn(answer.body))]).toEqual([
    422,
    expect.stringContaining('Vous gardez déjà 30 exports.'),
  ]);
  expect((await officer.post(PAGE, { ...KEPT, nom: 'n° 3' })).status).toBe(303);
});
