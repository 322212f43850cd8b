import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';

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
