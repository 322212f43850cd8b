import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { registeredFile } from '../enrolment/index.ts';
import { followRules } from '../pieces/actions/askForPieces.ts';
import { endByMode, listPieces } from '../pieces/index.ts';
import { standingsOf } from '../pieces/rules/pieceStanding.ts';
import { SYSTEM } from '../platform/journal.ts';
import { deskRoom } from './desk.ts';
import type { TestEnrolment } from './enrolments.ts';
import { runs } from './properties.ts';
import { stage } from './stage.ts';
import { wordsIn } from './words.ts';

/** The enrolments close on Friday 1 December at 17 h 00; a letter is in time if it is posted on that day. */
const EVENING = '2023-12-01T18:00:00+01:00';
const MORROW = '2023-12-02T00:00:00+01:00';

const { db, catalogue, events, papers, registered, setClock, staff } = await stage(deskRoom(), {
  staff: { officer: 'officer' },
});
const online = await registered();
const posted = await registered({ mailbox: false });
const piecesOf = ({ enrolment }: TestEnrolment) => listPieces(db, enrolment.id);
const lateOf = async (who: TestEnrolment): Promise<number> =>
  [...standingsOf(await piecesOf(who), papers.clock.now()).values()].filter((one) => one === 'late').length;
const untilOf = async (who: TestEnrolment): Promise<readonly string[]> => {
  const { rows } = await sql<{ until: Temporal.Instant }>`select distinct until from piece_deadline
    where enrolment_id = ${who.enrolment.id} order by until`.execute(db);
  return rows.map(({ until }) => until.toString());
};

it('What ends by the post is kept with the end that the words say, whatever the hour and the clocks’ change', async () => {
  const instant = fc
    .date({ min: new Date('2023-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(instant, fc.constantFrom(MORROW, EVENING, '2024-03-31T17:00:00+02:00').map(Temporal.Instant.from)),
      async (end) => {
        const { rows } = await sql<{ posted: Temporal.Instant; online: Temporal.Instant }>`select
          piece_end(true, ${end}::timestamptz) as posted, piece_end(false, ${end}::timestamptz) as online`.execute(db);
        expect(rows[0]?.posted.toString()).toBe(endByMode('post', end).toString());
        expect(rows[0]?.online.toString()).toBe(end.toString());
      },
    ),
    runs(60),
  );
});

it('Who has no mail box has the whole last day: nothing is late, listed, or reminded by another end, before it is over', async () => {
  await setClock(EVENING);
  expect(await lateOf(online)).toBeGreaterThan(0);
  expect(await lateOf(posted)).toBe(0);
  expect(await untilOf(posted)).toEqual([Temporal.Instant.from(MORROW).toString()]);
  const closing = async () => wordsIn((await staff.officer.get('/gestion/cloture')).body);
  expect(await closing()).toContain(online.enrolment.number);
  expect(await closing()).not.toContain(posted.enrolment.number);
  await setClock(MORROW);
  expect(await lateOf(posted)).toBe(await lateOf(online));
  expect(await closing()).toContain(posted.enrolment.number);
});

it('A time of their own to correct ends with its day too; rules published anew, or a mail box found since, take nothing back', async () => {
  await sql`update piece set status = 'non-compliant', comment = 'x', reviewed_at = business_now(), correctable_until = '2023-12-22T17:00:00+01:00'
    where enrolment_id = ${posted.enrolment.id} and code = 'DOMICIL'`.execute(db);
  const [, own] = await untilOf(posted);
  expect(own).toBe(Temporal.Instant.from('2023-12-23T00:00:00+01:00').toString());
  await sql`update auth_user set email = 'found@domaine.fr' where id = ${posted.candidate.accountId}`.execute(db);
  const before = await piecesOf(posted);
  const validated = { ...posted.enrolment, status: 'validated' } as const;
  const file = registeredFile(catalogue, validated, posted.candidate);
  const deps = { events: events, catalogue: () => catalogue };
  await db.transaction().execute((tx) => followRules(deps, tx, file, SYSTEM));
  const ends = (pieces: typeof before) =>
    pieces.map(({ code, dueAt, rowVersion }) => [code, dueAt.toString(), rowVersion]);
  expect(ends(await piecesOf(posted))).toEqual(ends(before));
});
