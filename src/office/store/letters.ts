import { sql } from 'kysely';
import { columns, nullable, present, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Scope } from '../office.ts';
import { personName } from '../rules/personName.ts';
import { inFiles } from './scope.ts';

const DECIDED = columns({
  id: uuid,
  paperId: present(uuid),
  number: text,
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
});

/** A file whose annulment took effect and stands, with the paper that says so. */
export type DecidedFile = {
  readonly id: string;
  readonly paperId: string;
  readonly number: string;
  readonly name: string;
};

/** How many decisions one list looks at; an office has some hundreds a session. */
const MOST_DECIDED = 2000;

/** Those of a scope, in the order of names: what is to be notified, and what was. */
export async function listDecided(db: Database, scope: Scope): Promise<readonly DecidedFile[]> {
  const rows = await DECIDED.all(
    db,
    sql`select f.enrolment_id as id, c.paper_id as "paperId", f.number, f.birth_name as "birthName", f.usage_name as "usageName",
        f.first_names as "firstNames"
      from cancellation_notice c join office_file f on f.enrolment_id = c.enrolment_id where ${inFiles(scope)}
      order by f.sort_name, f.first_names, f.number limit ${MOST_DECIDED}::int`,
  );
  return rows.map(({ birthName, usageName, firstNames, ...row }) => ({
    ...row,
    name: personName({ birthName, usageName, firstNames }),
  }));
}
