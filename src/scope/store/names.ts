import { sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, oneOf, present, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { FILE_STATES, type Scope } from '../scope.ts';
import { inFiles } from './scope.ts';

const ID = columns({ id: uuid });
const NAMED = columns({
  id: uuid,
  number: text,
  speciality: present(text),
  state: oneOf(FILE_STATES),
  ...PERSON_NAMES.shape,
});
export type NamedFile = Pick<Awaited<ReturnType<typeof NAMED.one>>, 'id' | 'number' | 'speciality' | 'state'> & {
  readonly name: string;
};

/** The same, of those of a scope alone: what may not be seen doesn't exist. */
export async function namesWithin(
  db: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedFile>> {
  const rows = await ID.all(
    db,
    sql`select f.enrolment_id as id from listed_file f where f.enrolment_id = any(${ids.filter(isUuid)}::uuid[]) and ${inFiles(scope)}`,
  );
  return namesOf(
    db,
    rows.map(({ id }) => id),
  );
}

/** Whose files these are, by id. Who asks has found them within their scope. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, NamedFile>> {
  const rows = await NAMED.all(
    db,
    sql`select f.enrolment_id as id, f.number, f.speciality, f.state, ${PERSON_NAMES.of('f')}
      from listed_file f where f.enrolment_id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, withName(row)]));
}
