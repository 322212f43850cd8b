import { sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Usage } from '../rules/quota.ts';

const USAGE = columns({ files: integer, bytes: integer, filesToday: integer, bytesToday: integer });

export function readUsage(tx: Tx, candidateId: string): Promise<Usage> {
  return USAGE.one(
    tx,
    sql`select count(*) as files, coalesce(sum(d.size), 0)::bigint as bytes,
      count(*) filter (where today) as "filesToday", coalesce(sum(d.size) filter (where today), 0)::bigint as "bytesToday"
    from enrolment_file e join deposit d on d.enrolment_id = e.id
      cross join lateral (select d.finished_at > business_now() - interval '1 day' as today) t
    where e.candidate_id = ${candidateId} and d.erased_at is null`,
  );
}
