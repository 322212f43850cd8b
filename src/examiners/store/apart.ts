import { sql } from 'kysely';
import type { Catalogue } from '../../catalogue/index.ts';
import { type ExamPlace, findUnit, phaseOf } from '../../exam/index.ts';
import { columns, id, present, type RowOf } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { listing } from '../../ui/index.ts';
import type { Board, BoardId } from '../examiners.ts';
import { listBoards } from './boards.ts';

/** What another jury marks of a board's sheets without its candidates; null: nothing, or its test has a later phase. */
function apartOf(catalogue: Catalogue, session: string, { specialities, units }: Board) {
  const [speciality = '', unit = ''] = [specialities[0], units[0]];
  const { evaluation, phases = [] } = findUnit(catalogue, { session, speciality, unit }) ?? {};
  return evaluation?.apart !== undefined && phaseOf(unit) >= phases.length ? listing(evaluation.apart) : null;
}

/**
 * Beside each board of a published plan whose sheet has a part that another jury marks, that jury: in the same room, at the hours of the last phase. Its
 * id is drawn from the board's, so that a corrected plan keeps who sits there.
 */
export async function keepJuriesApart(tx: Tx, catalogue: Catalogue, place: ExamPlace): Promise<void> {
  const boards = (await listBoards(tx, place)).flatMap((board) => {
    const name = board.held === 'written' || board.name !== '' ? null : apartOf(catalogue, place.session, board);
    return name === null ? [] : [{ board: board.id, name }];
  });
  if (boards.length === 0) return;
  await sql`insert into planned_board (plan_id, id, academy, session, held, room_id, sitting_ids, specialities, units, first_at, last_at, starts_at,
      ends_at, candidates, apart)
    select b.plan_id, substr(encode(sha256(convert_to(b.id || ' apart', 'UTF8')), 'hex'), 1, 32)::uuid, b.academy, b.session, b.held, b.room_id,
      b.sitting_ids, b.specialities, b.units, b.first_at, b.last_at, b.starts_at, b.ends_at, b.candidates, g.name
    from planned_board b join jsonb_to_recordset(${JSON.stringify(boards)}::jsonb) as g(board uuid, name text) on g.board = b.id
    where b.academy = ${place.academy} and b.session = ${place.session}
    on conflict do nothing`.execute(tx);
  await sql`update planned_board set shared = true
    where academy = ${place.academy} and session = ${place.session} and id = any(${boards.map(({ board }) => board)}::uuid[])`.execute(
    tx,
  );
}

const PAIR = columns({ jury: present(id<BoardId>()), board: present(id<BoardId>()) });

/** Of a session, each jury that marks a part apart with each board before which one of its candidates sits the same test. */
export function listBeside(db: Database, { academy, session }: ExamPlace): Promise<readonly RowOf<typeof PAIR>[]> {
  return PAIR.all(
    db,
    sql`select distinct a.board_id as jury, b.board_id as board
    from exam_board_seat a join exam_board_seat b on b.academy = a.academy and b.session = a.session and b.enrolment_id = a.enrolment_id
      and b.marked_unit = a.marked_unit and b.name = '' and b.held <> 'written'
    where a.academy = ${academy} and a.session = ${session} and a.name <> ''`,
  );
}
