import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { PlanId } from '../plan.ts';

/**
 * Gives a table to each seat that has none, in the order of names: the first that is free in its room at that beginning. Whoever has a
 * table keeps it, so that a correction changes nobody else's. Before a board nobody has a table.
 */
export async function dealTables(tx: Tx, planId: PlanId): Promise<void> {
  await sql`
    with waiting as (
      select s.enrolment_id, s.unit, s.room_id, s.starts_at,
        row_number() over (partition by s.room_id, s.starts_at
          order by i.birth_name, i.first_names, e.number, s.unit) as rank
      from exam_seat s join enrolment_file e on e.id = s.enrolment_id join candidate_identity i on i.account_id = e.candidate_id
      where s.plan_id = ${planId} and s.place is null and s.calls_at is null),
    free as (
      select w.room_id, w.starts_at, n as place, row_number() over (partition by w.room_id, w.starts_at order by n) as rank
      from (select room_id, starts_at, count(*) as many from waiting group by 1, 2) w
        cross join lateral generate_series(1, w.many + (select count(*) from exam_seat t
          where t.plan_id = ${planId} and t.room_id = w.room_id and t.starts_at = w.starts_at)) n
      where not exists (select from exam_seat t where t.plan_id = ${planId} and t.room_id = w.room_id and t.starts_at = w.starts_at
        and t.place = n))
    update exam_seat s set place = f.place
    from waiting w join free f on f.room_id = w.room_id and f.starts_at = w.starts_at and f.rank = w.rank
    where s.plan_id = ${planId} and s.enrolment_id = w.enrolment_id and s.unit = w.unit`.execute(tx);
}
