import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { Usage } from '../rules/quota.ts';

export async function readUsage(tx: Tx, candidateId: string): Promise<Usage> {
  const { rows } = await sql<Usage>`
    select count(*) as files, coalesce(sum(d.size), 0)::bigint as bytes,
      count(*) filter (where today) as "filesToday", coalesce(sum(d.size) filter (where today), 0)::bigint as "bytesToday"
    from enrolment e join deposit d on d.enrolment_id = e.id
      cross join lateral (select d.finished_at > business_now() - interval '1 day' as today) t
    where e.candidate_id = ${candidateId} and d.erased_at is null`.execute(tx);
  return rows[0] ?? { files: 0, bytes: 0, filesToday: 0, bytesToday: 0 };
}
