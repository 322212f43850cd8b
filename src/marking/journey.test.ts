import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { aCentre } from '../testing/exam.ts';
import { boardIds, heldBoards } from '../testing/examiners.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { countersign } from './actions/countersign.ts';
import { readBoardProgress, readStandings } from './agreed.ts';
import { MOST } from './marking.ts';
import { nextSheetOf } from './store/sheets.ts';
import { BOULANGER, markingRoom, PLACE, seated } from './testing.ts';

const space = await stage(markingRoom, {
  staff: { baker: 'examiner', teacher: 'examiner', elsewhere: 'examiner', head: 'head' },
  candidates: { abel: 'Abel', colin: 'Colin', dubois: 'Dubois' },
});
const { db, staff, candidates, locked, setClock, events } = space;
const centre = await aCentre(db, ['Fournil']);
const [abel, colin, dubois] = [candidates.abel, candidates.colin, candidates.dubois].map(
  ({ enrolment }) => enrolment.id,
) as [EnrolmentId, EnrolmentId, EnrolmentId];
await heldBoards(db, [
  {
    held: 'practical',
    speciality: BOULANGER,
    unit: 'U10',
    room: centre.rooms.Fournil ?? '',
    at: '2024-06-04T08:00',
    minutes: 480,
    enrolments: [abel, colin, dubois],
  },
]);
const [id = ''] = await boardIds(db);
const board = { id };
await seated(db, 'Four', { account: staff.baker.id, board: id, code: 'BAKER100' });
const TEACHER = await seated(db, 'Blé', { account: staff.teacher.id, board: id, code: 'TEACH100' });

beforeEach(async () => {
  await setClock('2024-06-04T09:00:00+02:00');
  locked.on = null;
  // Sheets stay for ever: each test has its own.
  await db.transaction().execute(async (tx) => {
    for (const table of ['marking_verdict', 'marking_sheet']) {
      await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
      await sql.raw(`delete from ${table}`).execute(tx);
      await sql.raw(`alter table ${table} enable trigger user`).execute(tx);
    }
  });
});

type Who = 'baker' | 'teacher' | 'elsewhere';
type Fields = Readonly<Record<string, string>>;
const POINTS = { C1: '5', C2: '15', C3: '10', C4: '30,5', C5: '10', C6: '40', C7: '30' };
const address = (candidate = ''): string =>
  `/commission/notes?commission=${board.id}${candidate === '' ? '' : `&candidat=${candidate}`}`;
const see = async (who: Who, path = address()): Promise<string> => words((await staff[who].get(path)).body);
const fill = (who: Who, more: Fields = {}, points: Fields = POINTS) =>
  staff[who].post('/commission/notes/fiche', {
    commission: board.id,
    candidat: abel,
    cle: randomUUID(),
    vu: '0',
    version: '2012',
    issue: 'mark',
    mots: '',
    ...Object.fromEntries(Object.entries(points).map(([id, value]) => [`c-${id}`, value])),
    ...more,
  });
const sheets = async (): Promise<readonly { id: string; rank: number; half_points: number | null }[]> =>
  (
    await sql<{
      id: string;
      rank: number;
      half_points: number | null;
    }>`select id, rank::integer, half_points from marking_sheet order by rank`.execute(db)
  ).rows;
const answer = async (who: Who, verdict: 'agree' | 'disagree', more: Fields = {}) =>
  staff[who].post('/commission/notes/accord', {
    commission: board.id,
    candidat: abel,
    cle: randomUUID(),
    vu: String((await sheets()).at(-1)?.rank ?? 0),
    fiche: (await sheets()).at(-1)?.id ?? '',
    avis: verdict,
    ecart: '',
    code: '',
    ...more,
  });
const standing = async () => (await readStandings(db, { ...PLACE, unit: 'U10' }, [abel])).get(abel) ?? null;

describe('Somebody of a board', () => {
  it('reads their boards, and whom each examines in the order of calls', async () => {
    expect(await see('baker', '/commission/notes')).toContain("U10, Fabrication d'une commande");
    const list = await see('baker');
    expect(list).toContain('Commission : Alix Four, Alix Blé.');
    expect(list).toMatch(/8 h 00 · Abel.*à noter.*Colin/s);
    expect(await see('elsewhere', '/commission/notes')).toContain('Aucune commission');
    expect(await see('elsewhere')).not.toContain('Abel');
    // Over, it is folded once nothing of it is left to say.
    await setClock('2024-06-05T09:00:00+02:00');
    expect(await see('baker', '/commission/notes')).not.toContain('commission passée');
    locked.on = Temporal.Instant.from('2024-06-05T08:30:00+02:00');
    expect(await see('baker', '/commission/notes')).toContain("1 commission passée U10, Fabrication d'une commande");
  });

  it('fills the sheet of the order, whose mark is computed, and another agrees from their own account', async () => {
    expect(await see('baker', address(abel))).toContain('7 critères à noter');
    expect(await fill('baker', { mots: 'Belle mie' })).toMatchObject({ status: 303 });
    // 140,5 of 240 is 11,71: 12 upwards.
    expect(await see('baker', address(abel))).toContain('12 sur 20');
    expect(await see('baker')).toContain('12 sur 20, signée par un seul');
    expect(await see('teacher', address(abel))).toContain('Vous donnez votre accord depuis votre compte.');
    expect(await answer('teacher', 'agree')).toMatchObject({ status: 303 });
    expect(await see('baker', address(abel))).toMatch(
      /arrêtée · signée par Alix Four à 9 h 00.*accord : Alix Blé.*Belle mie/s,
    );
    expect(await standing()).toMatchObject({ state: 'agreed', sheet: { halfPoints: 24 } });
    const journal = await readStream(db, `marking:${board.id}`, 10);
    expect(journal[0]?.data).toMatchObject({ source: 'page', sheets: 0, agreed: 1, contested: 0 });
    expect(JSON.stringify(journal)).not.toMatch(/Abel|140[.,]5|"halfPoints"/);
  });

  it('is told each criterion that is missing or wrong, by its name, and loses nothing', async () => {
    const refused = await fill('baker', { mots: 'Belle mie' }, { ...POINTS, C1: '', C6: '61' });
    expect(refused.status).toBe(422);
    expect(words(refused.body)).toContain("Notez « Calculs d'ingrédients ».");
    expect(words(refused.body)).toContain('« Présentation des produits » : un nombre de 0 à 60, au demi-point près.');
    expect(refused.body).toContain('value="30,5"');
    expect(refused.body).toContain('Belle mie');
    expect(await sheets()).toHaveLength(0);
  });

  it('agrees on the tablet of another by their personal code, and never with themselves', async () => {
    await fill('baker');
    expect(words((await answer('baker', 'agree')).body)).toContain("Il manque le code de signature de l'autre membre");
    expect(words((await answer('baker', 'agree', { code: 'baker1oo' })).body)).toContain('signée de la même personne');
    const wrong = await answer('baker', 'agree', { code: 'NOBODY', ecart: 'La mie' });
    // What was typed comes back where it was, and the sheet that stands isn't opened for it.
    expect(fieldOn(wrong.body, 'ecart')).toBe('La mie');
    expect(wrong.body).not.toMatch(/<textarea[^>]*>La mie|<details open/);
    expect([wrong.status, words(wrong.body)]).toEqual([
      422,
      expect.stringContaining("Ce code n'est celui d'aucun membre"),
    ]);
    expect(await standing()).toMatchObject({ state: 'signed' });
    await answer('baker', 'agree', { code: 'TEAC H1-00' });
    expect(await standing()).toMatchObject({
      state: 'agreed',
      sheet: { verdicts: [{ way: 'code', examinerId: TEACHER }] },
    });
  });

  it('takes no code that was said at a door for a signature, and says where theirs is', async () => {
    await fill('baker');
    const { rows } = await sql<{ code: string }>`select code from examiner_code where examiner_id = ${TEACHER}`.execute(
      db,
    );
    const said = await answer('baker', 'agree', { code: rows[0]?.code ?? '' });
    expect([said.status, words(said.body)]).toEqual([
      422,
      expect.stringMatching(/code d'accueil, qui s'est dit à voix haute : il ne signe rien\..*imprimée de nouveau/),
    ]);
    expect(await standing()).toMatchObject({ state: 'signed' });
    await sql`delete from throttle`.execute(db);
  });

  it('finds no code by trying them all', async () => {
    await fill('baker');
    for (let tries = 0; tries < MOST.wrongCodes; tries += 1) await answer('baker', 'agree', { code: `NON${tries}` });
    expect((await answer('baker', 'agree', { code: 'TEAC H1-00' })).status).toBe(409);
    expect(await standing()).toMatchObject({ state: 'signed' });
    await sql`delete from throttle`.execute(db);
  });

  it('disagrees: the sheet stays open and says so, until a common one is signed', async () => {
    await fill('baker');
    await answer('teacher', 'disagree', { ecart: 'La mie est crue' });
    expect(await see('baker', address(abel))).toMatch(/désaccord : Alix Blé \(La mie est crue\).*n'est pas d'accord/s);
    expect(await see('baker')).toContain('1 fiche à revoir');
    expect(await nextSheetOf(db, TEACHER)).toBeNull();
    await fill('teacher', { vu: String((await sheets()).at(-1)?.rank) }, { ...POINTS, C7: '10' });
    await answer('baker', 'agree');
    expect(await standing()).toMatchObject({ state: 'agreed', sheet: { halfPoints: 21 } });
    expect(await nextSheetOf(db, TEACHER)).toEqual({ boardId: board.id, enrolmentId: [colin, dubois].toSorted()[0] });
  });

  it('says absent, or present who may not sit, without a mark', async () => {
    await fill('baker', { issue: 'absent' }, {});
    await answer('teacher', 'agree');
    expect(await see('baker')).toContain('absent, arrêtée');
    await fill('baker', { candidat: colin, issue: 'barred', mots: 'Sans modèle' }, {});
    expect(await see('baker')).toContain('présent, ne peut pas passer, signée par un seul');
    expect((await sheets()).map((one) => one.half_points)).toEqual([null, null]);
  });

  it('is shown two sheets of two tablets that knew nothing of each other, until somebody looks', async () => {
    const elsewhere = randomUUID();
    await fill('baker');
    await sql`insert into marking_sheet (id, academy, session, board_id, enrolment_id, unit, version, outcome, half_points, answers, seen, source, device, said_at, examiner_id, "by", digest)
      select ${elsewhere}, academy, session, board_id, enrolment_id, unit, version, outcome, 30, answers, 0, 'device', 'tablet two', said_at, ${TEACHER}, ${staff.teacher.id}, 'other'
      from marking_sheet`.execute(db);
    expect(await see('baker')).toContain('15 sur 20, deux fiches');
    expect(await see('baker', address(abel))).toContain("quelqu'un a écrit « 12 sur 20 » sans voir cette fiche");
    await answer('baker', 'agree');
    expect(await standing()).toMatchObject({ state: 'agreed', sheet: { id: elsewhere } });
  });
});

describe('What a board says', () => {
  it('counts once however often it comes, and under no number of another', async () => {
    const cle = randomUUID();
    await fill('baker', { cle });
    expect((await fill('baker', { cle })).status).toBe(303);
    expect(await sheets()).toHaveLength(1);
    expect((await fill('teacher', { cle })).status).toBe(409);
  });

  it.each([
    ['of another board', 404, () => fill('elsewhere')],
    ['of nobody who is there', 404, () => fill('baker', { candidat: randomUUID() })],
    ['on a sheet that changed', 409, () => fill('baker', { version: '2011' })],
    ['with an outcome that is none', 422, () => fill('baker', { issue: 'perdu' })],
    ['of a sheet that is none', 404, () => answer('teacher', 'agree', { fiche: randomUUID() })],
  ])('is refused: %s', async (_, status, say) => {
    expect((await say()).status).toBe(status);
    expect(await sheets()).toHaveLength(0);
  });

  it('is not said before its test begins', async () => {
    await setClock('2024-06-04T07:59:00+02:00');
    expect(words((await fill('baker')).body)).toContain("n'a pas commencé");
  });

  it('has so many sheets of one candidate at most', async () => {
    await fill('baker');
    await sql`insert into marking_sheet (id, academy, session, board_id, enrolment_id, unit, version, outcome, half_points, answers, seen, source, device, said_at, examiner_id, "by", digest)
      select gen_random_uuid(), academy, session, board_id, enrolment_id, unit, version, outcome, half_points, answers, 0, source, device, said_at, examiner_id, "by", digest
      from marking_sheet, generate_series(2, ${MOST.sheets})`.execute(db);
    expect((await fill('baker')).status).toBe(409);
  });

  it('is kept and told where the marks were locked before it came', async () => {
    locked.on = Temporal.Instant.from('2024-06-04T08:30:00+02:00');
    expect(await see('baker')).toContain('ont été verrouillées le mardi 4 juin 2024');
    expect((await fill('baker')).status).toBe(303);
    expect(await see('baker')).toContain('arrivée après le verrou');
  });

  it('is changed by nobody, not even by the database', async () => {
    await fill('baker');
    await expect(sql`update marking_sheet set half_points = 40`.execute(db)).rejects.toThrow('is kept');
    await expect(
      sql`insert into marking_verdict (id, academy, session, sheet_id, verdict, way, examiner_id, seen, source, device, said_at, "by", digest)
        select gen_random_uuid(), academy, session, id, 'agree', 'account', examiner_id, 0, 'page', '', at, "by", '' from marking_sheet`.execute(
        db,
      ),
    ).rejects.toThrow('nobody agrees with themselves');
  });
});

describe('A head', () => {
  const order = async (reason = 'La professionnelle est absente') => ({
    ...PLACE,
    sheetId: (await sheets()).at(-1)?.id ?? '',
    reason,
    by: staff.head.id,
  });

  it('signs beside the one person of a board', async () => {
    await fill('baker');
    const sign = { db, events };
    expect(await countersign(sign, SYSTEM, { ...(await order()), by: staff.baker.id })).toMatchObject({
      error: { code: 'head-filled' },
    });
    expect(await countersign(sign, SYSTEM, await order())).toMatchObject({ ok: true });
    expect(await countersign(sign, SYSTEM, await order())).toMatchObject({ ok: true });
    expect(await standing()).toMatchObject({ state: 'agreed' });
    expect(await see('baker', address(abel))).toContain(
      'accord : chef du bureau des examens (La professionnelle est absente)',
    );
    expect(await countersign(sign, SYSTEM, { ...(await order()), by: randomUUID() })).toMatchObject({
      error: { code: 'not-single' },
    });
    expect(await countersign(sign, SYSTEM, { ...(await order()), sheetId: randomUUID() })).toMatchObject({
      error: { code: 'sheet-unknown' },
    });
  });

  it('reads how far each board is, without a value', async () => {
    await fill('baker');
    await answer('teacher', 'agree');
    await fill('baker', { candidat: colin });
    expect(await readBoardProgress(db, { ...PLACE, unit: 'U10' }, [abel, colin, dubois])).toEqual([
      { centre: 'Lycée des Puys', room: 'Fournil', name: '', candidates: 3, agreed: 1, single: 1, open: 0 },
    ]);
    expect(await readBoardProgress(db, { ...PLACE, unit: 'U20' }, [abel])).toEqual([]);
  });
});
