import type { SignedInStaff } from '../accounts/index.ts';
import { type AtSession, headAtExam, inSession } from '../exam/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { Told, ToldMember } from './convening.ts';
import type { ExaminerDeps } from './deps.ts';
import type { Board, Examiner } from './examiners.ts';
import { lastPlace } from './rules/ownPlaces.ts';
import { findBoard } from './store/boards.ts';
import { listTold } from './store/convening.ts';
import { examinerOf, findExaminer } from './store/people.ts';

type GuardDeps = Pick<ExaminerDeps, 'guards' | 'db' | 'catalogue' | 'clock'>;

export type AtBoard = AtSession & { readonly board: Board };
export type AtPerson = AtSession & { readonly person: Examiner };
/** Somebody at their own door; `person` null: the office made no person of the academy of this account yet. */
export type AsExaminer = { readonly staff: SignedInStaff; readonly person: Examiner | null };

/** Who runs the office: nobody else reads who examines whom. */
export function headOfExaminers(deps: GuardDeps): Guard<AtSession> {
  return inSession(headAtExam(deps));
}

export function atBoard(deps: GuardDeps): Guard<AtBoard> {
  return reaching(headOfExaminers(deps), 'its board', async (at, visit) => {
    const board = await findBoard(deps.db, at.place, visit.params.id);
    return board === null ? null : { ...at, board };
  });
}

export function atPerson(deps: GuardDeps): Guard<AtPerson> {
  return reaching(headOfExaminers(deps), 'a person of its academy', async (at, visit) => {
    const person = await findExaminer(deps.db, at.place.academy, visit.params.id);
    return person === null ? null : { ...at, person };
  });
}

export function asExaminer(deps: Pick<GuardDeps, 'guards' | 'db'>): Guard<AsExaminer> {
  return reaching(deps.guards.staff('examiner'), 'their boards', async (staff) => {
    return { staff, person: await examinerOf(deps.db, staff.academy, staff.accountId) };
  });
}

/** The same, of whom the office made a person of the academy. */
export type AsKnownExaminer = { readonly staff: SignedInStaff; readonly person: Examiner };

export function asKnownExaminer(deps: Pick<GuardDeps, 'guards' | 'db'>): Guard<AsKnownExaminer> {
  return reaching(asExaminer(deps), 'their own file', async ({ staff, person }) =>
    person === null ? null : { staff, person },
  );
}

export type AtOwnBoard = AsKnownExaminer & { readonly member: ToldMember & { readonly told: Told } };

/** A board that they were told of, that they left too: its page says so. */
export function atOwnBoard(deps: Pick<GuardDeps, 'guards' | 'db'>): Guard<AtOwnBoard> {
  return reaching(asKnownExaminer(deps), 'a board of theirs', async (at, visit) => {
    const { academy } = at.staff;
    const member = lastPlace(await listTold(deps.db, { academy, person: at.person.id }), visit.params.id ?? '');
    return member === null || member.told === null ? null : { ...at, member: { ...member, told: member.told } };
  });
}
