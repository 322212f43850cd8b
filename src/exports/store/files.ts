import { sql } from 'kysely';
import { IDENTITY, PERSON_NAMES } from '../../accounts/index.ts';
import { columns, nullable, oneOf, present, text, texts } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { FILE_STATES, type FileState, inFiles, type Scope } from '../../scope/index.ts';
import type { ExportedFile } from '../rules/exportLines.ts';

const FILE = columns({
  number: text,
  speciality: present(text),
  state: oneOf(FILE_STATES),
  ...IDENTITY.shape,
  category: nullable(text),
  options: nullable(texts),
});
const PAGE_SIZE = 1_000;

/**
 * The files of a scope by number, some at a time: a statement for each page, so that a slow reader holds neither a connection
 * nor memory. A number never changes: no file is there twice or left out. The page is taken first, whatever PostgreSQL believes
 * of the tables that it is joined to.
 */
export async function* exportedFiles(
  db: Database,
  scope: Scope,
  { speciality, state }: { readonly speciality: string | null; readonly state: FileState | null },
): AsyncGenerator<ExportedFile> {
  let last = '';
  for (;;) {
    const files = await FILE.all(
      db,
      sql`select f.number, f.speciality, f.state, ${PERSON_NAMES.of('f')},
        i.birth_date as "birthDate", c.category, c.options
      from (select * from listed_file f
        where ${inFiles(scope)} and (split_part(f.number, '-', 2), f.number) > (split_part(${last}::text, '-', 2), ${last}::text)
          and (${speciality}::text is null or f.speciality = ${speciality}::text)
          and (${state}::text is null or f.state = ${state}::text)
        order by split_part(f.number, '-', 2), f.number limit ${PAGE_SIZE}) f
        join candidate_identity i on i.account_id = f.candidate_id
        left join enrolment_choice c on c.enrolment_id = f.enrolment_id
      order by split_part(f.number, '-', 2), f.number`,
    );
    for (const { options, ...file } of files) yield { ...file, options: options ?? [] };
    last = files.at(-1)?.number ?? '';
    if (files.length < PAGE_SIZE) return;
  }
}
