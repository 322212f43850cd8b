import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Figures, Scope } from '../office.ts';
import { inScope, inSight } from './scope.ts';

const GIVEN = sql`exists (select from deposit d where d.piece_id = p.id and d.state = 'stored')`;
/** Handed over with its file, come by post, or said to be received. */
const TO_CHECK = sql`p.status = 'received' or (p.status = 'none' and (p.handed_over_at is not null or p.mode = 'post') and ${GIVEN})`;

/** How many pieces wait for a decision and can no longer be changed by the candidate: the number in the navigation. */
export async function countToCheck(db: Database, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from enrolment e join piece p on p.enrolment_id = e.id
    where ${inScope(scope)} and ${inSight(scope)} and e.status in ('registered', 'validated') and p.status in ('none', 'received') and (${TO_CHECK})`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Everything that the first page counts. Each number is that of the list it opens. */
export async function readFigures(db: Database, scope: Scope): Promise<Figures> {
  const pieces = await sql<{ to_check: number; corrected: number; not_handed_over: number }>`
    select count(*) filter (where ${TO_CHECK}) as to_check,
      count(*) filter (where given and exists (select from piece_review r where r.piece_id = p.id and r.decision = 'non-compliant')) as corrected,
      count(*) filter (where given and p.status = 'none' and p.handed_over_at is null and p.mode = 'online') as not_handed_over
    from enrolment e join piece p on p.enrolment_id = e.id cross join lateral (select ${GIVEN} as given) g
    where ${inScope(scope)} and ${inSight(scope)} and e.status in ('registered', 'validated') and p.status in ('none', 'received')`.execute(
    db,
  );
  const files = await sql<{ under_reserve: number; to_sign: number; signed: number; validated: number }>`
    select count(*) filter (where e.status = 'registered' and e.reserve = 'pending') as under_reserve,
      count(*) filter (where e.status = 'registered' and e.reserve is distinct from 'pending' and e.signed_version is distinct from e.version) as to_sign,
      count(*) filter (where e.status = 'registered' and e.reserve is distinct from 'pending' and e.signed_version = e.version) as signed,
      count(*) filter (where e.status = 'validated') as validated
    from enrolment e where ${inScope(scope)} and e.status in ('registered', 'validated')`.execute(db);
  const [piece, file] = [pieces.rows[0], files.rows[0]];
  return {
    toCheck: piece?.to_check ?? 0,
    corrected: piece?.corrected ?? 0,
    notHandedOver: piece?.not_handed_over ?? 0,
    files: {
      'under-reserve': file?.under_reserve ?? 0,
      'to-sign': file?.to_sign ?? 0,
      signed: file?.signed ?? 0,
      validated: file?.validated ?? 0,
    },
  };
}
