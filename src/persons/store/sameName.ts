import { sql } from 'kysely';
import { type AccountId, type CivilStatus, IDENTITY } from '../../accounts/index.ts';
import { columns, id, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const SAME = columns({
  id: id<AccountId>(),
  ...IDENTITY.shape,
  address: text,
});

/** More than these of one name and one day say nothing. */
const MOST = 5;

/** Accounts of a birth name and a birth date: whoever types a paper form may be about to open a second one for one person. */
export function listSameName(
  db: Database,
  { birthName, birthDate }: Pick<CivilStatus, 'birthName' | 'birthDate'>,
): Promise<readonly RowOf<typeof SAME>[]> {
  return SAME.all(
    db,
    sql`select account_id as id, ${IDENTITY}, address from candidate_identity
    where office_fold(birth_name) = office_fold(${birthName}) and birth_date = ${birthDate} order by first_names, account_id limit ${MOST}::int`,
  );
}
