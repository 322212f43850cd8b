import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createCatalogue } from '../catalogue/index.ts';
import { examSubject } from '../exam/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { shippedCatalogue } from '../testing/enrolments.ts';
import { aCentre } from '../testing/exam.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { aPerson, examinerRoom, heldBoards, keepJuries, SESSION, type TestBoard } from './testing.ts';

const BOULANGER = '45022108';

/** Two days, after the second of which a jury tastes what was baked. */
const shipped = await shippedCatalogue();
const phases = [1, 2].map((day) => ({ title: `Jour ${day}`, minutes: 240, uncounted: 0 }));
const catalogue = createCatalogue(
  {
    ...shipped.pack,
    regulations: shipped.pack.regulations.map((one) =>
      one.cfd === BOULANGER
        ? { ...one, units: one.units.map((unit) => (unit.id === 'U10' ? { ...unit, phases } : unit)) }
        : one,
    ),
  },
  shipped.anchors,
);
const {
  db,
  events,
  staff: { head, taster },
  candidates,
  setClock,
} = await stage(examinerRoom, {
  staff: { head: 'head', taster: 'examiner' },
  candidates: { abel: 'Abel' },
  on: '2024-05-01T10:00+02:00',
  catalogue,
});
const { rooms } = await aCentre(db, ['Fournil']);
const day = (unit: string, at: string): TestBoard => ({
  held: 'practical',
  ...{ speciality: BOULANGER, unit, at, minutes: 240 },
  ...{ room: rooms.Fournil ?? '', enrolments: [candidates.abel.enrolment.id] },
});
await heldBoards(db, [day('U10', '2024-06-04T08:00'), day('U10-P2', '2024-06-05T08:00')]);
await keepJuries(db, catalogue);

const AT = '/gestion/examen/examinateurs';
const { rows } = await sql<{ id: string; name: string; shared: boolean }>`select id, name, shared from exam_board
  order by starts_at, name`.execute(db);
const [first, second, jury] = rows.map(({ id }) => `${AT}/commissions/${id}`) as [string, string, string];
const read = async (path: string): Promise<string> => words((await head.get(path)).body);
const seat = (board: string, personne: string) => head.post(`${board}/ajouter`, { personne });

it('A jury stands beside the board of the last day, before which sheets are signed', async () => {
  expect(rows.map(({ name, shared }) => [name, shared])).toEqual([
    ['', false],
    ['', true],
    ['Phase de dégustation', false],
  ]);
  expect(await read(jury)).toMatch(/Boulanger, U10, phase 2, Phase de dégustation.*mercredi 5 juin/s);
});

it('Whoever sits before the candidate on either day is not of the jury that tastes without them', async () => {
  const person = await aPerson(db, 'Four', { specialities: [BOULANGER] });
  await seat(first, person);
  expect(await read(jury)).not.toContain('Four Alix (');
  expect(words((await seat(jury, person)).body)).toContain("siège dans l'autre jury de ces candidats");
  expect((await seat(second, person)).status).toBe(303);
  await sql`truncate board_member cascade`.execute(db);
});

it('Proposals seat each person on one side alone', async () => {
  for (const name of ['Blé', 'Sel', 'Eau']) await aPerson(db, name, { specialities: [BOULANGER], side: 'employee' });
  await head.post(`${AT}/completer`, {});
  const { rows: seated } = await sql<{
    examiner_id: string;
    apart: boolean;
  }>`select distinct m.examiner_id, b.name <> '' as apart
    from board_member m join exam_board b on b.id = m.board_id`.execute(db);
  expect(seated.some(({ apart }) => apart)).toBe(true);
  expect(new Set(seated.map((one) => one.examiner_id)).size).toBe(seated.length);
});

it('Its people are convened as others, and read no name', async () => {
  const person = await aPerson(db, 'Goût', { specialities: [BOULANGER], mail: 'gout@example.fr' });
  await sql`update examiner set account_id = ${taster.id} where id = ${person}`.execute(db);
  await sql`truncate board_member cascade`.execute(db);
  await seat(jury, person);
  await head.post(`${AT}/convoquer`, {});
  await sql`update board_member set state = 'convened', told_at = business_now(), told = (select jsonb_build_object('startsAt', '2024-06-05T06:00:00Z',
    'endsAt', '2024-06-05T10:00:00Z', 'held', held, 'name', name, 'centre', centre, 'address', '', 'city', city, 'room', room,
    'specialities', specialities, 'units', units) from exam_board where id = board_id)`.execute(db);
  await setClock('2024-06-04T18:00:00+02:00');
  const own = words((await taster.get(`/commission/${rows[2]?.id}`)).body);
  expect(own).toContain('Phase de dégustation');
  expect(own).toContain("les fiches portent leur numéro d'inscription, pas leur nom");
  expect(own).not.toContain('Abel');
});

it('A plan that is published brings its jury with it', async () => {
  await heldBoards(db, [day('U10', '2024-06-11T08:00'), day('U10-P2', '2024-06-12T08:00')]);
  const subject = examSubject({ academy: 'clermont', session: SESSION });
  const plan = { planId: rows[0]?.id ?? '', number: 2, basedOn: null, changed: 0 };
  await db.transaction().execute((tx) => events.publish(tx, SYSTEM, 'sitting.published', subject, plan));
  expect(await read(AT)).toContain('Phase de dégustation');
});
