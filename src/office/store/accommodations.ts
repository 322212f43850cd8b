import { type RawBuilder, sql } from 'kysely';
import { listGivenConfidential } from '../../pieces/index.ts';
import {
  columns,
  day,
  flag,
  integer,
  nullable,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { RUNNING_FILES, type Scope } from '../office.ts';
import { personName } from '../rules/personName.ts';
import { inFiles } from './scope.ts';

export const PAGE_SIZE = 50;

/** What the candidate of a registered enrolment said of their health. Only for who decides on accommodations. */
export type Declaration = {
  readonly id: string;
  readonly academy: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly speciality: string;
  readonly session: string;
  /** « Oui » at the heading *Handicap* of step 2. */
  readonly ticked: boolean;
  readonly disabledWorker: boolean;
  /** When the request itself came; null: not yet. */
  readonly requestedOn: Temporal.PlainDate | null;
  /** The document of the R.408 waiver, once something was given. */
  readonly waiver: string | null;
};

const DECLARATION = columns({
  id: uuid,
  academy: text,
  number: text,
  address: text,
  speciality: present(text),
  session: text,
  ticked: present(flag),
  disabledWorker: present(flag),
  requestedOn: nullable(day),
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
  total: integer,
});

/** Those whose request hasn't come first, by name. */
export async function listDeclarations(
  db: Database,
  scope: Scope,
  page: number,
): Promise<{ readonly total: number; readonly declarations: readonly Declaration[] }> {
  const rows = await find(db, scope, sql`true`, page);
  return { total: rows[0]?.total ?? 0, declarations: await declarationsOf(db, rows) };
}

export async function findDeclaration(db: Database, scope: Scope, id: string | undefined): Promise<Declaration | null> {
  if (!isUuid(id)) return null;
  const found = await declarationsOf(db, await find(db, scope, sql`f.enrolment_id = ${id}`, 1));
  return found[0] ?? null;
}

function find(db: Database, scope: Scope, which: RawBuilder<unknown>, page: number) {
  return DECLARATION.all(
    db,
    sql`select f.enrolment_id as id, f.academy, f.number, f.address, f.speciality, f.session, d.handicap as ticked,
      d.disabled_worker as "disabledWorker", d.requested_on as "requestedOn", f.birth_name as "birthName", f.usage_name as "usageName",
      f.first_names as "firstNames", count(*) over () as total
    from office_file f join accommodation_declaration d using (enrolment_id)
    where ${inFiles(scope)} and f.state = any(${RUNNING_FILES}::text[]) and ${which}
      and (d.handicap or d.disabled_worker or d.requested_on is not null)
    order by d.handicap and d.requested_on is null desc, d.requested_on is null, f.sort_name, f.first_names, f.number
    limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
  );
}

async function declarationsOf(
  db: Database,
  rows: readonly RowOf<typeof DECLARATION>[],
): Promise<readonly Declaration[]> {
  const waivers = await listGivenConfidential(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ birthName, usageName, firstNames, total: _, ...row }) => ({
    ...row,
    name: personName({ birthName, usageName, firstNames }),
    waiver: waivers.get(row.id) ?? null,
  }));
}
