import { sql } from 'kysely';
import { PERSON_NAMES } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import { inSession } from '../../places/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { amongWords } from '../../platform/database/listed.ts';
import { isUuid, newId } from '../../platform/uuid.ts';
import {
  BOARD,
  type Board,
  type BoardId,
  type BoardMember,
  type BoardMemberId,
  CONVENED,
  type ExaminerId,
  MEMBER,
  MEMBER_LIFE,
  type MemberState,
  SEATED,
} from '../examiners.ts';
import type { Presence } from '../rules/presence.ts';

/** In the order of their hours. */
export function listBoards(db: Database, place: ExamPlace): Promise<readonly Board[]> {
  return BOARD.all(
    db,
    sql`select ${BOARD} from exam_board where ${inSession(place)} order by starts_at, centre, room, id`,
  );
}

export async function findBoard(db: Database, place: ExamPlace, asked: string | undefined): Promise<Board | null> {
  if (!isUuid(asked)) return null;
  return BOARD.first(db, sql`select ${BOARD} from exam_board where ${inSession(place)} and id = ${asked}`);
}

/** Everybody who is or was on a board of the session; of one board, or of all. */
export function listMembers(
  db: Database,
  place: ExamPlace,
  board: string | null = null,
): Promise<readonly BoardMember[]> {
  return MEMBER.all(
    db,
    sql`select ${MEMBER} from board_member where ${inSession(place)} and (${board}::uuid is null or board_id = ${board}::uuid)
    order by added_at, id`,
  );
}

const SEAT = columns({ examinerId: id<ExaminerId>(), name: present(text) });

/** Who sits on a board, by name. */
export function listSeated(db: Database, place: ExamPlace, board: BoardId): Promise<readonly RowOf<typeof SEAT>[]> {
  return SEAT.all(
    db,
    sql`select m.examiner_id as "examinerId", e.first_name || ' ' || e.last_name as name
    from board_member m join examiner e on e.id = m.examiner_id
    where m.academy = ${place.academy} and m.session = ${place.session} and m.board_id = ${board} and m.state in ${amongWords(SEATED)}
    order by m.added_at, m.id`,
  );
}

const HOLDER = columns({ examinerId: id<ExaminerId>(), signs: present(flag) });

/** Who of those who sit on a board bears that code; `signs`: kept to oneself, not one of before, said at a door. Null: nobody. */
export async function seatedByCode(
  db: Database,
  { academy, session }: ExamPlace,
  board: BoardId,
  code: string,
): Promise<RowOf<typeof HOLDER> | null> {
  return HOLDER.first(
    db,
    sql`select m.examiner_id as "examinerId", k.signing = ${code} as signs
    from board_member m join examiner_code k on k.examiner_id = m.examiner_id and k.academy = m.academy and k.session = m.session
    where m.academy = ${academy} and m.session = ${session} and m.board_id = ${board} and m.state in ${amongWords(SEATED)} and ${code} in (k.signing, k.code)
    order by signs desc limit 1`,
  );
}

export async function findMember(
  db: Database,
  place: ExamPlace,
  asked: string | undefined,
): Promise<BoardMember | null> {
  if (!isUuid(asked)) return null;
  return MEMBER.first(db, sql`select ${MEMBER} from board_member where ${inSession(place)} and id = ${asked}`);
}

const EXPECTED = columns({
  examinerId: id<ExaminerId>(),
  boardId: present(id<BoardId>()),
  session: present(text),
  centreId: present(uuid),
  centre: present(text),
  held: present(oneOf(CONVENED)),
  startsAt: present(instant),
  endsAt: present(instant),
});
export type ExpectedOnBoard = RowOf<typeof EXPECTED>;

/** Where people of the academy are expected, in any session, between two instants. */
export function listExpected(
  db: Database,
  academy: string,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<readonly ExpectedOnBoard[]> {
  return EXPECTED.all(
    db,
    sql`select m.examiner_id as "examinerId", b.id as "boardId", b.session, b.centre_id as "centreId", b.centre, b.held,
      b.starts_at as "startsAt", b.ends_at as "endsAt"
    from board_member m join examiner_place b on b.academy = m.academy and b.session = m.session and b.id = m.board_id
    where m.academy = ${academy} and m.state in ${amongWords(SEATED)} and b.starts_at <= ${to} and b.ends_at >= ${from}`,
  );
}

const BARRED = columns({ examinerId: id<ExaminerId>(), boardId: present(id<BoardId>()) });

/** Who has a link with a candidate of which board of the session. */
export function listLinked(db: Database, { academy, session }: ExamPlace): Promise<readonly RowOf<typeof BARRED>[]> {
  return BARRED.all(
    db,
    sql`select distinct l.examiner_id as "examinerId", s.board_id as "boardId"
    from examiner_link l join exam_board_seat s on s.enrolment_id = l.enrolment_id
    where l.ended_at is null and l.academy = ${academy} and s.academy = ${academy} and s.session = ${session} and s.held <> 'written'`,
  );
}

/** Seats somebody. Their ids are drawn here. */
export async function insertMembers(
  tx: Tx,
  { academy, session }: ExamPlace,
  some: readonly { readonly boardId: string; readonly examinerId: ExaminerId }[],
  by: string,
  insteadOf: BoardMemberId | null = null,
): Promise<readonly BoardMemberId[]> {
  const rows = some.map((one) => ({ ...one, id: newId<BoardMemberId>() }));
  await sql`insert into board_member (id, academy, session, board_id, examiner_id, instead_of, added_by)
    select id, ${academy}, ${session}, "boardId", "examinerId", ${insteadOf}::uuid, ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, "boardId" uuid, "examinerId" uuid)`.execute(
    tx,
  );
  return rows.map((one) => one.id);
}

/** From one state to another, with why. False: it isn't in that version any more. */
export async function moveMember(
  tx: Tx,
  member: Pick<BoardMember, 'id' | 'rowVersion'>,
  to: MemberState,
  { words = '', answeredBy = null }: { readonly words?: string; readonly answeredBy?: string | null } = {},
): Promise<boolean> {
  const { numAffectedRows } = await sql`update board_member set state = ${to}, words = ${words},
      answered_by = coalesce(${answeredBy}::uuid, answered_by),
      answered_at = case when ${answeredBy}::uuid is null then answered_at else business_now() end, row_version = row_version + 1
    where id = ${member.id} and row_version = ${member.rowVersion}`.execute(tx);
  return numAffectedRows === 1n;
}

/** What somebody there said of who came. False: the member isn't in that version any more. */
export async function writePresence(
  tx: Tx,
  { id: member, rowVersion }: Pick<BoardMember, 'id' | 'rowVersion'>,
  presence: Presence,
  by: string,
): Promise<boolean> {
  const [from, to] = presence.came ? [presence.from, presence.to] : [null, null];
  const { numAffectedRows } =
    await sql`update board_member set came = ${presence.came}, came_at = ${from}, left_at = ${to},
      came_said_by = ${by}, row_version = row_version + 1
    where id = ${member} and row_version = ${rowVersion}`.execute(tx);
  return numAffectedRows === 1n;
}

const CANDIDATE = columns({
  enrolmentId: id<EnrolmentId>(),
  speciality: present(text),
  unit: present(text),
  callsAt: nullable(instant),
  startsAt: present(instant),
  endsAt: present(instant),
  ...PERSON_NAMES.shape,
});
/** Somebody before a board, by name. */
export type BoardCandidate = RowOf<typeof CANDIDATE>;

/** Whom a board examines, in the order in which they are called: whoever is still enrolled. */
export function listCandidates(db: Database, place: ExamPlace, board: BoardId): Promise<readonly BoardCandidate[]> {
  return CANDIDATE.all(
    db,
    sql`select s.enrolment_id as "enrolmentId", s.speciality, s.unit, s.calls_at as "callsAt", s.starts_at as "startsAt", s.ends_at as "endsAt",
      ${PERSON_NAMES.of('c')}
    from exam_board_seat s join enrolment_file e on e.id = s.enrolment_id and e.status in ('registered', 'validated')
      join candidate_identity c on c.account_id = e.candidate_id
    where s.academy = ${place.academy} and s.session = ${place.session} and s.board_id = ${board}
    order by coalesce(s.calls_at, s.starts_at), s.starts_at, c.birth_name, c.first_names, s.enrolment_id`,
  );
}

const OWN = columns({
  ...BOARD.shape,
  academy: present(text),
  session: present(text),
  memberId: id<BoardMemberId>(),
  state: oneOf(MEMBER_LIFE.states),
  rowVersion: integer,
});
/** A board with somebody's own place on it. */
export type OwnBoard = RowOf<typeof OWN>;

/** Boards that somebody was told of, where they are expected or said that they can't come, in the order of hours. */
export function listBoardsOf(db: Database, person: ExaminerId): Promise<readonly OwnBoard[]> {
  return OWN.all(
    db,
    sql`select ${BOARD.of('b')}, b.academy, b.session, m.id as "memberId", m.state, m.row_version as "rowVersion"
    from board_member m join exam_board b on b.academy = m.academy and b.session = m.session and b.id = m.board_id
    where m.examiner_id = ${person} and m.told is not null and m.state <> 'released' order by b.starts_at, b.id limit 400`,
  );
}
