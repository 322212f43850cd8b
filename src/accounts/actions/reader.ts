import type { Database } from '../../platform/database/database.ts';
import { candidateReader, type MailReader } from '../letters.ts';
import type { KnownAccount } from '../store/accounts.ts';
import { findCandidates } from '../store/candidates.ts';

/** How a mail speaks to the owner of an account. */
export async function readerOf(db: Database, known: KnownAccount): Promise<MailReader> {
  const { accountId, address, staff, displayName } = known;
  const [candidate] = staff === null ? await findCandidates(db, [accountId]) : [];
  if (candidate !== undefined) return candidateReader(candidate);
  return { accountId, address, civility: '', name: displayName, academy: staff?.academy ?? null };
}
