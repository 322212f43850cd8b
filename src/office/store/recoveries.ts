import { sql } from 'kysely';
import { columns, instant, nullable, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Scope } from '../office.ts';
import { personName } from '../rules/personName.ts';
import { inFiles } from './scope.ts';

/** A change of address that waits for a second person. */
export type WaitingRecovery = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly proposedAt: Temporal.Instant;
};

/** They are few: proofs seen by hand. */
const LISTED = 50;

const WAITING = columns({
  id: uuid,
  number: text,
  proposedAt: instant,
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
});

/** Those of the files of this scope that this person may decide on: not their own. The longest wait first. */
export async function listWaitingRecoveries(
  db: Database,
  scope: Scope,
  reader: string,
): Promise<readonly WaitingRecovery[]> {
  const rows = await WAITING.all(
    db,
    sql`select f.enrolment_id as id, f.number, r.proposed_at as "proposedAt", f.birth_name as "birthName", f.usage_name as "usageName", f.first_names as "firstNames"
      from address_recovery_waiting r
        join office_file f on f.enrolment_id = case when r.stream like 'enrolment:%' then substr(r.stream, 11)::uuid end
      where r.academy = ${scope.academy} and r.proposed_by <> ${reader} and ${inFiles(scope)}
      order by r.proposed_at, f.number limit ${LISTED}::int`,
  );
  return rows.map(({ birthName, usageName, firstNames, ...row }) => ({
    ...row,
    name: personName({ birthName, usageName, firstNames }),
  }));
}
