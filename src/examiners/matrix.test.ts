import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import { aCentre } from '../testing/exam.ts';
import { EVERY_ROLE, stage } from '../testing/stage.ts';
import { aPerson, boardIds, examinerRoom, heldBoards, SESSION } from './testing.ts';

/** Every route of the room × everybody who may knock. */
type Person = 'visitor' | 'head elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'head elsewhere', ...ROLES];

const { db, as, routes, candidates, staff } = await stage(examinerRoom, {
  staff: { ...EVERY_ROLE, 'head elsewhere': { role: 'head', academy: 'lyon' } },
  candidates: { camille: 'Camille' },
  on: '2024-06-03T07:00+02:00',
});
const { id: centre, rooms } = await aCentre(db, ['A']);
const enrolments = [candidates.camille.enrolment.id];
await heldBoards(db, [{ held: 'oral', unit: 'U41', room: rooms.A ?? '', at: '2024-06-03T08:00', enrolments }]);
const [board = ''] = await boardIds(db);
const person = await aPerson(db, 'Arnal');
await sql`update examiner set account_id = ${staff.examiner.id}`.execute(db);
await sql`insert into board_member (id, academy, session, board_id, examiner_id, state, added_by, told, told_at)
  select gen_random_uuid(), academy, session, id, ${person}, 'convened', ${staff.head.id}, jsonb_build_object('startsAt', starts_at, 'endsAt', ends_at,
    'held', held, 'centre', centre, 'address', '', 'city', city, 'room', room, 'specialities', specialities, 'units', units), now()
  from exam_board`.execute(db);
await sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
  values (${staff.centre.id}, 'clermont', ${SESSION}, ${centre}, gen_random_uuid())`.execute(db);

/** Whose each door is; the office's is the head's. */
const DOORS: ReadonlyMap<string, Role> = new Map([
  ['commission', 'examiner'],
  ['centre', 'centre'],
]);

describe.each(PEOPLE)('Who examines, for %s', (who) => {
  it('opens what is theirs and nothing else', async () => {
    expect(routes.length).toBeGreaterThan(10);
    const browser = as(who);
    await browser.get(who === 'visitor' ? '/connexion' : '/compte');
    for (const { path, method } of routes) {
      const address = path.replace(/(commissions?|centre\/examinateurs)\/:id/, `$1/${board}`).replace(':id', person);
      const answer = method === 'GET' ? await browser.get(address) : await browser.post(address, {});
      const label = `${who}: ${method} ${address}`;
      // An academy without a session has nothing there, and says so.
      const empty = path === '/gestion/examen/examinateurs' && who === 'head elsewhere';
      const theirs = who === (DOORS.get(path.split('/')[1] ?? '') ?? 'head') || empty;
      if (who === 'visitor')
        expect([answer.status, answer.location], label).toEqual([303, expect.stringMatching(/^\/connexion/)]);
      else if (!theirs) expect([answer.status, answer.body], label).toEqual([404, 'standing 404']);
      else expect([200, 303, 400, 409, 422], label).toContain(answer.status);
    }
  });
});
