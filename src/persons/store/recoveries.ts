import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, instant, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { inFiles, type Scope } from '../../scope/index.ts';

/** What one person asked for and another is to agree to. */
export type RecoveryToAgree = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly askedAt: Temporal.Instant;
};

/** They are few: lost mail boxes, and people without one. */
const LISTED = 50;

const WAITING = columns({
  id: uuid,
  number: text,
  askedAt: instant,
  ...PERSON_NAMES.shape,
});

/** Those of the files of this scope that this person may decide on: not their own. The longest wait first. */
export function listWaitingRecoveries(db: Database, scope: Scope, reader: string): Promise<readonly RecoveryToAgree[]> {
  return listWaiting(
    db,
    scope,
    reader,
    sql`select academy, case when stream like 'enrolment:%' then substr(stream, 11)::uuid end as enrolment_id, proposed_by as asked_by,
      proposed_at as asked_at from address_recovery_waiting`,
  );
}

/** Letters with the code of an account that this person may print: not those that they asked for. */
export function listAskedLetters(db: Database, scope: Scope, reader: string): Promise<readonly RecoveryToAgree[]> {
  return listWaiting(db, scope, reader, sql`select * from access_letter_asked`);
}

async function listWaiting(
  db: Database,
  scope: Scope,
  reader: string,
  asked: RawBuilder<unknown>,
): Promise<readonly RecoveryToAgree[]> {
  const rows = await WAITING.all(
    db,
    sql`select f.enrolment_id as id, f.number, a.asked_at as "askedAt", ${PERSON_NAMES.of('f')}
      from (${asked}) a join listed_file f on f.enrolment_id = a.enrolment_id
      where a.academy = ${scope.academy} and a.asked_by <> ${reader} and ${inFiles(scope)}
      order by a.asked_at, f.number limit ${LISTED}::int`,
  );
  return rows.map(withName);
}
