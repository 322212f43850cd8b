import { type ExamPlace, examSubject } from '../../exam/index.ts';
import { lockExam } from '../../places/index.ts';
import { travel } from '../../plan/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { PARIS } from '../../platform/time.ts';
import { boardTexts } from '../boardTexts.ts';
import type { ExaminerActDeps } from '../deps.ts';
import { type BoardMember, type Examiner, MEMBER_LIFE } from '../examiners.ts';
import { isSeated } from '../rules/standing.ts';
import { isAtOnce, type Unsuited, unsuited } from '../rules/suits.ts';
import { type ExpectedOnBoard, insertMembers, listExpected, listMembers, moveMember } from '../store/boards.ts';
import { type JuryHours, writeJury } from '../store/juries.ts';
import { findExaminer, listExaminers } from '../store/people.ts';

/** A jury, as its room names and dates it. */
export type ConvenedJury = ExamPlace & {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly specialities: readonly string[];
  readonly meetsOn: Temporal.PlainDate;
  /** `10:40`; null: nobody said it. */
  readonly hour: string | null;
};

/** A member of a jury on its day, as its room says it: from which hour to which, each time. `came` null: nobody said it. */
export type JuryPresence = {
  readonly examinerId: string;
  readonly jury: Pick<ConvenedJury, 'name' | 'place' | 'meetsOn' | 'hour'>;
  readonly came: boolean | null;
  readonly hours: readonly { readonly from: Temporal.Instant; readonly to: Temporal.Instant | null }[];
};

/** Why somebody isn't. */
export type NotJuror = { readonly code: 'person-unknown' | 'retired' | 'already-there' };

/** The last minute of its day: nobody knows beforehand when a jury is done. */
const LAST = Temporal.PlainTime.from('23:59');

export function hoursOf({ meetsOn, hour }: Pick<ConvenedJury, 'meetsOn' | 'hour'>): JuryHours {
  const at = (plainTime: Temporal.PlainTime): Temporal.Instant =>
    meetsOn.toZonedDateTime({ timeZone: PARIS, plainTime }).toInstant();
  return { startsAt: at(Temporal.PlainTime.from(hour ?? '00:00')), endsAt: at(LAST) };
}

/** Says when and where a jury meets: whoever was told otherwise is told anew, with the boards. */
export async function sayJury(tx: Tx, jury: ConvenedJury): Promise<void> {
  await lockExam(tx, jury);
  await writeJury(tx, jury, hoursOf(jury));
}

/** Puts somebody of the academy among those whom a jury convenes: told by the next « Convoquer ». */
export async function joinJury(
  tx: Tx,
  jury: ConvenedJury,
  { person, by }: { readonly person: string; readonly by: string },
): Promise<Result<{ readonly person: Examiner; readonly despite: readonly Unsuited[] }, NotJuror>> {
  await sayJury(tx, jury);
  const known = await findExaminer(tx, jury.academy, person);
  if (known === null) return refuse({ code: 'person-unknown' });
  if (known.retired) return refuse({ code: 'retired' });
  const seated = (await membersOf(tx, jury)).some((one) => one.examinerId === known.id && isSeated(one));
  if (seated) return refuse({ code: 'already-there' });
  const { doubts } = against(jury, known, await expectedThatDay(tx, jury));
  await insertMembers(tx, jury, [{ boardId: jury.id, examinerId: known.id }], by);
  return ok({ person: known, despite: doubts });
}

/** Takes somebody off it: who was told of it hears that at once. */
export async function leaveJury(
  deps: Pick<ExaminerActDeps, 'events'>,
  tx: Tx,
  act: Act,
  jury: ConvenedJury,
  { person, reason }: { readonly person: string; readonly reason: string },
): Promise<void> {
  await lockExam(tx, jury);
  for (const one of await membersOf(tx, jury)) {
    if (one.examinerId !== person || !MEMBER_LIFE.may('release', one.state)) continue;
    await moveMember(tx, one, 'released', { words: reason });
    const { boardId, examinerId } = one;
    await deps.events.publish(tx, act, 'board.released', examSubject(jury), { boardId, examinerId, reason });
  }
}

/** Somebody who may sit in a jury, in the words of its page. */
export type Juror = {
  readonly person: Examiner;
  /** What they answered; '': they aren't of it. */
  readonly state: string;
  /** What speaks against them that day, and where they are expected then. */
  readonly against: readonly string[];
};

/** Those of the academy whom juries are composed of, and those who sit in this one, whatever is asked of them today. */
export async function listJurors(db: Database, jury: ConvenedJury): Promise<readonly Juror[]> {
  const states = new Map((await membersOf(db, jury)).map(({ examinerId, state }) => [examinerId, state]));
  const expected = await expectedThatDay(db, jury);
  return (await listExaminers(db, jury.academy))
    .filter(({ id, tasks, retired }) => states.has(id) || (tasks.includes('jury') && !retired))
    .map((person) => {
      const { doubts, elsewhere } = against(jury, person, expected);
      const state = states.get(person.id);
      return {
        person,
        state: state === undefined ? '' : boardTexts.states[state],
        against: [
          ...doubts.filter((one) => one !== 'at-once').map((one) => boardTexts.doubts[one]),
          ...elsewhere.map(boardTexts.elsewhere),
        ],
      };
    });
}

const membersOf = (db: Database, jury: ConvenedJury): Promise<readonly BoardMember[]> => listMembers(db, jury, jury.id);

function expectedThatDay(db: Database, jury: ConvenedJury): Promise<readonly ExpectedOnBoard[]> {
  const { startsAt, endsAt } = hoursOf(jury);
  return listExpected(db, jury.academy, { from: startsAt.subtract({ hours: 12 }), to: endsAt });
}

function against(jury: ConvenedJury, { id, ...person }: Examiner, expected: readonly ExpectedOnBoard[]) {
  const place = { held: 'jury', specialities: jury.specialities, centreId: jury.id, ...hoursOf(jury) } as const;
  const others = expected.filter(({ examinerId, boardId }) => examinerId === id && boardId !== jury.id);
  // Where a jury meets is known in words alone: as far as the half hour that every way takes.
  const around = { expected: others, linked: false, beside: false, km: null, travel: () => travel(0) };
  return {
    doubts: unsuited(person, place, around),
    elsewhere: others.filter((one) => isAtOnce(place, one, around.travel)),
  };
}
