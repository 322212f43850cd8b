import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import { aCentre } from '../testing/exam.ts';
import { heldBoards } from '../testing/examiners.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { countLateSheets, lateSheets } from './duties.ts';
import { readLockedMarks } from './lockedMarks.ts';
import { lockOf } from './store/batches.ts';
import { COIFFURE, manyEntrants, marksRoom, SESSION } from './testing.ts';

/** A unit that is marked by name, from its boards' tablets to the ledger of results. */
const space = await stage(marksRoom, {
  staff: { head: 'head', other: 'head', ada: 'jury', bob: 'jury' },
  on: '2024-06-20T10:00:00+02:00',
});
const { db, catalogue, staff, seats } = space;
const people = await manyEntrants(db, space, catalogue, 3, ['U41']);
const [one, two, three] = people as readonly [EnrolmentId, EnrolmentId, EnrolmentId];
seats.push(...people.map((enrolmentId) => ({ enrolmentId, speciality: COIFFURE, unit: 'U41' })));
const centre = await aCentre(db, ['Salon']);
await heldBoards(db, [
  { held: 'oral', unit: 'U41', room: centre.rooms.Salon ?? '', at: '2024-06-20T08:00', enrolments: people },
]);
await staff.head.post('/gestion/notes/lots', { session: SESSION });
const { rows } = await sql<{ id: string; named: boolean }>`select id, named from mark_batch where unit = 'U41'`.execute(
  db,
);
const at = `/gestion/notes/${rows[0]?.id ?? ''}`;

const OF = { academy: 'clermont', session: SESSION, speciality: COIFFURE, unit: 'U41' };
const [EXAMINER, COLLEAGUE] = [randomUUID(), randomUUID()];
/** A sheet as a board's tablet writes it; `agreed`: by the other member too. */
async function signed(
  enrolment: EnrolmentId,
  halfPoints: number | null,
  { agreed = true, seen = 0, by = randomUUID() } = {},
): Promise<string> {
  const id = randomUUID();
  await sql`insert into marking_sheet (id, academy, session, board_id, enrolment_id, unit, version, outcome, half_points, answers, words, seen, source, device, said_at, examiner_id, "by", digest)
    values (${id}, 'clermont', ${SESSION}, gen_random_uuid(), ${enrolment}, 'U41', 'note-sur-20', ${halfPoints === null ? 'barred' : 'mark'}, ${halfPoints},
      ${JSON.stringify(halfPoints === null ? {} : { NOTE: halfPoints })}::jsonb, 'Sans modèle', ${seen}, 'device', 'tablet', business_now(), ${EXAMINER}, ${by}, ${id})`.execute(
    db,
  );
  if (agreed)
    await sql`insert into marking_verdict (id, academy, session, sheet_id, verdict, way, examiner_id, seen, source, device, said_at, "by", digest)
      values (gen_random_uuid(), 'clermont', ${SESSION}, ${id}, 'agree', 'code', ${COLLEAGUE}, 0, 'device', 'tablet', business_now(), ${by}, ${id})`.execute(
      db,
    );
  return id;
}
const see = async (path = at): Promise<string> => words((await staff.head.get(path)).body);
const version = async (): Promise<string> =>
  String((await sql<{ v: number }>`select row_version as v from mark_batch where unit = 'U41'`.execute(db)).rows[0]?.v);
const post = async (act: string, fields: Readonly<Record<string, string>> = {}, who: 'head' | 'other' = 'head') =>
  staff[who].post(`${at}/${act}`, { version: await version(), ...fields });
const locked = async () =>
  (await readLockedMarks(db, { academy: 'clermont', session: SESSION }, people))
    .map(({ enrolmentId, mark }) => [people.indexOf(enrolmentId), mark.code === 'mark' ? mark.halfPoints : 0] as const)
    .toSorted(([a], [b]) => a - b);

describe('A batch that is marked by name', () => {
  it('is one of a unit that is held before a board', async () => {
    expect(rows).toMatchObject([{ named: true }]);
    expect(await see('/gestion/notes')).toContain('(par nom)');
    expect(await see()).toContain('Lycée des Puys, Salon 3 0 0 0 3');
  });

  it('says how far its boards are, and no mark', async () => {
    await signed(one, 31);
    const alone = await signed(two, 21, { agreed: false });
    const page = await see();
    expect(page).toContain('Lycée des Puys, Salon 3 1 1 0 1');
    expect(page).toMatch(/1 fiche est signée d'une seule personne.*Candidat B/s);
    expect(page).not.toMatch(/15,5|10,5/);
    expect((await post('verrou')).status).toBe(409);
    expect(await see(`${at}/fiche/${alone}`)).toMatch(/Fiche de Candidat B.*10,5 \/ 20.*Sans modèle/s);
  });

  it('is read sheet by sheet by nobody where two agreed', async () => {
    const { rows: sheets } = await sql<{ id: string }>`select id from marking_sheet where half_points = 31`.execute(db);
    expect((await staff.head.get(`${at}/fiche/${sheets[0]?.id}`)).status).toBe(404);
    expect((await staff.head.get(`${at}/fiche/${randomUUID()}`)).status).toBe(404);
  });

  it('takes the sheet of one person once a head signed beside them, with a reason', async () => {
    const { rows: sheets } = await sql<{ id: string }>`select id from marking_sheet where half_points = 21`.execute(db);
    const sheet = `fiche/${sheets[0]?.id}`;
    expect((await post(`${sheet}/contreseing`)).status).toBe(422);
    expect((await post(`${sheet}/contreseing`, { motif: 'La professionnelle est absente' })).location).toBe(
      `${at}?message=contresignee`,
    );
    expect(await see()).toContain('Lycée des Puys, Salon 3 2 0 0 1');
    expect((await post(`${sheet}/contreseing`, { motif: 'Encore' }, 'other')).status).toBe(404);
  });

  it('says whom a board barred, which no text gives a mark', async () => {
    const barred = await signed(three, null);
    expect(await see()).toContain("1 candidat n'a pas pu passer selon la commission");
    expect(await see(`${at}/fiche/${barred}`)).toContain('présent, ne peut pas passer');
    expect((await post('verrou', {}, 'other')).status).toBe(409);
    const { rows: sheets } = await sql<{ rank: number }>`select max(rank)::integer as rank from marking_sheet`.execute(
      db,
    );
    await signed(three, 12, { seen: sheets[0]?.rank ?? 0 });
  });

  it('is locked by a head who signed nothing of it, as its boards agreed', async () => {
    expect(words((await post('verrou')).body)).toContain('Cette personne a saisi ce lot');
    expect(await lockOf(db, OF)).toBeNull();
    expect((await post('verrou', {}, 'other')).location).toBe(`${at}?message=verrouille`);
    expect(await locked()).toEqual([
      [0, 31],
      [1, 21],
      [2, 12],
    ]);
    expect(await see()).toMatch(/Candidat A .* 15,5/);
    // What their boards are told.
    expect(await lockOf(db, OF)).not.toBeNull();
    expect(await lockOf(db, { ...OF, unit: 'U20' })).toBeNull();
  });

  it('loses no sheet that comes after the lock: it is told, and a correction takes it', async () => {
    await space.setClock('2024-06-20T11:00:00+02:00');
    const late = await signed(one, 33, { agreed: false });
    await signed(two, 21);
    const page = await see();
    expect(page).toContain('1 fiche est arrivée après le verrou');
    expect(page).toMatch(/Candidat A .*15,5 16,5 d'une seule personne/);
    expect(await locked()).toContainEqual([0, 31]);
    expect((await staff.head.get(`${at}/fiche/${late}`)).status).toBe(200);
    const { rows: scripts } = await sql<{
      number: string;
    }>`select s.number from mark_script s join mark_identity i on i.script_id = s.id where i.enrolment_id = ${one}`.execute(
      db,
    );
    const correction = { numero: scripts[0]?.number ?? '', note: '16,5', motif: 'Fiche arrivée après le verrou' };
    expect((await post('correction', correction)).location).toBe(`${at}?message=corrigee`);
    expect(await see()).not.toContain('arrivée après le verrou 1');
    expect(await locked()).toContainEqual([0, 33]);
  });

  it('stands on the home page of a head until its mark is taken, or what stands is kept, in one act with why', async () => {
    const home = () => lateSheets.read({ db } as never, { scope: { academy: 'clermont' } } as never);
    expect(await home()).toBeNull();
    await space.setClock('2024-06-20T12:00:00+02:00');
    const [last] = (await sql<{ rank: number }>`select max(rank)::integer as rank from marking_sheet`.execute(db)).rows;
    const seen = last?.rank ?? 0;
    const [taken, kept] = [await signed(one, 34, { seen }), await signed(three, 14, { seen })];
    expect(await home()).toMatchObject({ href: at, words: expect.stringMatching(/^2\u00a0fiches de commission/) });
    expect(await see('/gestion/notes')).toContain('2 fiches arrivées après');
    expect(await countLateSheets(db, { academy: 'clermont', session: SESSION })).toBe(2);
    expect(await countLateSheets(db, { academy: 'clermont', session: 'bp-demo' })).toBe(0);
    const page = await see(`${at}/fiche/${taken}`);
    expect(page).toContain('Cette fiche est arrivée après le verrou Note du lot : 16,5. Note de la fiche : 17.');
    const unsaid = await post(`fiche/${taken}/correction`, { motif: 'Relue' });
    expect([unsaid.status, words(unsaid.body)]).toEqual([422, expect.stringContaining('Dites ce que vous faites')]);
    const decide = (sheet: string, decision: string) =>
      post(`fiche/${sheet}/correction`, { decision, motif: 'Relue avec la commission' });
    expect((await decide(taken, 'reprendre')).location).toBe(`${at}?message=corrigee`);
    expect(await home()).toMatchObject({ words: expect.stringMatching(/^1\u00a0fiche de commission/) });
    expect((await decide(kept, 'garder')).status).toBe(303);
    expect((await decide(kept, 'garder')).status).toBe(409);
    expect(await home()).toBeNull();
    expect(await see()).not.toMatch(/fiches? (est|sont) arrivée/);
    expect(await locked()).toEqual([
      [0, 34],
      [1, 21],
      [2, 12],
    ]);
  });

  it('takes them too when it is unlocked and locked again, over what was typed', async () => {
    await post('deverrouillage', { motif: 'Une fiche est arrivée' });
    const { rows: sheets } = await sql<{ rank: number }>`select max(rank)::integer as rank from marking_sheet`.execute(
      db,
    );
    await signed(three, 14, { seen: sheets[0]?.rank ?? 0 });
    expect((await post('verrou', {}, 'other')).location).toBe(`${at}?message=verrouille`);
    expect(await locked()).toContainEqual([2, 14]);
  });
});

describe('Sheets on paper', () => {
  it('are typed twice beside those of tablets, which nobody types again', async () => {
    await manyEntrants(db, space, catalogue, 2, ['U20']);
    await staff.head.post('/gestion/notes/lots', { session: SESSION });
    const batch = (
      await sql<{ id: string; named: boolean }>`select id, named from mark_batch where unit = 'U20'`.execute(db)
    ).rows[0];
    expect(batch?.named).toBe(true);
    expect(await see(`/gestion/notes/${batch?.id}`)).toContain('Seulement pour des fiches signées sur papier');
    expect(await see(`/gestion/notes/${batch?.id}`)).toContain("n'a de place devant une commission");
  });
});
