import { sql } from 'kysely';
import { columns, instant, type RowOf, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Scope } from '../../scope/index.ts';

const CLAIM = columns({ enrolmentId: uuid, accountId: uuid, at: instant });
export type CareClaim = RowOf<typeof CLAIM>;

const desk = ({ pieces }: Pick<Scope, 'pieces'>): boolean => pieces === 'confidential';

/** Who takes care of which of these files. */
export function claimsOn(db: Database, scope: Scope, enrolments: readonly string[]): Promise<readonly CareClaim[]> {
  return CLAIM.all(
    db,
    sql`select ${CLAIM} from office_claim
      where enrolment_id = any(${enrolments}::uuid[]) and academy = ${scope.academy} and confidential = ${desk(scope)}`,
  );
}

/** The claim on a file, whose enrolment is locked. */
export async function claimOn(tx: Tx, scope: Scope, enrolmentId: string): Promise<CareClaim | null> {
  return (await claimsOn(tx, scope, [enrolmentId]))[0] ?? null;
}

export async function writeClaim(
  tx: Tx,
  scope: Scope,
  { id, session }: { readonly id: string; readonly session: string },
  accountId: string,
): Promise<void> {
  await sql`insert into office_claim (enrolment_id, confidential, academy, session, account_id)
    values (${id}, ${desk(scope)}, ${scope.academy}, ${session}, ${accountId})
    on conflict (enrolment_id, confidential) do update set account_id = excluded.account_id, at = business_now()`.execute(
    tx,
  );
}

export async function dropClaim(tx: Tx, scope: Scope, enrolmentId: string): Promise<void> {
  await tx
    .deleteFrom('office_claim')
    .where('enrolment_id', '=', enrolmentId)
    .where('confidential', '=', desk(scope))
    .execute();
}
