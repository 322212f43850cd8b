import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import { ok } from '../platform/result.ts';
import { ROOMS as ACCOUNT_ROOMS } from '../testing/results.ts';
import { juryMigrations } from './migrations.ts';
import { insertVerdicts, type Said } from './store/verdicts.ts';

/** Builders for the tests of this room and of higher ones. */

export const ROOMS = [...ACCOUNT_ROOMS, juryMigrations];

const ONE = '00000000-0000-4000-8000-00000000000a';
const OTHER = '00000000-0000-4000-8000-00000000000b';

/** A record that is closed, with what it says of some candidates: « PV year-number ». Gives the id of its jury. */
export async function aClosedJury(
  db: Database,
  place: { readonly academy: string; readonly session: string },
  said: readonly Omit<Said, 'addition'>[],
  { year = 2024, number = 1 }: { readonly year?: number; readonly number?: number } = {},
): Promise<string> {
  const juryId = randomUUID();
  const { academy, session } = place;
  await sql`insert into jury (id, academy, session, name, meets_on, quorum, opened_by)
    values (${juryId}, ${academy}, ${session}, 'Jury', '2024-07-01', true, ${ONE})`.execute(db);
  for (const speciality of new Set(said.map(({ account }) => account.speciality)))
    await sql`insert into jury_speciality (jury_id, academy, session, speciality)
      values (${juryId}, ${academy}, ${session}, ${speciality})`.execute(db);
  await sql`update jury set state = 'closed', proposed_by = ${ONE}, proposed_at = business_now(), year = ${year}, number = ${number},
      closed_by = ${OTHER}, closed_at = business_now() where id = ${juryId}`.execute(db);
  await transact<null, never>(db, async (tx) => {
    await insertVerdicts(
      tx,
      { juryId, academy, session },
      said.map((one) => ({ ...one, addition: 0 })),
    );
    return ok(null);
  });
  return juryId;
}

/** What a dated addition says of one of its candidates. */
export async function addSaid(
  db: Database,
  place: { readonly juryId: string; readonly academy: string; readonly session: string },
  said: Said,
): Promise<void> {
  await transact<null, never>(db, async (tx) => {
    await insertVerdicts(tx, place, [said]);
    return ok(null);
  });
}
