import { sql } from 'kysely';
import { MOMENT, type Moment, momentAsked, momentOf } from '../../platform/clock.ts';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import type { Usage } from '../rules/quota.ts';

const USAGE = columns({ files: integer, bytes: integer, filesToday: integer, bytesToday: integer });
const STANDING = columns({ ...USAGE.shape, ...MOMENT });

const usageOf = (candidateId: string) => sql`select count(*) as files, coalesce(sum(f.size), 0)::bigint as bytes,
      count(*) filter (where today) as "filesToday", coalesce(sum(f.size) filter (where today), 0)::bigint as "bytesToday"
    from enrolment_file e cross join lateral (
        select d.size, d.finished_at from deposit d where d.enrolment_id = e.id and d.erased_at is null
        union all select s.size, s.finished_at from deposit_sheet s where s.enrolment_id = e.id
        union all select u.received, u.touched_at from deposit_upload u where u.enrolment_id = e.id and u.ended_at is null) f
      cross join lateral (select f.finished_at > business_now() - interval '1 day' as today) t
    where e.candidate_id = ${candidateId}`;

export function readUsage(tx: Tx, candidateId: string): Promise<Usage> {
  return USAGE.one(tx, usageOf(candidateId));
}

/** What time it is, and what an account has deposited: asked at once. */
export async function readStanding(
  tx: Tx,
  act: Act,
  candidateId: string,
): Promise<{ readonly moment: Moment; readonly usage: Usage }> {
  const asked = sql`select u.*, ${momentAsked} from (${usageOf(candidateId)}) u`;
  const { read, now, ...usage } = await STANDING.one(tx, asked);
  return { moment: momentOf({ read, now }, act), usage };
}
