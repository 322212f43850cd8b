import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { KEPT_DAYS } from '../former.ts';

/** What is kept no longer; says how many lines went. */
export async function eraseOld(tx: Tx, today: Temporal.PlainDate): Promise<number> {
  const on = today.toString();
  await sql`delete from former_import where rank is null and at < ${on}::date - ${KEPT_DAYS.unconfirmed}::integer`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`delete from former_line where until < ${on}::date`.execute(tx);
  await sql`delete from former_link k where not exists (select from former_line l where l.academy = k.academy and l.number = k.number)`.execute(
    tx,
  );
  await sql`delete from former_claim where state <> 'waiting' and decided_at < ${on}::date - ${KEPT_DAYS.refused}::integer`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}
