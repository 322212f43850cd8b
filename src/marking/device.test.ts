import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aCentre } from '../testing/exam.ts';
import { boardIds, heldBoards } from '../testing/examiners.ts';
import { stage } from '../testing/stage.ts';
import { BOULANGER, markingRoom, refusedOf, seated, sentBy } from './testing.ts';

/** What a tablet sends of what it kept without a network. */
const space = await stage(markingRoom, {
  staff: { baker: 'examiner', teacher: 'examiner', idle: 'examiner', head: 'head' },
  candidates: { abel: 'Abel', colin: 'Colin' },
});
const { db, site, staff, candidates, setClock } = space;
const centre = await aCentre(db, ['Fournil', 'Salle 2']);
const [abel, colin] = [candidates.abel.enrolment.id, candidates.colin.enrolment.id];
await heldBoards(db, [
  {
    held: 'practical',
    speciality: BOULANGER,
    unit: 'U10',
    room: centre.rooms.Fournil ?? '',
    at: '2024-06-04T08:00',
    enrolments: [abel],
  },
  {
    held: 'oral',
    speciality: BOULANGER,
    unit: 'U42',
    room: centre.rooms['Salle 2'] ?? '',
    at: '2024-06-05T08:00',
    enrolments: [abel, colin],
  },
]);
const [fournil = '', oral = ''] = await boardIds(db);
const baker = await seated(db, 'Four', { account: staff.baker.id, board: fournil, code: 'BAKER100' });
await sql`insert into board_member (id, academy, session, board_id, examiner_id, state, told, told_at, added_by)
  select gen_random_uuid(), academy, session, ${oral}, ${baker}, 'accepted', '{}', business_now(), gen_random_uuid()
  from board_member where examiner_id = ${baker}`.execute(db);
await setClock('2024-06-04T18:00:00+02:00');

type Item = Readonly<Record<string, unknown>>;
const ANSWERS = { C1: 10, C2: 30, C3: 20, C4: 61, C5: 20, C6: 80, C7: 60 };
const sheet = (more: Item = {}): Item => ({
  kind: 'sheet',
  id: randomUUID(),
  boardId: fournil,
  enrolmentId: abel,
  version: '2012',
  outcome: 'mark',
  answers: ANSWERS,
  words: '',
  seen: 0,
  saidAt: '2024-06-04T15:00:00Z',
  // What a tablet keeps beside it is of no use here.
  label: 'Fournil, 8 h 00',
  ...more,
});
const DEVICE = randomUUID();

const sendFrom = (who: 'baker' | 'teacher', acts: unknown, more: Item = {}) =>
  sentBy(site, staff[who], acts, { device: DEVICE, ...more });
const count = async (): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::integer as count from marking_sheet`.execute(db)).rows[0]?.count ?? 0;

describe('A tablet', () => {
  it('reads the boards of whoever is signed in, with the sheet of each and whom it examines', async () => {
    const { day } = JSON.parse((await staff.baker.get('/commission/notes/donnees')).body);
    expect(day.boards.map((one: Item) => one.title)).toEqual([
      "U10, Fabrication d'une commande",
      expect.stringContaining('U42'),
    ]);
    expect(day.boards[1].lines.map((one: Item) => one.hour)).toEqual(['8\u00a0h\u00a000', '8\u00a0h\u00a020']);
    expect(day.boards[1].form).toMatchObject({ version: 'note-sur-20', source: null });
    expect(JSON.parse((await staff.idle.get('/commission/notes/donnees')).body).day).toBeNull();
  });

  it('sends what it kept, and what it sends twice counts once', async () => {
    const one = sheet();
    const first = await sendFrom('baker', [one]);
    expect([first.status, refusedOf(first)]).toEqual([200, [null]]);
    expect(first.body.day.boards[0].lines[0]).toMatchObject({
      state: 'signed',
      sheet: { halfPoints: 24, isOwn: true },
    });
    expect(refusedOf(await sendFrom('baker', [one]))).toEqual([null]);
    expect(await count()).toBe(1);
  });

  it('is told of each thing alone what became of it: one that is refused keeps no other from being taken', async () => {
    const before = await count();
    const answer = await sendFrom('baker', [
      sheet({ answers: { C1: 10 } }),
      sheet({ answers: { ...ANSWERS, C1: 11 } }),
      sheet({ boardId: oral, version: 'note-sur-20', answers: { NOTE: 25 } }),
      sheet({ outcome: 'perdu' }),
      sheet(),
    ]);
    expect(refusedOf(answer)).toEqual([
      expect.stringContaining("Réalisation d'un organigramme"),
      expect.stringContaining('a changé'),
      expect.stringContaining("n'a pas commencé"),
      null,
      expect.stringContaining("n'a pas pu être lue"),
    ]);
    // What isn't begun waits on the tablet.
    expect(answer.body.outcomes.map((one: { again: boolean }) => one.again)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(await count()).toBe(before + 1);
  });

  it('refuses what is none, too much, or of another', async () => {
    expect((await sendFrom('baker', 'x')).status).toBe(422);
    expect((await sendFrom('baker', [], { device: 'x' })).status).toBe(422);
    expect(
      (
        await sendFrom(
          'baker',
          Array.from({ length: 51 }, () => sheet()),
        )
      ).status,
    ).toBe(422);
    expect((await sendFrom('baker', [], { owner: staff.teacher.id })).status).toBe(409);
    expect(refusedOf(await sendFrom('teacher', [sheet()]))).toEqual([
      expect.stringContaining('devant votre commission'),
    ]);
  });

  it('learns whether its owner may keep it still, and gets its page without a name', async () => {
    const allowed = async (id: string): Promise<number> =>
      (await site.browser().get(`/commission/notes/droit/${id}`)).status;
    expect(await allowed(staff.baker.id)).toBe(200);
    expect(await allowed(staff.head.id)).toBe(404);
    expect(await allowed('x')).toBe(404);
    const shell = await staff.baker.get('/commission/notes/appareil');
    expect(shell.body).not.toMatch(/jeton|Four|Abel/);
    const worker = await site.browser().get('/commission/notes/travailleur.js');
    expect(worker.header('service-worker-allowed')).toBe('/commission/notes');
    const asked = [...shell.body.matchAll(/"(\/static\/[^"]+)"/g)].map(([, name]) => name ?? '');
    expect(asked).toContain('/static/marking.js');
    for (const name of asked) expect(worker.body).toContain(`"${name}"`);
  });
});
