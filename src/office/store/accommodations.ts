import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { Scope } from '../office.ts';
import { personName } from '../rules/personName.ts';
import { inScope } from './scope.ts';

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

type Row = Omit<Declaration, 'name'> & {
  readonly birthName: string;
  readonly usageName: string | null;
  readonly firstNames: string;
  readonly total: number;
};

const TICKED = sql<boolean>`coalesce(e.registered->'informations'->>'handicap' = 'oui', false)`;
const WORKER = sql<boolean>`coalesce(e.registered->'qualification'->>'disabledWorker' = 'oui', false)`;

/** Those whose request hasn't come first, by name. */
export async function listDeclarations(
  db: Database,
  scope: Scope,
  page: number,
): Promise<{ readonly total: number; readonly declarations: readonly Declaration[] }> {
  const { rows } = await find(db, scope, sql`true`, page);
  return { total: rows[0]?.total ?? 0, declarations: rows.map(declarationOf) };
}

export async function findDeclaration(db: Database, scope: Scope, id: string | undefined): Promise<Declaration | null> {
  if (!isUuid(id)) return null;
  const { rows } = await find(db, scope, sql`e.id = ${id}`, 1);
  return rows[0] === undefined ? null : declarationOf(rows[0]);
}

function find(db: Database, scope: Scope, which: RawBuilder<unknown>, page: number) {
  return sql<Row>`
    select e.id, e.academy, e.number, e.speciality, e.session, u.email as address, c.birth_name as "birthName", c.usage_name as "usageName",
      c.first_names as "firstNames", ${TICKED} as ticked, ${WORKER} as "disabledWorker", r.received_on as "requestedOn",
      (select p.id from piece p where p.enrolment_id = e.id and p.confidential and (p.received_on is not null
        or exists (select from deposit d where d.piece_id = p.id and d.state = 'stored')) order by p.code limit 1) as waiver,
      count(*) over () as total
    from enrolment e join candidate c on c.account_id = e.candidate_id join auth_user u on u.id = e.candidate_id
      left join accommodation_request r on r.enrolment_id = e.id
    where ${inScope(scope)} and e.status in ('registered', 'validated') and ${which}
      and (${TICKED} or ${WORKER} or r.enrolment_id is not null)
    order by ${TICKED} and r.enrolment_id is null desc, r.enrolment_id is null, office_fold(c.birth_name), c.first_names, e.number
    limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`.execute(db);
}

function declarationOf({ birthName, usageName, firstNames, total: _, ...row }: Row): Declaration {
  return { ...row, name: personName({ birthName, usageName, firstNames }) };
}
