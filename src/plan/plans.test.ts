import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Catalogue, createCatalogue } from '../catalogue/index.ts';
import { readStream, SYSTEM, verifyJournal } from '../platform/journal.ts';
import { refuse } from '../platform/result.ts';
import { readSitters } from '../sitters/index.ts';
import { MACON_WITH_HANDICAP, type TestEnrolment } from '../testing/enrolments.ts';
import { aRoom, aSitting, examRoom, SESSION } from '../testing/examSite.ts';
import { wrongIn } from '../testing/planChecker.ts';
import { publishedPlans } from '../testing/publishedPlans.ts';
import { stage } from '../testing/stage.ts';
import { correctPlan, dropPlan, orderPlan } from './actions/orderPlan.ts';
import { placePlan } from './actions/placePlan.ts';
import { dryRun, publishPlan } from './actions/publishPlan.ts';
import type { ExamPlan, PlanId } from './plan.ts';
import { placedOf } from './store/placing.ts';
import { findOpenPlan, findPlan, listPlans } from './store/plans.ts';
import { changesBetween, findPublishedPlan, publishedSeats, roomSeats, seatsOf, unseatedOf } from './store/seats.ts';

const people: TestEnrolment[] = [];

const PLACE = { academy: 'clermont', session: SESSION };
const COIFFURE = '45033608';
const OFFICER = '0b5f9a52-6f0e-4a37-9d0e-3b7a4b2f6a11';
const who = (key: string | null = null) => ({ place: PLACE, officerId: OFFICER, key });
const target = ({ id, rowVersion }: ExamPlan) => ({ id, version: rowVersion });

const { db, catalogue, papers, deps, registered } = await stage(examRoom());
for (const birthName of ['Vernet', 'Arnaud', 'Michel']) people.push(await registered(birthName));
const macon = await registered({ answers: MACON_WITH_HANDICAP });
beforeEach(async () => {
  await sql`delete from exam_plan`.execute(db);
  for (const table of ['exam_sitting', 'exam_room', 'exam_centre'])
    await sql`delete from ${sql.table(table)}`.execute(db);
  papers.jobs.orders.splice(0);
});

async function ordered(mode: 'all' | 'missing' = 'all'): Promise<ExamPlan> {
  const open = await findOpenPlan(db, PLACE);
  const done = await orderPlan(deps, SYSTEM, who(), open === null ? null : target(open), mode);
  if (!done.ok) throw new Error(done.error.code);
  await papers.jobs.run();
  return present(await findPlan(db, PLACE, done.value));
}
function hourOf(at: Temporal.Instant | null): string | null {
  return at === null ? null : at.toString().slice(11, 16);
}
function present<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Error('Not there');
  return thing;
}

describe('Who sits what of a whole session', () => {
  it('is read once a version: kept units never, nothing under reserve, no unit whose certificate is owed', async () => {
    const read = await readSitters(db, catalogue, PLACE);
    const camille = present(read.find(({ enrolmentId }) => enrolmentId === people[0]?.enrolment.id));
    expect(camille).toMatchObject({ speciality: COIFFURE, postcode: '15000' });
    expect(camille.units).toContain('U20');
    expect(camille.units).not.toContain('U10');
    expect(read.find(({ enrolmentId }) => enrolmentId === macon.enrolment.id)?.doubts).toContain(
      'certificate-units-unknown',
    );
    expect(await readSitters(db, catalogue, PLACE)).toEqual(read);
    await sql`update enrolment set reserve = 'pending' where id = ${macon.enrolment.id}`.execute(db);
    expect((await readSitters(db, catalogue, PLACE)).at(-1)).toMatchObject({
      units: [],
      doubts: ['under-reserve'],
    });
    await sql`update enrolment set reserve = null where id = ${macon.enrolment.id}`.execute(db);
    expect(await readSitters(db, catalogue, { ...PLACE, academy: 'lyon' })).toEqual([]);
  });
});

describe('A plan', () => {
  it('gives each a turn before a board, and a post in a workshop, and finds no fault with itself', async () => {
    await aRoom(db, 'LYC-1', '15000', 9);
    const workshop = await aRoom(db, 'LYC-1', '15000', 12, 'Salon');
    await sql`update exam_room set stations = 2 where id = ${workshop}`.execute(db);
    await aSitting(db, 'U20', '2024-06-03T07:00Z');
    await aSitting(db, 'U20', '2024-06-03T10:00Z');
    await sql`update exam_sitting set held = 'practical', preparation = 20, rest = 20, room_id = ${workshop}`.execute(
      db,
    );
    const oral = await aSitting(db, 'U41', '2024-06-04T07:00Z');
    await sql`update exam_sitting set held = 'oral', minutes = 10, until = '2024-06-04T11:00Z', preparation = 15, rest = 5 where id = ${oral}`.execute(
      db,
    );
    const plan = await ordered();
    const seats = await seatsOf(db, plan.id, null);
    const of = (unit: string) =>
      seats
        .filter((seat) => seat.unit === unit)
        .map(({ callsAt, startsAt, endsAt, place }) => [hourOf(callsAt), hourOf(startsAt), hourOf(endsAt), place])
        .toSorted();
    expect(of('U41')).toEqual([
      ['07:00', '07:15', '07:25', null],
      ['07:15', '07:30', '07:40', null],
      ['07:30', '07:45', '07:55', null],
    ]);
    expect(of('U20').map(([call, start]) => [call, start])).toEqual([
      [null, '07:00'],
      [null, '07:00'],
      [null, '10:00'],
    ]);
    const { faults } = await dryRun(deps, db, PLACE, plan);
    expect(faults.filter(({ code }) => code !== 'no-seat' && code !== 'certificate-units-unknown')).toEqual([]);
    const published = await publishPlan(deps, SYSTEM, who(), target(plan), { read: true });
    expect(published.ok).toBe(true);
    expect(wrongIn(await publishedPlans(db, () => true))).toEqual([]);
    // A board that ends earlier, and a workshop with one post: what no longer holds is said.
    await sql`update exam_sitting set until = '2024-06-04T07:50Z' where id = ${oral}`.execute(db);
    await sql`update exam_room set stations = 1 where id = ${workshop}`.execute(db);
    const { faults: then } = await dryRun(deps, db, PLACE, plan);
    expect(then.map(({ code }) => code)).toEqual(expect.arrayContaining(['hour-changed', 'over-capacity']));
  });

  it('is ordered, placed by a job, and read: seats by hour, tables by name, whoever has none with the reason', async () => {
    await aRoom(db, 'LYC-1', '15000', 9);
    await aRoom(db, 'LYC-2', '43000', 9);
    await aSitting(db, 'U20', '2024-06-03T07:00Z');
    await aSitting(db, 'U30A', '2024-06-03T07:30Z');
    const plan = await ordered();
    expect(plan).toMatchObject({ state: 'draft', number: 1, basedOn: null, failure: null });
    expect(plan.figures?.greedy.boards).toBe(1);
    const seats = await seatsOf(db, plan.id, null);
    expect(
      seats
        .filter(({ unit }) => unit === 'U20')
        .map(({ place }) => place)
        .toSorted(),
    ).toEqual([1, 2, 3]);
    const why = (await unseatedOf(db, plan.id, [present(people[0]).enrolment.id])).map(
      (one) => `${one.unit} ${one.why}`,
    );
    expect(why).toContain('U30A twice-at-once');
    expect(why).toContain('U41 no-sitting');
    const placed = await placedOf(db, plan.id, null);
    expect(placed.map(({ km }) => km)).toEqual([0, 0, 0]);
    const first = present(seats[0]);
    const list = await roomSeats(db, plan.id, { centreId: present(placed[0]).centreId });
    expect(list).toHaveLength(3);
    expect(list.map(({ birthName, place }) => `${place} ${birthName}`)).toEqual(['1 Arnaud', '2 Michel', '3 Vernet']);
    expect(
      (await roomSeats(db, plan.id, { roomId: first.roomId })).every(({ roomId }) => roomId === first.roomId),
    ).toBe(true);
  });

  it('is ordered once: a second order, a page read before and a form sent twice are said so', async () => {
    const refused = await orderPlan(deps, SYSTEM, who(), null, 'all');
    expect(refused).toEqual(refuse({ code: 'no-places' }));
    await aRoom(db, 'LYC-1', '15000', 9);
    await aSitting(db, 'U20', '2024-06-03T07:00Z');
    const key = '3f0e9a52-6f0e-4a37-9d0e-3b7a4b2f6a11';
    const both = await Promise.all([
      orderPlan(deps, SYSTEM, who(key), null, 'all'),
      orderPlan(deps, SYSTEM, who(key), null, 'all'),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(await orderPlan(deps, SYSTEM, who(), null, 'all')).toEqual(refuse({ code: 'plan-working' }));
    expect(await listPlans(db, PLACE)).toHaveLength(1);
    await papers.jobs.run();
    const draft = present(await findOpenPlan(db, PLACE));
    expect(await orderPlan(deps, SYSTEM, who(), { ...target(draft), version: 1 }, 'all')).toEqual(
      refuse({ code: 'plan-changed' }),
    );
  });

  it('whose job died is placed by the next; one that is ordered again or dropped meanwhile is not', async () => {
    await aRoom(db, 'LYC-1', '15000', 9);
    await aSitting(db, 'U20', '2024-06-03T07:00Z');
    await orderPlan(deps, SYSTEM, who(), null, 'all');
    const working = present(await findOpenPlan(db, PLACE));
    const order = { planId: working.id, version: working.rowVersion };
    const dying = { ...deps, placer: { place: async () => Promise.reject(new Error('killed')) } };
    await expect(placePlan(dying, order)).rejects.toThrow('killed');
    await expect(placePlan({ ...deps, placer: { place: async () => refuse('busy') } }, order)).rejects.toThrow();
    expect((await findOpenPlan(db, PLACE))?.state).toBe('working');
    await papers.jobs.run();
    const draft = present(await findOpenPlan(db, PLACE));
    expect(draft.state).toBe('draft');
    // The same job again, after its work and before its receipt: nothing is done twice.
    await placePlan(dying, order);
    expect(await dropPlan(deps, SYSTEM, who(), target(working))).toEqual(refuse({ code: 'plan-changed' }));
    expect((await dropPlan(deps, SYSTEM, who(), target(draft))).ok).toBe(true);
    expect(await listPlans(db, PLACE)).toEqual([]);
    expect(await dropPlan(deps, SYSTEM, who(), target(draft))).toEqual(refuse({ code: 'not-found' }));
  });

  it('that takes too long has failed, and is ordered again; a draft stays what it was', async () => {
    await aRoom(db, 'LYC-1', '15000', 9);
    await aSitting(db, 'U20', '2024-06-03T07:00Z');
    await orderPlan(deps, SYSTEM, who(), null, 'all');
    const first = present(await findOpenPlan(db, PLACE));
    const slow = { ...deps, placer: { place: async () => refuse('too-long' as const) } };
    await placePlan(slow, { planId: first.id, version: first.rowVersion });
    expect(await findPlan(db, PLACE, first.id)).toMatchObject({ state: 'failed', failure: 'too-long' });
    papers.jobs.orders.splice(0);
    const draft = await ordered();
    expect(draft).toMatchObject({ number: 2, state: 'draft' });
    await orderPlan(deps, SYSTEM, who(), target(draft), 'all');
    await placePlan(slow, { planId: draft.id, version: draft.rowVersion + 1 });
    expect(await findPlan(db, PLACE, draft.id)).toMatchObject({ state: 'draft', failure: 'too-long' });
    expect(await seatsOf(db, draft.id, null)).toHaveLength(3);
  });

  it('is published once, and never changes after: a correction is the next one, with its rows', async () => {
    await aRoom(db, 'LYC-1', '15000', 9);
    await aSitting(db, 'U20', '2024-06-03T07:00Z');
    const draft = await ordered();
    const { faults } = await dryRun(deps, db, PLACE, draft);
    expect(
      faults.filter(({ code }) => code === 'certificate-units-unknown').map(({ enrolmentId }) => enrolmentId),
    ).toEqual([macon.enrolment.id]);
    expect(await publishPlan(deps, SYSTEM, who(), { ...target(draft), version: 0 }, { read: true })).toEqual(
      refuse({ code: 'plan-changed' }),
    );
    expect((await publishPlan(deps, SYSTEM, who(), target(draft), { read: true })).ok).toBe(true);
    expect(await publishPlan(deps, SYSTEM, who(), target(draft), { read: true })).toEqual(
      refuse({ code: 'plan-not-draft' }),
    );
    const published = present(await findPublishedPlan(db, PLACE));
    const known = await seatsOf(db, published.id, null);
    expect(
      (await publishedSeats(db, PLACE)).map(({ enrolmentId, unit }) => `${enrolmentId} ${unit}`).toSorted(),
    ).toEqual(known.map(({ enrolmentId, unit }) => `${enrolmentId} ${unit}`).toSorted());
    expect(await publishedSeats(db, { ...PLACE, academy: 'lyon' })).toEqual([]);
    expect(published.id).toBe(draft.id);
    const [entry] = await readStream(db, `exam:clermont:${SESSION}`, 1);
    expect(entry).toMatchObject({ name: 'sitting.published', data: { number: 1, basedOn: null, changed: 3 } });
    const corrected = await correctPlan(deps, SYSTEM, who());
    expect(await correctPlan(deps, SYSTEM, who())).toEqual(refuse({ code: 'plan-changed' }));
    const next = present(await findOpenPlan(db, PLACE));
    expect(corrected).toEqual({ ok: true, value: next.id });
    expect(next).toMatchObject({ number: 2, state: 'draft', basedOn: draft.id });
    expect(await changesBetween(db, next.id, draft.id)).toEqual([]);
    // Somebody withdrew, a unit came into the calendar: only what is missing is placed.
    await aSitting(db, 'U30A', '2024-06-04T07:00Z');
    const gone = present(people[1]);
    await sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id = ${gone.enrolment.id}`.execute(
      db,
    );
    const again = await ordered('missing');
    const changes = await changesBetween(db, again.id, draft.id);
    expect(changes.filter(({ enrolmentId }) => enrolmentId === gone.enrolment.id)).toEqual([
      { enrolmentId: gone.enrolment.id, unit: 'U20', what: 'gone' },
    ]);
    expect(changes.filter(({ what }) => what === 'added').map(({ unit }) => unit)).toEqual(['U30A', 'U30A']);
    expect(changes).toHaveLength(3);
    await sql`update enrolment set status = 'registered', ended_at = null where id = ${gone.enrolment.id}`.execute(db);
    expect((await publishPlan(deps, SYSTEM, who(), target(again), { read: true })).ok).toBe(true);
    expect(await findPlan(db, PLACE, draft.id)).toMatchObject({ state: 'replaced' });
    expect(await verifyJournal(db)).toEqual([]);
  });

  it('is looked at with the break that the exam says, where it says one', async () => {
    const exams = catalogue.pack.exams.map((exam) => ({
      ...exam,
      sittings: { breakMinutes: 45, source: null, confidence: 'uncertain' as const },
    }));
    const strict = createCatalogue({ ...catalogue.pack, exams }, catalogue.anchors);
    await aRoom(db, 'LYC-1', '15000', 9);
    await aSitting(db, 'U20', '2024-06-03T07:00Z');
    await aSitting(db, 'U30A', '2024-06-03T09:30Z');
    const draft = await ordered();
    const short = async (rules: Catalogue): Promise<number> => {
      const { faults } = await dryRun({ catalogue: () => rules }, db, PLACE, draft);
      return faults.filter(({ code }) => code === 'no-break').length;
    };
    expect([await short(catalogue), await short(strict)]).toEqual([0, 3]);
  });

  it('of nobody is not published', async () => {
    await aRoom(db, 'LYC-1', '15000', 9);
    await aSitting(db, 'U10', '2024-06-03T07:00Z');
    const draft = await ordered();
    expect(await publishPlan(deps, SYSTEM, who(), target(draft), { read: true })).toEqual(
      refuse({ code: 'plan-empty' }),
    );
    expect(await correctPlan(deps, SYSTEM, who())).toEqual(refuse({ code: 'plan-changed' }));
    expect((draft.id as PlanId).length).toBe(36);
  });
});
