import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Approval } from '../../accounts/index.ts';
import { columns, id, instant, nullable, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { EnrolmentId } from '../enrolment.ts';
import type { SameProposal } from '../samePerson.ts';
import { smallerFirst } from './samePersons.ts';

const PROPOSAL = columns({
  id: uuid,
  words: text,
  keepsId: nullable(id<EnrolmentId>()),
  proposedBy: uuid,
  proposedAt: instant,
});
type Pair = { readonly academy: string; readonly accounts: readonly [string, string] };

/** What waits for a second person, of two accounts. */
export function findSameProposal(db: Database, { academy, accounts }: Pair): Promise<SameProposal | null> {
  const [one, other] = smallerFirst(accounts);
  return PROPOSAL.first(
    db,
    sql`select ${PROPOSAL} from same_person_proposal where academy = ${academy} and one_id = ${one} and other_id = ${other} and ended_at is null`,
  );
}

/** False where one waits already. */
export async function insertSameProposal(
  tx: Tx,
  { academy, accounts }: Pair,
  { words, keepsId, proposedBy }: Pick<SameProposal, 'words' | 'keepsId' | 'proposedBy'>,
): Promise<boolean> {
  const [one, other] = smallerFirst(accounts);
  const { numAffectedRows } =
    await sql`insert into same_person_proposal (id, academy, one_id, other_id, words, keeps_id, proposed_by)
    values (${randomUUID()}, ${academy}, ${one}, ${other}, ${words}, ${keepsId}, ${proposedBy}) on conflict do nothing`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}

export async function writeConfirmed(tx: Tx, proposal: string, approval: Approval): Promise<void> {
  await sql`update same_person_proposal set outcome = 'confirmed', ended_by = ${approval.by}, ended_at = business_now() where id = ${proposal}`.execute(
    tx,
  );
}

/** Whatever waits of these two comes to nothing. */
export async function writeDropped(tx: Tx, { academy, accounts }: Pair, by: string): Promise<boolean> {
  const [one, other] = smallerFirst(accounts);
  const { numAffectedRows } =
    await sql`update same_person_proposal set outcome = 'dropped', ended_by = ${by}, ended_at = business_now()
    where academy = ${academy} and one_id = ${one} and other_id = ${other} and ended_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
