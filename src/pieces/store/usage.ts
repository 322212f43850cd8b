import { sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Usage } from '../rules/quota.ts';

const USAGE = columns({ files: integer, bytes: integer, filesToday: integer, bytesToday: integer });

export function readUsage(tx: Tx, candidateId: string): Promise<Usage> {
  return USAGE.one(
    tx,
    sql`select count(*) as files, coalesce(sum(f.size), 0)::bigint as bytes,
      count(*) filter (where today) as "filesToday", coalesce(sum(f.size) filter (where today), 0)::bigint as "bytesToday"
    from enrolment_file e cross join lateral (
        select d.size, d.finished_at from deposit d where d.enrolment_id = e.id and d.erased_at is null
        union all select s.size, s.finished_at from deposit_sheet s where s.enrolment_id = e.id
        union all select u.received, u.touched_at from deposit_upload u where u.enrolment_id = e.id and u.ended_at is null) f
      cross join lateral (select f.finished_at > business_now() - interval '1 day' as today) t
    where e.candidate_id = ${candidateId}`,
  );
}
