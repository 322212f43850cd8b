import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { aCentre } from '../testing/exam.ts';
import { boardIds, heldBoards, keepJuries } from '../testing/examiners.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { countersign } from './actions/countersign.ts';
import { listMissingParts, readBoardProgress, readStandings } from './agreed.ts';
import { BOULANGER, markingRoom, PLACE, refusedOf, seated, sentBy } from './testing.ts';

/** A baker's command is tasted by another jury, without the candidate. */
const space = await stage(markingRoom, {
  staff: { baker: 'examiner', teacher: 'examiner', taster: 'examiner', cook: 'examiner', head: 'head' },
  candidates: { abel: 'Abel', colin: 'Colin', dubois: 'Dubois' },
});
const { db, catalogue, staff, candidates, setClock, events, site } = space;
const { rooms } = await aCentre(db, ['Fournil']);
const ids = [candidates.abel, candidates.colin, candidates.dubois].map(({ enrolment }) => enrolment.id);
const [abel, colin, dubois] = ids as [EnrolmentId, EnrolmentId, EnrolmentId];
const day = {
  held: 'practical',
  speciality: BOULANGER,
  room: rooms.Fournil ?? '',
  minutes: 480,
  enrolments: ids,
} as const;
await heldBoards(db, [
  { ...day, unit: 'U10', at: '2024-06-03T08:00' },
  { ...day, unit: 'U10-P2', at: '2024-06-04T08:00' },
]);
await keepJuries(db, catalogue);
// Kept once, however often its plan is looked at.
await keepJuries(db, catalogue);
const { rows } = await sql<{ id: string; name: string }>`select id, name from exam_board
  where name <> '' or shared order by name`.execute(db);
const [board, jury] = rows.map(({ id }) => id) as [string, string];
const [firstDay = ''] = await boardIds(db);
const BAKER = await seated(db, 'Four', { account: staff.baker.id, board, code: 'BAKER100' });
await sql`insert into board_member (id, academy, session, board_id, examiner_id, state, told, told_at, added_by)
  select gen_random_uuid(), academy, session, ${firstDay}, examiner_id, state, told, told_at, added_by from board_member
  where examiner_id = ${BAKER}`.execute(db);
await seated(db, 'Blé', { account: staff.teacher.id, board, code: 'TEACH100' });
const TASTER = await seated(db, 'Goût', { account: staff.taster.id, board: jury, code: 'TASTE100' });
await seated(db, 'Sel', { account: staff.cook.id, board: jury, code: 'SANDS100' });
await setClock('2024-06-04T17:00:00+02:00');

type Who = 'baker' | 'teacher' | 'taster' | 'cook';
type Points = Readonly<Record<string, string>>;
const REST: Points = { C1: '5', C2: '15', C3: '10', C4: '30,5', C5: '10', C6: '40' };
const own = (who: Who): string => (who === 'baker' || who === 'teacher' ? board : jury);
const see = async (who: Who, candidate = ''): Promise<string> =>
  words((await staff[who].get(`/commission/notes?commission=${own(who)}&candidat=${candidate}`)).body);
const fill = (who: Who, candidat: EnrolmentId, points: Points, issue = 'mark') =>
  staff[who].post('/commission/notes/fiche', {
    commission: own(who),
    candidat,
    cle: randomUUID(),
    vu: '0',
    version: '2012',
    issue,
    mots: '',
    ...Object.fromEntries(Object.entries(points).map(([id, value]) => [`c-${id}`, value])),
  });
const last = async (candidat: EnrolmentId): Promise<string> => {
  const found = await sql<{ id: string }>`select id from marking_sheet where enrolment_id = ${candidat}
    order by rank desc limit 1`.execute(db);
  return found.rows[0]?.id ?? '';
};
const agree = async (who: Who, candidat: EnrolmentId) =>
  staff[who].post('/commission/notes/accord', {
    commission: own(who),
    candidat,
    cle: randomUUID(),
    vu: '0',
    fiche: await last(candidat),
    avis: 'agree',
    mots: '',
    code: '',
  });
const of = { ...PLACE, unit: 'U10' };
const standing = async (one: EnrolmentId) => (await readStandings(db, of, [one])).get(one) ?? null;
const missing = async () => (await listMissingParts(db, PLACE)).map(({ enrolmentId, name }) => [enrolmentId, name]);

it('Nothing is signed before the last day is held, whose board has the sheets', async () => {
  await setClock('2024-06-03T09:00:00+02:00');
  const all = words((await staff.baker.get('/commission/notes')).body);
  expect(all).toMatch(/lundi 3 juin 2024 .* La fiche de cette épreuve.*mardi 4 juin 2024 .* 3 candidats/);
  const early = (commission: string) =>
    staff.baker.post('/commission/notes/fiche', {
      ...{ commission, candidat: abel, cle: randomUUID(), vu: '0', version: '2012', issue: 'absent', mots: '' },
    });
  expect((await early(firstDay)).status).toBe(404);
  expect(words((await early(board)).body)).toContain("n'a pas commencé");
  await setClock('2024-06-04T17:00:00+02:00');
});

it('A jury reads numbers and its own criteria, the board names and the rest', async () => {
  expect(rows.map(({ name }) => name)).toEqual(['', 'Phase de dégustation']);
  const { rows: numbers } = await sql<{ number: string }>`select number from enrolment where id = ${abel}`.execute(db);
  const list = await see('taster');
  expect(list).toContain(`Candidat n° ${numbers[0]?.number}`);
  expect(list).toContain("Fabrication d'une commande, Phase de dégustation");
  expect(list).not.toMatch(/Abel|Colin|Dubois/);
  const sheet = await see('taster', abel);
  expect(sheet).toContain('Dégustation des produits');
  expect(sheet).not.toMatch(/Calculs d'ingrédients|Abel|Absent/);
  expect(await see('baker', abel)).toMatch(/Abel.*Calculs d'ingrédients.*Absent/s);
  expect(await see('baker', abel)).not.toContain('Dégustation des produits');
});

it('Neither fills nor sees the part of the other before both have signed; then the mark is whole', async () => {
  expect((await fill('baker', abel, { ...REST, C7: '30' })).status).toBe(303);
  expect(await standing(abel)).toMatchObject({ sheet: { answers: { C6: 80 }, halfPoints: null } });
  expect((await standing(abel))?.sheet.answers).not.toHaveProperty('C7');
  expect((await fill('taster', abel, REST)).status).toBe(422);
  expect(await see('baker', abel)).toContain('110,5 sur 180');
  await agree('teacher', abel);
  expect(await standing(abel)).toMatchObject({ state: 'partial' });
  expect(await see('teacher', abel)).toContain("L'autre jury n'a pas encore arrêté sa partie");
  expect(await see('taster', abel)).not.toMatch(/110,5|signée par|jury n'a pas/);
  expect(await missing()).toEqual([[abel, 'Phase de dégustation']]);
  await fill('taster', abel, { C7: '30' });
  expect(await see('taster', abel)).toContain('30 sur 60');
  expect(await see('baker', abel)).not.toMatch(/30 sur 60|Note entière/);
  await agree('cook', abel);
  // 140,5 of 240 is 11,71: 12 upwards.
  for (const who of ['baker', 'cook'] as const) expect(await see(who, abel)).toContain('Note entière : 12 sur 20');
  expect(await standing(abel)).toMatchObject({ state: 'agreed', sheet: { halfPoints: 24, part: null } });
  expect(await missing()).toEqual([]);
});

it('A tablet sends what its jury kept, and is refused what is of the other', async () => {
  const said = (answers: Readonly<Record<string, number>>, outcome = 'mark') => ({
    kind: 'sheet',
    id: randomUUID(),
    boardId: jury,
    enrolmentId: colin,
    version: '2012',
    outcome,
    answers,
    words: '',
    seen: 0,
    saidAt: '2024-06-04T15:00:00Z',
  });
  const kept = said({ C7: 90 });
  const verdict = { ...kept, id: randomUUID(), kind: 'verdict', sheetId: kept.id, verdict: 'agree', code: 'SANDS100' };
  const sent = await sentBy(site, staff.taster, [said({ C1: 10 }), said({}, 'absent'), kept, verdict]);
  expect(refusedOf(sent)).toEqual([
    expect.stringContaining('a changé'),
    expect.stringContaining("n'a pas pu être lue"),
    null,
    null,
  ]);
  expect(await missing()).toEqual([[colin, '']]);
});

it('A head signs one part beside whoever is alone, and reads how far each jury is', async () => {
  await fill('baker', colin, REST);
  const order = { ...PLACE, sheetId: await last(colin), reason: 'Seule', by: staff.head.id };
  expect(await countersign({ db, events }, SYSTEM, order)).toMatchObject({ ok: true });
  // 155,5 of 240 is 12,96: 13 upwards.
  expect(await standing(colin)).toMatchObject({ state: 'agreed', sheet: { halfPoints: 26 } });
  const place = { centre: 'Lycée des Puys', room: 'Fournil', candidates: 3, single: 0, open: 0 };
  expect(await readBoardProgress(db, of, ids)).toEqual([
    { ...place, name: '', agreed: 2 },
    { ...place, name: 'Phase de dégustation', agreed: 2 },
  ]);
});

it('Nobody signs both parts for one candidate', async () => {
  await fill('taster', dubois, { C7: '30' });
  await sql`insert into board_member (id, academy, session, board_id, examiner_id, state, told, told_at, added_by)
    select gen_random_uuid(), academy, session, ${board}, ${TASTER}, 'accepted', '{}', business_now(), gen_random_uuid()
    from board_member where examiner_id = ${TASTER}`.execute(db);
  const both = await staff.taster.post('/commission/notes/fiche', {
    ...{ commission: board, candidat: dubois, cle: randomUUID(), vu: '0', version: '2012', issue: 'absent', mots: '' },
  });
  expect([both.status, words(both.body)]).toEqual([409, expect.stringContaining('ne note pas les deux parties')]);
  await fill('baker', dubois, REST);
  const taken = await staff.taster.post('/commission/notes/accord', {
    ...{ commission: board, candidat: dubois, cle: randomUUID(), vu: '0', fiche: await last(dubois) },
    ...{ avis: 'agree', mots: '', code: '' },
  });
  expect(words(taken.body)).toContain('ne note pas les deux parties');
  await sql`delete from board_member where examiner_id = ${TASTER} and board_id = ${board}`.execute(db);
});

it('Whoever was not there is told to the jury, and marked by it is looked at by both', async () => {
  await fill('baker', dubois, {}, 'absent');
  await agree('teacher', dubois);
  expect(await standing(dubois)).toMatchObject({ state: 'disputed', sheet: { outcome: 'absent' } });
  for (const who of ['baker', 'taster'] as const) expect(await see(who, dubois)).toContain('Voyez-le ensemble');
});
