import { sql } from 'kysely';
import { IDENTITY } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, instant, nullable, present, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { MarkingBoard } from '../marking.ts';

const CANDIDATE = columns({
  enrolmentId: id<EnrolmentId>(),
  startsAt: present(instant),
  callsAt: nullable(instant),
  number: present(text),
  ...IDENTITY.shape,
});
/** Somebody whom a board examines, at their hour. */
export type BoardCandidate = RowOf<typeof CANDIDATE>;

/** Whom a board examines by the published plan, in the order of their calls: who left since isn't waited for. */
export function listCandidates(
  db: Database,
  { academy, session, id: board }: Pick<MarkingBoard, 'academy' | 'session' | 'id'>,
): Promise<readonly BoardCandidate[]> {
  return CANDIDATE.all(
    db,
    sql`select s.enrolment_id as "enrolmentId", s.starts_at as "startsAt", s.calls_at as "callsAt", e.number, ${IDENTITY.of('c')}
    from exam_board_seat s join enrolment_file e on e.id = s.enrolment_id and e.status in ('registered', 'validated')
      join candidate_identity c on c.account_id = e.candidate_id
    where s.academy = ${academy} and s.session = ${session} and s.board_id = ${board}
    order by s.starts_at, c.birth_name, c.first_names, e.number`,
  );
}

const HELD_IN = columns({
  boardId: present(uuid),
  centre: present(text),
  room: present(text),
  /** What it marks apart; '': all, or the rest. */
  name: present(text),
  enrolmentId: present(id<EnrolmentId>()),
});
/** Before which board somebody sits a unit. */
export type HeldIn = RowOf<typeof HELD_IN>;

/** Before which boards these candidates sit a unit by the published plan, board by board: that of its last phase, and whoever marks a part of it apart. */
export function listHeldIn(
  db: Database,
  { academy, session, unit }: Pick<MarkingBoard, 'academy' | 'session' | 'unit'>,
  enrolments: readonly EnrolmentId[],
): Promise<readonly HeldIn[]> {
  return HELD_IN.all(
    db,
    sql`select b.id as "boardId", b.centre, b.room, b.name, s.enrolment_id as "enrolmentId"
    from (select *, max(unit) over (partition by enrolment_id) as last_unit from exam_board_seat
        where academy = ${academy} and session = ${session} and marked_unit = ${unit} and enrolment_id = any(${enrolments}::uuid[])) s
      join exam_board b on b.academy = s.academy and b.session = s.session and b.id = s.board_id
    where s.unit = s.last_unit
    order by b.centre, b.room, b.name, b.id, s.enrolment_id`,
  );
}

const APART = columns({ enrolmentId: present(id<EnrolmentId>()), unit: present(text), name: present(text) });

/** Of whom a jury marks a part apart, once it is over. */
export function listMarkedApart(
  db: Database,
  { academy, session }: Pick<MarkingBoard, 'academy' | 'session'>,
): Promise<readonly RowOf<typeof APART>[]> {
  return APART.all(
    db,
    sql`select s.enrolment_id as "enrolmentId", s.marked_unit as unit, s.name
    from exam_board_seat s join exam_board b on b.academy = s.academy and b.session = s.session and b.id = s.board_id
      join enrolment_file e on e.id = s.enrolment_id and e.status in ('registered', 'validated')
    where s.academy = ${academy} and s.session = ${session} and s.name <> '' and b.ends_at <= business_now()
    order by s.marked_unit, s.enrolment_id`,
  );
}
