import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { PROPOSAL, type StaffProposal } from '../staffProposal.ts';

/** Of every academy, the oldest first. */
export function listProposals(db: Database): Promise<readonly StaffProposal[]> {
  return PROPOSAL.all(db, sql`select ${PROPOSAL} from staff_proposal order by proposed_at, id`);
}

/** Held until the end of the transaction. */
export async function lockProposal(tx: Tx, asked: string): Promise<StaffProposal | null> {
  return isUuid(asked)
    ? PROPOSAL.first(tx, sql`select ${PROPOSAL} from staff_proposal where id = ${asked} for update`)
    : null;
}

/** False where one waits already of this account or address. */
export async function insertProposal(tx: Tx, one: Omit<StaffProposal, 'proposedAt'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('staff_proposal')
    .values({
      id: one.id,
      academy: one.academy,
      kind: one.kind,
      account_id: one.accountId,
      address: one.address,
      name: one.name,
      role: one.role,
      version: one.version,
      proposed_by: one.proposedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteProposal(tx: Tx, proposal: string): Promise<void> {
  await tx.deleteFrom('staff_proposal').where('id', '=', proposal).execute();
}
