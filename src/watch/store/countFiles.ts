import { sql } from 'kysely';
import { HELD_BACK } from '../../enrolment/index.ts';
import type { ExamPlace, ExamScope } from '../../exam/index.ts';
import { columns, integer, type RowOf } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { amongWords } from '../../platform/database/listed.ts';
import { running } from '../../sitters/index.ts';

const FILES = columns({ running: integer, reserved: integer, unsigned: integer, undecided: integer });

/** `unsigned` and `undecided`: not validated, without the signature of the last version, or with it. */
export function countFiles(
  db: Database,
  scope: ExamScope,
  { session }: Pick<ExamPlace, 'session'>,
): Promise<RowOf<typeof FILES>> {
  const open = sql`e.status = 'registered' and coalesce(e.reserve not in ${amongWords(HELD_BACK)}, true)`;
  return FILES.one(
    db,
    sql`select count(*) as running, count(*) filter (where e.reserve in ${amongWords(HELD_BACK)}) as reserved,
      count(*) filter (where ${open} and e.signed_version is distinct from e.version) as unsigned,
      count(*) filter (where ${open} and e.signed_version = e.version) as undecided
    from enrolment_file e where ${running(scope, session)}`,
  );
}
