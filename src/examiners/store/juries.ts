import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, type RowOf } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { ExaminerId } from '../examiners.ts';

export type JuryHours = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant };
type WrittenJury = {
  readonly id: string;
  readonly academy: string;
  readonly session: string;
  readonly name: string;
  readonly place: string;
  readonly specialities: readonly string[];
};

/** When and where a jury meets, over what was written of it before. */
export async function writeJury(tx: Tx, jury: WrittenJury, { startsAt, endsAt }: JuryHours): Promise<void> {
  await sql`insert into examiner_jury (id, academy, session, name, place, specialities, starts_at, ends_at)
    values (${jury.id}, ${jury.academy}, ${jury.session}, ${jury.name}, ${jury.place}, ${jury.specialities}::text[], ${startsAt}, ${endsAt})
    on conflict (id) do update set name = excluded.name, place = excluded.place, specialities = excluded.specialities,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at`.execute(tx);
}

const LINKED = columns({ examinerId: id<ExaminerId>(), enrolmentId: id<EnrolmentId>() });

/** Which candidates some people don't examine, and leave the room for. */
export function listLinksOf(
  db: Database,
  academy: string,
  people: readonly string[],
): Promise<readonly RowOf<typeof LINKED>[]> {
  return LINKED.all(
    db,
    sql`select ${LINKED} from examiner_link where academy = ${academy} and examiner_id = any(${people}::uuid[])`,
  );
}
