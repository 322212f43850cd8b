import ICAL from 'ical.js';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { TestEnrolment } from '../testing/enrolments.ts';
import { aCentre, aSeat, examRoom, publishedPlan } from '../testing/examSite.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { expectCalls, listMovedCalls } from './store/expectedCalls.ts';

/** Whoever is expected at another hour before a board hears of it: once, soon, and where they look. */

const space = await stage(examRoom(), { candidates: { alpha: 'Alpha', bravo: 'Bravo' } });
const {
  db,
  papers,
  told,
  setClock,
  candidates: { alpha, bravo },
} = space;
const post = await space.registered({ mailbox: false });
const { rooms } = await aCentre(db, ['Salle 1']);
const sitting = '00000000-0000-4000-8000-000000000001';
const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };
const paris = (hour: string): Temporal.Instant => Temporal.Instant.from(`2024-06-03T${hour}:00+02:00`);
await setClock('2024-05-20T10:00:00+02:00');
const turn = (who: Pick<TestEnrolment, 'enrolment'>, hour: string) =>
  aSeat(who, 'U20', `2024-06-03T${hour}`, { minutes: 30, called: 10, sitting });
await publishedPlan(papers, rooms, [turn(alpha, '10:20'), turn(bravo, '11:00'), turn(post, '11:40')]);
await papers.jobs.run();

async function expected(who: Pick<TestEnrolment, 'enrolment'>, planned: string, call: string): Promise<void> {
  const callsAt = paris(call);
  const own = { enrolmentId: who.enrolment.id, unit: 'U20', plannedAt: paris(planned) };
  await db
    .transaction()
    .execute((tx) => expectCalls(tx, PLACE, [{ ...own, callsAt, startsAt: callsAt.add({ minutes: 10 }) }]));
}
/** The round of a minute, at that hour of the day. */
async function at(hour: string): Promise<void> {
  await setClock(paris(hour));
  await papers.clock.refresh();
  await papers.jobs.minuteNow();
}
const moved = (who: TestEnrolment) => told(who, 'summons.callMoved');
const pageOf = (who: typeof alpha, more = ''): Promise<{ readonly body: string }> =>
  who.get(`/candidatures/${who.enrolment.id}/convocation${more}`);
const eventOf = async (who: typeof alpha): Promise<readonly string[]> => {
  const [event] = new ICAL.Component(ICAL.parse((await pageOf(who, '.ics')).body)).getAllSubcomponents('vevent');
  return ['sequence', 'dtstart'].map((name) => String(event?.getFirstPropertyValue(name)));
};

it('changes that follow each other are one mail, with the hour of the summons beside; the page and the calendar say it at once', async () => {
  expect(await eventOf(alpha)).toEqual(['0', '2024-06-03T08:10:00Z']);
  await setClock(paris('09:00'));
  await expected(alpha, '10:10', '10:30');
  await at('09:00');
  expect(await moved(alpha)).toEqual([]);
  expect(words((await pageOf(alpha)).body)).toContain(
    "Heure attendue aujourd'hui : 10 h 30, au lieu de 10 h 10. Votre convocation reste valable.",
  );
  expect(await eventOf(alpha)).toEqual(['1', '2024-06-03T08:30:00Z']);
  await setClock('2024-06-03T09:00:40+02:00');
  await expected(alpha, '10:10', '10:40');
  await papers.jobs.minuteNow();
  expect(await moved(alpha)).toEqual([]);
  await at('09:02');
  await at('09:03');
  const mails = await moved(alpha);
  expect(mails).toHaveLength(1);
  expect(words(mails[0]?.body ?? '')).toContain('U20 : lundi 3 juin 2024, appel à 10 h 40, au lieu de 10 h 10');
  expect(mails[0]?.body).toContain('déjà en route');
  expect(await eventOf(alpha)).toEqual(['2', '2024-06-03T08:40:00Z']);
});

it('whose hour is again the one that they know hears nothing; whoever is called soon isn’t kept waiting', async () => {
  await setClock(paris('09:10'));
  await expected(bravo, '10:50', '11:30');
  await expected(bravo, '10:50', '10:50');
  await at('09:12');
  expect(await moved(bravo)).toEqual([]);
  await setClock(paris('10:40'));
  await expected(bravo, '10:50', '10:55');
  await at('10:40');
  expect(await moved(bravo)).toHaveLength(1);
  expect(words((await pageOf(bravo)).body)).toContain('10 h 55, au lieu de 10 h 50');
});

it('who has no mail box is written down for somebody to call, with the number that they gave', async () => {
  await setClock(paris('10:40'));
  await expected(post, '11:30', '12:00');
  await at('10:42');
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from mail
    where recipient = ${post.candidate.address} and template = 'summons.callMoved'`.execute(db);
  expect(rows).toEqual([{ count: 0 }]);
  const calls = await listMovedCalls(db, PLACE, Temporal.PlainDate.from('2024-06-03'));
  expect(calls.filter(({ byPhone }) => byPhone).map(({ number, phone, unit }) => [number, unit, phone])).toEqual([
    [post.enrolment.number, 'U20', expect.stringMatching(/^\+?\d/)],
  ]);
  // Of the others, each with a mail box was told by it.
  expect(calls.every(({ byPhone, byMail }) => byPhone !== byMail)).toBe(true);
  await at('12:30');
  expect(await listMovedCalls(db, PLACE, Temporal.PlainDate.from('2024-06-03'))).toEqual([]);
});

it('what was told is kept', async () => {
  await expect(sql`delete from exam_call_told`.execute(db)).rejects.toThrow('is kept');
  await expect(sql`update exam_expected_call set unit = 'U30'`.execute(db)).rejects.toThrow('is kept');
});
