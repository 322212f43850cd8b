import { sql } from 'kysely';
import { accommodationAddresses } from '../../accommodations/index.ts';
import { attendanceAddresses } from '../../attendance/index.ts';
import { checkingAddresses, firstInQueue, NO_FILTER } from '../../checking/index.ts';
import { type Enrolment, enrolmentAddresses, listOwnEnrolments } from '../../enrolment/index.ts';
import { examAddresses } from '../../exam/index.ts';
import { type Examiner, examinerAddresses, examinerOf, listBoardsOf, listMembers } from '../../examiners/index.ts';
import { listJuries } from '../../jury/index.ts';
import { nextSheetOf } from '../../marking/index.ts';
import { listBatchesOf, markAddresses } from '../../marks/index.ts';
import { listCentres } from '../../places/index.ts';
import { columns, uuid } from '../../platform/database/columns.ts';
import { publicationAddresses, readResultNews } from '../../publication/index.ts';
import { deskAddresses, listFiles, type Scope, scopeOf } from '../../scope/index.ts';
import { lastChangedDay } from '../../summonses/index.ts';
import { filledSessions } from '../rules/filledSessions.ts';
import { storySession } from '../rules/jumps.ts';
import type { At, Stop } from './stop.ts';

/** How the addresses of stops are found. Those that need an id ask for it when somebody goes there. */
type Find = Stop['to'];

const FOUND = columns({ id: uuid });

export const page =
  (address: string): Find =>
  async () =>
    address;

/** A page of the exam, about the session that was sat where there is one. */
export const atExam =
  (address: (asked: { readonly session: string }) => string): Find =>
  async ({ catalogue }) => {
    const session = satSession(catalogue);
    return session === null ? null : address({ session });
  };

/** A page of the candidate's own enrolment: the registered one, else its draft. */
export const ofEnrolment =
  (address: (id: string) => string): Find =>
  async (at) => {
    const [found] = await enrolmentsOf(at);
    return found === undefined ? null : address(found.id);
  };

/** Where a result is read, or when it will be. */
export const ownResult: Find = async (at) => {
  for (const own of await enrolmentsOf(at))
    if ((await readResultNews(at.db, own)) !== null) return publicationAddresses.own(own.id);
  return null;
};

async function enrolmentsOf({ db, person }: At): Promise<readonly Enrolment[]> {
  const own = person === null ? [] : await listOwnEnrolments(db, person.accountId);
  return own.toSorted((one, other) => Number(other.number !== null) - Number(one.number !== null));
}

export const nextPiece: Find = async (at) => {
  const scope = seenBy(at);
  const found = scope === null ? null : await firstInQueue(at.db, scope, NO_FILTER);
  return found === null ? null : checkingAddresses.piece(found.id);
};

export const oneFile: Find = async (at) => {
  const scope = seenBy(at);
  const [found] = scope === null ? [] : (await listFiles(at.db, scope, sql`true`, 1)).files;
  return found === undefined ? null : deskAddresses.file(found.id);
};

/** What was granted, so that each of its times is there; else what was sent first, else what is only declared. */
export const oneAccommodation: Find = async ({ db, person }) => {
  const found = await FOUND.first(
    db,
    sql`select e.id from enrolment_file e join accommodation_declaration d on d.enrolment_id = e.id
      where e.academy = ${person?.staff?.academy ?? ''} and e.number is not null and e.ended_at is null
        and (d.handicap or d.disabled_worker or d.requested_on is not null)
      order by exists (select from accommodation_effect a where a.enrolment_id = e.id) desc, d.requested_on, e.number limit 1`,
  );
  return found === null ? null : accommodationAddresses.file(found.id);
};

/** Where most people sit, else any. */
export const oneCentre: Find = async ({ db, catalogue, person }) => {
  const [academy, session] = [person?.staff?.academy, satSession(catalogue)];
  if (academy === undefined || session === null) return null;
  const seated = await FOUND.first(
    db,
    sql`select centre_id as id from exam_published_seat where academy = ${academy} and session = ${session}
      group by centre_id order by count(*) desc, centre_id limit 1`,
  );
  const found = seated ?? (await listCentres(db, { academy, session }))[0];
  return found === undefined ? null : examAddresses.centre(found.id, { session });
};

/** The day on which a board was late, as its office reads it. */
export const lateBoard: Find = async ({ db, catalogue, person }) => {
  const [academy, session] = [person?.staff?.academy, satSession(catalogue)];
  const day = academy === undefined || session === null ? null : await lastChangedDay(db, { academy, session });
  return day === null || session === null ? null : attendanceAddresses.overview({ session, jour: day.toString() });
};

/** The board that somebody was asked for last and can't come to, as the office reads it; where everybody comes, any. */
export const oneBoard: Find = async ({ db, catalogue, person }) => {
  const [academy, session] = [person?.staff?.academy, satSession(catalogue)];
  if (academy === undefined || session === null) return null;
  const members = await listMembers(db, { academy, session });
  const found = members.findLast(({ state }) => state === 'declined') ?? members.at(-1);
  return found === undefined ? null : examinerAddresses.board(found.boardId, { session });
};

/** A page of whoever examines; `address`: null where there is nothing of it. */
const examining =
  (address: (db: At['db'], person: Examiner) => Promise<string | null>): Find =>
  async ({ db, person }) => {
    const known = person?.staff == null ? null : await examinerOf(db, person.staff.academy, person.accountId);
    return known === null ? null : address(db, known);
  };

export const ownAway = examining(async () => examinerAddresses.ownAway());

/** The board that waits for an answer, else the last. */
export const ownBoard = examining(async (db, { id }) => {
  const boards = await listBoardsOf(db, id);
  const found = boards.findLast(({ state }) => state === 'convened') ?? boards.at(-1);
  return found === undefined ? null : examinerAddresses.ownBoard(found.id);
});

export const ownSheet = examining(async (db, { id }) => {
  const next = await nextSheetOf(db, id);
  return next === null ? null : examinerAddresses.sheets({ commission: next.boardId, candidat: next.enrolmentId });
});

export const ownBatch: Find = async ({ db, person }) => {
  const [found] = person?.staff == null ? [] : await listBatchesOf(db, person.staff.academy, person.accountId);
  return found === undefined ? null : markAddresses.entry(found.id);
};

/** A page of the first jury of the session that was sat. */
export const ofJury =
  (address: (id: string) => string): Find =>
  async ({ db, catalogue, person }) => {
    const [academy, session] = [person?.staff?.academy, satSession(catalogue)];
    const [found] = academy === undefined || session === null ? [] : await listJuries(db, { academy, session });
    return found === undefined ? null : address(found.id);
  };

/** null: this person isn't of the office. */
function seenBy({ person, catalogue, portfolios }: At): Scope | null {
  return person?.staff == null ? null : scopeOf({ ...person.staff, portfolios }, catalogue);
}

function satSession(catalogue: At['catalogue']): string | null {
  const sessions = catalogue.sessions();
  return (filledSessions(sessions)?.sat ?? storySession(sessions))?.code ?? null;
}

export const hub = ofEnrolment(enrolmentAddresses.hub);
