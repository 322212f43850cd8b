import { type RawBuilder, sql } from 'kysely';
import { columns, integer, type RowOf, uuid } from '../../../platform/database/columns.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type FileState, inFiles, type Scope } from '../../../scope/index.ts';

export type EditionFilter = {
  readonly kind: string;
  readonly speciality: string | null;
  readonly state: FileState | null;
};

function among(scope: Scope, { speciality, state }: EditionFilter): RawBuilder<unknown> {
  return sql`listed_file f where ${inFiles(scope)} and (${speciality}::text is null or f.speciality = ${speciality}::text)
    and (${state}::text is null or f.state = ${state}::text)`;
}

const COUNT = columns({ files: integer, papers: integer });

/** The files of a list, and how many of them have a paper of that kind. */
export function countEdited(db: Database, scope: Scope, filter: EditionFilter): Promise<RowOf<typeof COUNT>> {
  return COUNT.one(
    db,
    sql`select count(*) as files, count(*) filter (where exists (
      select from paper_outcome p where p.enrolment_id = f.enrolment_id and p.kind = ${filter.kind})) as papers from ${among(scope, filter)}`,
  );
}

const ID = columns({ id: uuid });

export async function filesToEdit(db: Database, scope: Scope, filter: EditionFilter): Promise<readonly string[]> {
  return (await ID.all(db, sql`select f.enrolment_id as id from ${among(scope, filter)}`)).map(({ id }) => id);
}
